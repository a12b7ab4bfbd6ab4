import type { Platform } from '../../../kit/src/platform';
import { DELIVERY, type Delivery, EVENT } from './delivery-store';

/** Names that have happened: one step of the index a name, however long the log is. */
export async function findEventNames({ rows }: Platform): Promise<string[]> {
  const [table, name] = [rows.table(EVENT), rows.column(EVENT, 'name')];
  const found = await rows.ask<{ name: string }>(
    `with recursive found(name) as (
       select min("${name}") from "${table}"
       union all
       select (select min("${name}") from "${table}" where "${name}" > found.name) from found where found.name is not null
     ) select name from found where name is not null`,
  );
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
