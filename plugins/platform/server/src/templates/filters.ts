import { formatDate, formatInstant, formatMoney, formatQuantity, isCivilDate, isInstant } from '../../../kernel/src';
import type { Language } from '../../../kernel/src';

/** What a rendering knows beside its data. Under one name, so that data cannot take its place. */
export interface Setting {
  language: Language;
  zone: string;
}
export const SETTING = '_setting';

const WHOLE = /^-?\d+$/;
const asText = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** Minor units with their symbol: `{{ total | money }}` is ฿1,070.00. What is no amount stays as it is. */
export function money(value: unknown, currency: unknown = 'THB'): string {
  const text = asText(value);
  return WHOLE.test(text) ? formatMoney(text, asText(currency) || 'THB', { symbol: true }) : text;
}

/** Thousandths: `{{ line.quantity | quantity }}` of 1500 is 1.5. A text with a decimal point is one already. */
export function quantity(value: unknown): string {
  const text = asText(value);
  return WHOLE.test(text) ? formatQuantity(BigInt(text)) : text;
}

/** A date or an instant as people read it: `{{ due | date }}`, `{{ due | date: 'long' }}`. */
export function date(value: unknown, style: unknown, { language, zone }: Setting): string {
  const text = asText(value);
  if (isCivilDate(text)) return formatDate(text, language, style === 'short' ? 'short' : 'long');
  return isInstant(text) ? formatInstant(text, zone, language) : text;
}
