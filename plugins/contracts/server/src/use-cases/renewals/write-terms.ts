import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { NextTerm } from '../../domain/next-term';
import type { ContractLineRow } from '../../stores/contracts';
import { type PeriodFacts, periodsStore } from '../../stores/periods';
import { renewalsStore } from '../../stores/renewals';
import { soldStore } from '../../stores/sold';
import type { LockedContract } from '../lock-contracts';
import { must } from '../must';
import { firstBill, firstPeriodsBilled } from './first-bill';
import type { LockedRenewal } from './lock-renewals';

const STANDING: ReadonlySet<string> = new Set(['open', 'paid']);

/** The offers among these that ask for something, paid or not; row ids of the invoices. */
export async function standingOffers(
  { platform }: Pick<Tools, 'platform'>,
  list: readonly Pick<LockedRenewal, 'renewal'>[],
): Promise<Set<number>> {
  const ids = list.flatMap(({ renewal }) => renewal.invoice ?? []);
  const invoices = ids.length === 0 ? [] : await soldStore(platform.rows).invoices(ids);
  return new Set(invoices.filter(({ state }) => STANDING.has(state)).map(({ id }) => id));
}

export interface TermToWrite {
  one: LockedContract;
  term: NextTerm;
  /** The contract that gets the lines, and how many it has. */
  into: { contract: number; lines: number };
  /** The invoice that asks for the first periods already. */
  invoice: number | null;
}

export interface WrittenTerm {
  lines: ContractLineRow[];
  periods: PeriodFacts[];
}

/** Writes the lines of terms, and what of them an invoice asks for already: one statement each. */
export async function writeTerms(
  { platform }: Pick<Tools, 'platform'>,
  terms: readonly TermToWrite[],
): Promise<WrittenTerm[]> {
  const facts = terms.map(({ term, into }) =>
    term.lines.map((line, index) => ({ ...line, contract: into.contract, position: into.lines + index + 1 })),
  );
  const refs = await renewalsStore(platform.rows).continueLines(facts.flat());
  let taken = 0;
  const written = terms.map(({ one, term, into, invoice }, index): WrittenTerm => {
    const own = must(facts[index]);
    const ids = refs.slice(taken, taken + own.length);
    taken += own.length;
    const lines = own.map((line, place): ContractLineRow => ({ ...line, ...must(ids[place]) }));
    if (invoice === null) return { lines, periods: [] };
    const periods = firstPeriodsBilled(firstBill(platform, one, term), {
      ...{ term, lines: ids, invoice, today: platform.clock.today() },
    });
    return { lines, periods: periods.map((period) => ({ ...period, contract: into.contract })) };
  });
  await periodsStore(platform.rows).insert(written.flatMap(({ periods }) => periods));
  return written;
}
