import type { BankAccount } from '../rules';

const digits = (text: string): string => text.toLowerCase().replace(/[^0-9x]/g, '');

/** Whether a number, perhaps masked, may be this one. */
const fits = (written: string, number: string): boolean =>
  written.length === number.length && [...written].every((figure, at) => figure === 'x' || figure === number[at]);

export type AccountProblem = 'account_missing' | 'account_unknown' | 'account_other';

/**
 * Whose movements a statement shows: as staff say, else as the file says, else the only account there is. A file of another
 * account than was said is refused, and one that no settings know unless it is said by number.
 */
export function chooseAccount(
  inFile: string | null,
  given: string | undefined,
  accounts: readonly BankAccount[],
): { account: string; bank: string | null } | { problem: AccountProblem; written: string } {
  const known = accounts.map(({ bank, number }) => ({ bank, account: digits(number) }));
  const written = inFile === null ? null : digits(inFile);
  if (given !== undefined && digits(given) !== '') {
    const wanted = digits(given);
    if (written !== null && !fits(written, wanted)) return { problem: 'account_other', written };
    const found = known.find(({ account }) => account === wanted);
    if (!found && known.length > 0 && written !== wanted) return { problem: 'account_unknown', written: wanted };
    return found ?? { account: wanted, bank: null };
  }
  if (written !== null) {
    const found = known.filter(({ account }) => fits(written, account));
    if (found.length === 1 && found[0]) return found[0];
    return known.length === 0 ? { account: written, bank: null } : { problem: 'account_unknown', written };
  }
  const [only, ...others] = known;
  if (others.length > 0) return { problem: 'account_missing', written: '' };
  return only ?? { account: '', bank: null };
}
