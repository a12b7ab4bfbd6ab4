/** An incentive to pay early: so much off for who has paid within days of the invoice date. */
export interface EarlyTerms {
  ratePpm: number;
  days: number;
}

const PARTS = /^(\d{1,2})(?:\.(\d{1,2}))?\/(\d{1,3})$/;
const LONGEST_DAYS = 365;

/** Reads `2/10`, two percent within ten days, as offices write it; null for none (`0`), undefined for what is neither. */
export function parseEarlyTerms(text: string): EarlyTerms | null | undefined {
  if (text === '0') return null;
  const [, whole, decimals = '', days] = PARTS.exec(text) ?? [];
  const ratePpm = Number(`${whole}${decimals.padEnd(2, '0')}`) * 100;
  const terms = { ratePpm, days: Number(days) };
  return ratePpm > 0 && terms.days > 0 && terms.days <= LONGEST_DAYS ? terms : undefined;
}

export const isEarlyTerms = (text: string): boolean => parseEarlyTerms(text) !== undefined;
