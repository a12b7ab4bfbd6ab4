import { parseEarlyTerms } from '@sanya/strapi-plugin-platform/kernel';
import type { Language, Say } from '@sanya/strapi-plugin-platform/ui';
import type { Address, CustomerClass } from './types';

const HOME = '+66';

/** A Thai number as it is written at home: `+66812345678` is `081 234 5678`. Others stay as they are stored. */
export function shownPhone(stored: string | null): string {
  if (!stored?.startsWith(HOME)) return stored ?? '';
  const [number = '', ...extension] = stored.split(' ');
  const digits = `0${number.slice(HOME.length)}`;
  const parts =
    digits.length === 10
      ? [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)]
      : digits.startsWith('02')
        ? [digits.slice(0, 2), digits.slice(2, 5), digits.slice(5)]
        : [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  return [...parts, ...extension].join(' ');
}

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
