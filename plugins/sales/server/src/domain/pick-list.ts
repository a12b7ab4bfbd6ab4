import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { sum } from '@sanya/strapi-plugin-platform/kernel';

/** Goods of one order that have not left yet; quantities in thousandths. */
export interface ToPick {
  /** Row id; null: a line that says itself what it is. */
  product: number | null;
  sku: string | null;
  description: string;
  unit: string;
  quantity: bigint;
  /** Row id. */
  orderLine: number;
  order: { documentId: string; number: string; customer: string; promisedOn: CivilDate | null };
}

/** One thing to fetch, for all orders that wait for it. */
export interface Pick {
  product: number | null;
  sku: string | null;
  description: string;
  unit: string;
  quantity: bigint;
  orders: { documentId: string; number: string; customer: string; promisedOn: CivilDate | null; quantity: bigint }[];
}

/** What of an order's line is packed in a warehouse, and has not left. */
export interface Packed {
  orderLine: number;
  /** Row id. */
  warehouse: number;
  quantity: bigint;
}

/** What is picked in one warehouse: what is packed there, and in the default one what is packed nowhere yet. */
export const pickedIn = (
  lines: readonly ToPick[],
  packed: readonly Packed[],
  { id, isDefault }: { id: number; isDefault: boolean },
): ToPick[] =>
  lines.flatMap((line) => {
    const own = packed.filter(({ orderLine }) => orderLine === line.orderLine);
    const here = sum(own.filter(({ warehouse }) => warehouse === id).map(({ quantity }) => quantity));
    const loose = isDefault ? line.quantity - sum(own.map(({ quantity }) => quantity)) : 0n;
    return here + loose > 0n ? [{ ...line, quantity: here + loose }] : [];
  });

/** What was promised first is fetched first; what was promised for no day comes last. */
const byPromise = (a: { promisedOn: CivilDate | null }, b: { promisedOn: CivilDate | null }): number => {
  const [one, two] = [a.promisedOn ?? '9999-12-31', b.promisedOn ?? '9999-12-31'];
  return one === two ? 0 : one < two ? -1 : 1;
};

/** What is to be fetched, thing by thing; of one thing the orders in the order of what was promised. */
export function pickList(lines: readonly ToPick[]): Pick[] {
  const picks = new Map<string, Pick>();
  for (const { order, orderLine: _, quantity, ...thing } of lines) {
    const key = [thing.product ?? '', thing.sku ?? '', thing.description, thing.unit].join('|');
    const pick = picks.get(key) ?? { ...thing, quantity: 0n, orders: [] };
    const same = pick.orders.find((one) => one.documentId === order.documentId);
    if (same) same.quantity += quantity;
    else pick.orders.push({ ...order, quantity });
    picks.set(key, pick);
  }
  return [...picks.values()]
    .map((pick) => ({
      ...pick,
      quantity: sum(pick.orders.map((one) => one.quantity)),
      orders: pick.orders.sort(byPromise),
    }))
    .sort((a, b) => (a.sku ?? a.description).localeCompare(b.sku ?? b.description, 'th'));
}
