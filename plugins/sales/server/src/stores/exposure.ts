import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../content-types/types';

/** Orders that stand. One that waits for its approval is promised to nobody yet. */
const STANDING = ['placed', 'confirmed', 'fulfilling', 'delivered'];

/** What standing orders without an invoice come to, by customer. */
export async function promisedOnCredit(rows: Rows, customers: readonly number[]): Promise<Map<number, bigint>> {
  const orders = await rows.find<{ customer: number; total: bigint }>(
    ORDER,
    (query, column) =>
      void query
        .whereIn(column('customer'), [...customers])
        .whereIn(column('state'), STANDING)
        .whereNull(column('invoice')),
    { fields: ['customer', 'total'] },
  );
  const promised = new Map<number, bigint>();
  for (const { customer, total } of orders) promised.set(customer, (promised.get(customer) ?? 0n) + total);
  return promised;
}
