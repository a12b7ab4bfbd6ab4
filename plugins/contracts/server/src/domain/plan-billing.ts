import { broken, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type BilledLine, termsOf } from './contract';
import type { Interval } from './intervals';
import { type DuePeriod, MOST_DUE, periodsDue } from './periods-due';

/** A period of a line that is to be billed now. */
export interface LineDue<Line> extends DuePeriod {
  line: Line;
}

/**
 * What of a contract is to be billed, line by line and in the order of time. Refuses what no customer would understand: a
 * contract of which years are missing is looked at by somebody first.
 */
export function planBilling<Line extends BilledLine & { id: number }>(
  lines: readonly Line[],
  facts: { suspensions: readonly Interval[]; billed: ReadonlyMap<number, ReadonlySet<number>> },
  asOf: CivilDate,
): LineDue<Line>[] {
  const due = lines.flatMap((line) => {
    const terms = termsOf(line);
    if (!terms) return [];
    const own = { suspensions: facts.suspensions, billed: facts.billed.get(line.id) ?? new Set<number>() };
    return periodsDue(terms, own, asOf).map((period) => ({ ...period, line }));
  });
  if (due.length > MOST_DUE) throw broken('contract.too_many_due', { params: { most: MOST_DUE } });
  return due;
}

/** Whether a contract is billed with others: as its customer wishes, else as was agreed in it or is usual here. */
export const isBilledTogether = (
  contract: { billedTogether: boolean },
  customer: { invoices: 'together' | 'apart' | null },
  usually: boolean,
): boolean => (customer.invoices === null ? contract.billedTogether || usually : customer.invoices === 'together');

/** Contracts that go on one invoice have one of these in common; every other has its own. */
export const invoiceKey = (
  contract: {
    id: number;
    customer: number;
    currency: string;
    pricesIncludeTax: boolean;
    poNumber: string | null;
  },
  together: boolean,
): string =>
  together
    ? JSON.stringify([contract.customer, contract.currency, contract.pricesIncludeTax, contract.poNumber])
    : String(contract.id);
