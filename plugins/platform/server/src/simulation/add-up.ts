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
  events: Told[];
  counts: { name: string; count: number }[];
  sums: { name: string; months: { month: string; amount: bigint }[] }[];
}

const whole = (value: unknown): bigint | null =>
  typeof value === 'bigint' || typeof value === 'number' || typeof value === 'string' ? BigInt(value) : null;

/** What a list of events comes to: how many of each kind, and the figures by month of the business zone. */
export function addUp(rows: readonly EventRow[], figures: readonly SimulatedFigure[], zone: string): AddedUp {
  const amountOf = new Map(figures.map(({ event, amount }) => [event, amount]));
  const events = rows.map(({ name, at, subjectType, subjectDocumentId, customerId, after }): Told => {
    const key = amountOf.get(name);
    const amount = key === undefined ? null : whole(after?.[key]);
    return { name, at, date: dateIn(zone, at), subjectType, subjectDocumentId, customerId, after, amount };
  });
  const counts = new Map<string, number>();
  for (const { name } of events) counts.set(name, (counts.get(name) ?? 0) + 1);
  const months = [...new Set(events.map(({ date }) => date.slice(0, 7)))].sort();
  const sums = figures.map(({ name, event }) => {
    const byMonth = new Map(months.map((month) => [month, 0n]));
    for (const one of events) {
      if (one.name !== event) continue;
      const month = one.date.slice(0, 7);
      byMonth.set(month, (byMonth.get(month) ?? 0n) + (one.amount ?? 0n));
    }
    return { name, months: [...byMonth].map(([month, amount]) => ({ month, amount })) };
  });
  return { events, counts: [...counts].map(([name, count]) => ({ name, count })), sums };
}
