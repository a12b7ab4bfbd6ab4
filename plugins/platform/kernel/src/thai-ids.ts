import type { Language } from './messages';

/** The branch code of a head office on a tax invoice (Revenue Code s.86/4). */
export const HEAD_OFFICE = '00000';

/** The code of a branch as papers write it: `สาขาที่ 1`, `head office`; what is none stays as it is. */
export function readBranchCode(text: string): string {
  const plain = text.trim();
  if (/^(สำนักงานใหญ่|สนญ\.?|head ?office|hq)$/i.test(plain)) return HEAD_OFFICE;
  const digits = /^(?:สาขาที่|สาขา|branch)?\s*(\d{1,5})$/i.exec(plain)?.[1];
  return digits === undefined ? plain : digits.padStart(5, '0');
}

/** The id as it is stored and compared: without spaces and dashes. It does not judge it. */
export const normaliseTaxId = (text: string): string => text.replace(/[\s\-\u2010-\u2015]/g, '');

/**
 * Whether the text is a Thai 13-digit id, of a person or a company, already normalised, whose check digit is right:
 * weights 13 down to 2, modulo 11. The scheme is blind to a wrong third digit (its weight is 11) and takes the
 * remainders 0 and 10 for one: right here does not mean registered.
 */
export function isTaxId(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false;
  const digits = [...text].map(Number);
  const total = digits.slice(0, 12).reduce((sum, digit, index) => sum + digit * (13 - index), 0);
  return (11 - (total % 11)) % 10 === digits[12];
}

/** Whether the text is a five-digit branch code; `00000` is the head office. */
export const isBranchCode = (text: string): boolean => /^\d{5}$/.test(text);

/** How documents name the branch: สำนักงานใหญ่ or สาขาที่ 00001, Head office or Branch 00001. */
export function branchLabel(code: string, lang: Language): string {
  if (code === HEAD_OFFICE) return lang === 'th' ? 'สำนักงานใหญ่' : 'Head office';
  return lang === 'th' ? `สาขาที่ ${code}` : `Branch ${code}`;
}
