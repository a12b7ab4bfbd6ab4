import { addDays, startOfDay } from '../../../kernel/src';
import type { Platform } from '../../../kit/src/platform';
import { DELIVERY, type Delivery, EVENT, type EventRow } from './delivery-store';

export interface EventQuestion {
  name?: string;
  /** Document id of what it happened to, and its type. */
  subject?: string;
  type?: string;
  /** Row id. */
  customer?: number;
  /** Business days, both included. */
  from?: string;
  to?: string;
  /** Row id of the last event of the page before. */
  before?: number;
  limit: number;
}

/** The one log, the latest first. */
export function findEvents({ rows, clock }: Platform, asked: EventQuestion): Promise<EventRow[]> {
  const at = (date: string): string | number => {
    const instant = startOfDay(clock.zone(), date);
    return rows.dialect === 'sqlite' ? Date.parse(instant) : instant;
  };
  return rows.find<EventRow>(EVENT, (query, column) => {
    if (asked.subject !== undefined) query.where(column('subjectDocumentId'), asked.subject);
    if (asked.type !== undefined) query.where(column('subjectType'), asked.type);
    if (asked.name !== undefined) query.where(column('name'), asked.name);
    if (asked.customer !== undefined) query.where(column('customerId'), asked.customer);
    if (asked.from !== undefined) query.where(column('at'), '>=', at(asked.from));
    if (asked.to !== undefined) query.where(column('at'), '<', at(addDays(asked.to, 1)));
    if (asked.before !== undefined) query.where(column('id'), '<', asked.before);
    query.orderBy(column('id'), 'desc').limit(asked.limit);
  });
}

/** Names that have happened: one step of the index a name, however long the log is. */
export async function findEventNames({ rows }: Platform): Promise<string[]> {
  const knex = await rows.knex();
  const [table, name] = [rows.table(EVENT), rows.column(EVENT, 'name')];
  const result: unknown = await knex.raw(
    `with recursive found(name) as (
       select min("${name}") from "${table}"
       union all
       select (select min("${name}") from "${table}" where "${name}" > found.name) from found where found.name is not null
     ) select name from found where name is not null`,
  );
  const found = (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as { name: string }[];
  return found.map((row) => row.name);
}

export const deliveriesOf = ({ rows }: Platform, event: number): Promise<Delivery[]> =>
  rows.find<Delivery>(DELIVERY, (query, column) => void query.where(column('event'), event).orderBy(column('id')));

/** Deliveries that were given up, or those that failed and will be tried again; the latest first. */
export const findTroubled = (
  { rows }: Platform,
  { state, before, limit }: { state: 'dead' | 'trying'; before?: number; limit: number },
): Promise<Delivery[]> =>
  rows.find<Delivery>(DELIVERY, (query, column) => {
    query.where(column('state'), state === 'dead' ? 'dead' : 'waiting');
    if (state === 'trying') query.where(column('attempts'), '>', 0);
    if (before !== undefined) query.where(column('id'), '<', before);
    query.orderBy(column('id'), 'desc').limit(limit);
  });
