import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** The country whose numbers are written without it: that of numbers that are typed without one. */
const HOME = 'TH';

/**
 * A number as an office prints it: `053-123-456`, `081-234-5678`; one of another country with its code, `+1 213 373 4253`.
 * What is no number stands as it is.
 * @param ext what stands before an extension, `ต่อ`
 */
export function phoneText(phone: string, ext: string): string {
  const number = parsePhoneNumberFromString(phone, HOME);
  if (!number?.isValid()) return phone;
  const { country, ext: extension } = number;
  number.setExt('');
  const text = country === HOME ? number.formatNational().replaceAll(' ', '-') : number.formatInternational();
  return extension ? `${text} ${ext} ${extension}` : text;
}
