import { type CivilDate, dateIn } from '../../../kernel/src';
import type { EventRow } from '../../../kit/src/events';
import type { SimulatedFigure } from '../../../kit/src/simulation';

/** An event of a simulation: its row is gone when it is told of. */
export interface Told {
  name: string;
  at: string;
  date: CivilDate;
  subjectType: string;
  subjectDocumentId: string;
  customerId: number | null;
  after: Record<string, unknown> | null;
  /** Minor units of the company's own currency, where the event is one that is added up. */
  amount: bigint | null;
}

export interface AddedUp {
  /** The first of them, in their order. */
  events: Told[];
  /** There are more than these. */
  more: boolean;
  counts: { name: string; count: number }[];
  sums: { name: string; months: { month: string; amount: bigint }[] }[];
}

const whole = (value: unknown): bigint | null =>
  typeof value === 'bigint' || typeof value === 'number' || typeof value === 'string' ? BigInt(value) : null;

/**
 * What events come to that are told a page at a time: how many of each kind, and the figures by month of the business
 * zone. Of the events themselves the first are kept, so that years of very many take no more room than a day of few.
 */
export function createSums(figures: readonly SimulatedFigure[], zone: string, most: number) {
  const amountOf = new Map(figures.map(({ event, amount }) => [event, amount]));
  const events: Told[] = [];
  const counts = new Map<string, number>();
  const months = new Set<string>();
  const sums = new Map<string, Map<string, bigint>>();
  let seen = 0;

  function addOne({ name, at, subjectType, subjectDocumentId, customerId, after }: EventRow): void {
    const date = dateIn(zone, at);
    const month = date.slice(0, 7);
    const key = amountOf.get(name);
    const amount = key === undefined ? null : whole(after?.[key]);
    seen += 1;
    if (events.length < most) {
      events.push({ name, at, date, subjectType, subjectDocumentId, customerId, after, amount });
    }
    counts.set(name, (counts.get(name) ?? 0) + 1);
    months.add(month);
    if (amount === null) return;
    const byMonth = sums.get(name) ?? new Map<string, bigint>();
    sums.set(name, byMonth.set(month, (byMonth.get(month) ?? 0n) + amount));
  }

  return {
    add: (rows: readonly EventRow[]): void => rows.forEach(addOne),
    result: (): AddedUp => ({
      events,
      more: seen > events.length,
      counts: [...counts].map(([name, count]) => ({ name, count })),
      sums: figures.map(({ name, event }) => ({
        name,
        months: [...months].sort().map((month) => ({ month, amount: sums.get(event)?.get(month) ?? 0n })),
      })),
    }),
  };
}
