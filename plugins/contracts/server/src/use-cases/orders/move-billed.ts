import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractsStore } from '../../stores/contracts';
import { type PeriodFacts, type PeriodRow, periodsStore } from '../../stores/periods';
import { soldStore } from '../../stores/sold';
import type { LockedContract } from '../lock-contracts';

/** Which invoice takes the place of which, by row id; null: none does, and nothing is asked for any more. */
export type InPlaceOf = ReadonlyMap<number, number | null>;

const factsOf = (period: PeriodRow): PeriodFacts => ({
  ...{ contract: period.contract, line: period.line, periodNumber: period.periodNumber, state: 'billed' },
  ...{ startsOn: period.startsOn, endsOn: period.endsOn, amount: period.amount, invoice: period.invoice },
  ...{ position: period.position, parts: period.parts, billingRun: period.billingRun, billedOn: period.billedOn },
  ...{ carried: period.carried ?? null, carriedFrom: period.carriedFrom ?? null },
});

/** Periods that stand on other invoices now, and those that took something over from them: the sources first. */
function inGenerations(periods: readonly PeriodRow[], places: InPlaceOf): PeriodRow[][] {
  const takesFrom = (some: ReadonlyMap<string, PeriodRow>, { carriedFrom }: PeriodRow): boolean =>
    carriedFrom?.some((source) => some.has(source)) === true;
  const moving = new Map<string, PeriodRow>();
  for (let known = -1; known < moving.size; ) {
    known = moving.size;
    for (const period of periods) {
      if (places.has(period.invoice ?? 0) || takesFrom(moving, period)) moving.set(period.documentId, period);
    }
  }
  const generations: PeriodRow[][] = [];
  while (moving.size > 0) {
    const next = [...moving.values()].filter((period) => !takesFrom(moving, period));
    if (next.length === 0) throw new Error('Periods take over from one another');
    generations.push(next);
    next.forEach(({ documentId }) => moving.delete(documentId));
  }
  return generations;
}

/**
 * What an invoice of an order asked for stands on the one that takes its place, before it is void: else the run would bill
 * it again. What was billed is never edited: the old periods are undone, and others say where they stand now.
 */
export async function moveBilled(
  { platform }: Tools,
  contracts: readonly LockedContract[],
  places: InPlaceOf,
): Promise<void> {
  const { rows, clock } = platform;
  const moved = contracts.filter(({ contract: { invoice } }) => invoice !== null && places.has(invoice));
  if (moved.length === 0) return;
  const lines = await soldStore(rows).invoiceLines([...places].flat().flatMap((invoice) => invoice ?? []));
  const placeOn = (invoice: number | null, position: number | null) => {
    const source = lines.find((line) => line.invoice === invoice && line.position === position)?.sourceLine;
    const other = invoice === null ? null : places.get(invoice);
    const found = source ? lines.find((line) => line.invoice === other && line.sourceLine === source) : undefined;
    return { invoice: found?.invoice ?? null, position: found?.position ?? null };
  };
  const generations = inGenerations(
    moved.flatMap(({ periods }) => periods),
    places,
  );
  const store = periodsStore(rows);
  await store.undo(
    generations.flat().map(({ id }) => id),
    clock.now(),
  );
  const now = new Map<string, string>();
  for (const periods of generations) {
    const facts = periods.map((period): PeriodFacts => {
      const carriedFrom = period.carriedFrom?.map((document) => now.get(document) ?? document) ?? null;
      if (!places.has(period.invoice ?? 0)) return { ...factsOf(period), carriedFrom };
      const place = placeOn(period.invoice, period.position);
      return { ...factsOf(period), ...place, carriedFrom, amount: place.invoice === null ? 0n : period.amount };
    });
    const refs = await store.put(facts);
    periods.forEach(({ documentId }, place) => now.set(documentId, refs[place]?.documentId ?? documentId));
  }
  const contractsOf = contractsStore(rows);
  const kept = moved.filter(({ contract: { invoice } }) => places.get(invoice ?? 0) !== null);
  await contractsOf.update(
    kept.map(({ contract: { id, invoice } }) => ({ id, invoice: places.get(invoice ?? 0) ?? null })),
  );
  await contractsOf.updateLines(
    kept.flatMap(({ contract, lines: own }) =>
      own
        .filter(({ invoicePosition }) => invoicePosition !== null)
        .map(({ id, invoicePosition }) => ({
          id,
          invoicePosition: placeOn(contract.invoice, invoicePosition).position,
        })),
    ),
  );
}
