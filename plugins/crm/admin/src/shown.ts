import { parseEarlyTerms } from '@sanya/strapi-plugin-platform/kernel';
import type { Language, Say } from '@sanya/strapi-plugin-platform/ui';
import type { Address, CustomerClass } from './types';

/** As documents print it: at most four lines; a foreign country last. */
export function shownAddress(address: Address | null): string[] {
  if (!address) return [];
  const { line1, line2, subdistrict, district, province, postcode, country } = address;
  const join = (...parts: string[]): string => parts.filter(Boolean).join(' ');
  return [line1, line2, join(subdistrict, district), join(province, postcode, country === 'TH' ? '' : country)].filter(
    Boolean,
  );
}

export const className = (one: Pick<CustomerClass, 'name' | 'translations'>, language: Language): string =>
  (language === 'en' && one.translations?.en?.name) || one.name;

/** What paying early is worth, in words. */
export function shownEarlyTerms(say: Say, text: string): string {
  const terms = parseEarlyTerms(text);
  if (!terms) return say('customers.early_payment_none');
  return say('customers.early_payment', { percent: terms.ratePpm / 10_000, days: terms.days });
}
