import { nameKey, normaliseTaxId } from '@sanya/strapi-plugin-platform/kernel';
import { plainDigits } from './digits';

const FEWEST_DIGITS = 3;

/**
 * Strapi filters for what somebody types into the search box: part of a name, a code (ours, or that of the old books), a mail, a phone number as written
 * here (081-234…), the beginning of a tax id. Undefined when nothing was typed.
 */
export function searchFilter(typed: string): Record<string, unknown> | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const digits = plainDigits(text).replace(/[\s().+-]/g, '');
  const ways: Record<string, unknown>[] = [
    { nameKey: { $contains: nameKey(text) } },
    { nameEn: { $containsi: text } },
    { code: { $containsi: text } },
    { formerCode: { $startsWithi: text } },
    { email: { $startsWithi: text } },
  ];
  if (/^\d+$/.test(digits) && digits.length >= FEWEST_DIGITS) {
    // Stored as +66812345678: the leading 0 is only written at home.
    ways.push({ phone: { $contains: digits.replace(/^0/, '') } }, { taxId: { $startsWith: normaliseTaxId(digits) } });
  }
  return { $or: ways };
}
