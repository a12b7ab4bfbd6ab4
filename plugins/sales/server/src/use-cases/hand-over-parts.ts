import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { withParts } from '../domain/deliver';
import { ship } from '../domain/stock';
import { type OrderLineRow, ordersStore } from '../stores/orders';
import { type HandOver, type Invoicing, invoicing } from './invoicing';
import type { LockedOrder } from './lock-orders';
import { moveStock } from './move-stock';
import { refuseCreditedParts } from './refuse-credited';

export type GoodsTaxInvoice = Awaited<ReturnType<Invoicing['handOver']>>[number];

export interface HandingOver {
  one: Pick<LockedOrder, 'order' | 'lines'>;
  /** The day the goods changed hands. */
  on: CivilDate;
  parts: readonly { line: OrderLineRow; quantity: bigint }[];
  /** Row id of the warehouse they leave; the default one unless told. */
  warehouse?: number | null;
}

/** Goods and services change hands: stock leaves, and the lines know what was delivered. */
export async function takeFromStock(tools: Tools, handings: readonly HandingOver[]): Promise<void> {
  const { platform } = tools;
  await refuseCreditedParts(tools, handings);
  const parts = handings.flatMap((handing) => handing.parts);
  await moveStock(
    tools,
    'ship',
    ship,
    handings.flatMap(({ parts: own, warehouse }) =>
      own.flatMap(({ line: { id, product, stockTracked, description }, quantity }) =>
        stockTracked && product !== null
          ? [{ product, quantity, name: description, orderLine: id, warehouse, field: 'warehouse' }]
          : [],
      ),
    ),
  );
  const lines = new Map(parts.map(({ line }) => [line.id, line]));
  await ordersStore(platform.rows).updateLines(
    withParts([...lines.values()], parts).map(({ id, delivered }) => ({ id, delivered })),
  );
}

/** The tax invoices that go with goods not taxed before (s.78). Comes last: billing takes its own locks and numbers. */
export async function taxHandedOver({ strapi }: Tools, handings: readonly HandingOver[]): Promise<GoodsTaxInvoice[]> {
  const handOvers = handings.flatMap(({ one: { order }, on, parts }): HandOver[] => {
    const goods = parts.filter(({ line }) => line.kind === 'goods');
    const invoices = new Set(goods.flatMap(({ line }) => line.invoice ?? order.invoice ?? []));
    return [...invoices].map((invoice) => ({
      ...{ invoice, on },
      lines: goods
        .filter(({ line }) => (line.invoice ?? order.invoice) === invoice)
        .map(({ line, quantity }) => ({ sourceLine: line.documentId, quantity })),
    }));
  });
  return handOvers.length === 0 ? [] : invoicing(strapi).handOver(handOvers);
}

/** Whether a document belongs to an invoice of this order: its own, or one that amending added. */
export const isOfOrder = (invoice: number, { order, lines }: Pick<LockedOrder, 'order' | 'lines'>): boolean =>
  invoice === order.invoice || lines.some((line) => line.invoice === invoice);
