import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { ORDER, ORDER_LINE } from '../content-types/types';
import type { Catalogue } from '../domain/price-lines';

/**
 * Products with a setup fee or a trial that each customer has ordered before, by row ids: one statement, none where nothing
 * has either. An order that was cancelled set nothing up.
 */
export async function setUpFor(
  rows: Rows,
  catalogue: Catalogue,
  wishes: readonly { customer?: number }[],
): Promise<Map<number, Set<number>>> {
  const found = new Map<number, Set<number>>();
  const atFirst = [...catalogue.pricesOf].flatMap(([product, prices]) =>
    prices.some(({ setupFee, trialDays }) => (setupFee ?? 0n) > 0n || trialDays !== null) ? [product] : [],
  );
  const customers = [...new Set(wishes.flatMap(({ customer }) => customer ?? []))];
  if (atFirst.length === 0 || customers.length === 0) return found;
  const knex = await rows.knex();
  const [order, line] = [
    (key: string) => `o.${rows.column(ORDER, key)}`,
    (key: string) => `l.${rows.column(ORDER_LINE, key)}`,
  ];
  const list: Record<string, unknown>[] = await knex(`${rows.table(ORDER_LINE)} as l`)
    .join(`${rows.table(ORDER)} as o`, 'o.id', line('order'))
    .distinct({ customer: order('customer'), product: line('product') })
    .whereIn(order('customer'), customers)
    .whereIn(line('product'), atFirst)
    .whereNotIn(order('state'), ['draft', 'cancelled', 'expired']);
  for (const row of list) {
    const products = found.get(Number(row.customer)) ?? new Set<number>();
    found.set(Number(row.customer), products.add(Number(row.product)));
  }
  return found;
}
