import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** The country whose numbers are written without it: that of numbers that are typed without one. */
const HOME = 'TH';

/**
 * A number as offices here write it: `053-123-456`, `081-234-5678`; one of another country with its code,
 * `+1 213 373 4253`. What is no number stands as it is, and nothing where there is none.
 * @param ext what stands before an extension: `ต่อ`; what stands there else is read again as it is written
 */
export function formatPhone(phone: string | null | undefined, ext = 'ext.'): string {
  const number = parsePhoneNumberFromString(phone ?? '', HOME);
  if (!number?.isValid()) return phone ?? '';
  const { country, ext: extension } = number;
  number.setExt('');
  const text = country === HOME ? number.formatNational().replaceAll(' ', '-') : number.formatInternational();
  return extension ? `${text} ${ext} ${extension}` : text;
}
