import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { badInput } from '@sanya/strapi-plugin-platform/kernel';
import { plainDigits } from './digits';

/**
 * The number as it is stored and compared: E.164 (`+66812345678`), with ` ext. 12` where an office has one. A number
 * without country is Thai. 400 when there is no such number.
 */
export function readPhone(text: string | null | undefined, field: string): string | null {
  const plain = plainDigits(text ?? '')
    .replace(/ต่อ/g, 'ext.')
    .trim();
  if (plain === '') return null;
  const number = parsePhoneNumberFromString(plain, 'TH');
  if (!number?.isValid()) throw badInput('phone.invalid', { field });
  return number.ext ? `${number.number} ext. ${number.ext}` : number.number;
}
