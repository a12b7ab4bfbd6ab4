/** A 13-digit id from its first twelve digits: the check digit weighs them 13 down to 2, modulo 11. */
function thaiId(twelve: string): string {
  const total = [...twelve].reduce((sum, digit, index) => sum + Number(digit) * (13 - index), 0);
  return `${twelve}${(11 - (total % 11)) % 10}`;
}

const numbered = (prefix: string, number: number): string =>
  thaiId(`${prefix}${String(number).padStart(12 - prefix.length, '0')}`);

/** A company registered in Chiang Mai. */
export const companyId = (number: number): string => numbered('050556', number);
/** A company of bulk data: registered where the demo has none. */
export const trialCompanyId = (number: number): string => numbered('0125', number);
/** A government body. */
export const governmentId = (number: number): string => numbered('0994000', number);
/** A person. */
export const personId = (number: number): string => numbered('150990', number);
