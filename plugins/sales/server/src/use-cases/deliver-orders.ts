import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { checkDeliveredOn, type DeliveryWish, planDelivery } from '../domain/deliver';
import { ship } from '../domain/stock';
import { type OrderLineRow, ordersStore } from '../stores/orders';
import { type HandOver, type Invoicing, invoicing } from './invoicing';
import { type LockedOrder, lockOrders } from './lock-orders';
import { moveStock } from './move-stock';
import { orderEvent } from './order-events';
import { refuseCredited } from './refuse-credited';

export interface DeliverOrder {
  /** Row id. */
  order: number;
  /** The day the goods changed hands; today unless told. */
  on?: CivilDate;
  /** Everything that is left, unless told. */
  lines?: readonly DeliveryWish[];
}

export interface DeliveredOrder extends LockedOrder {
  taxInvoices: GoodsTaxInvoice[];
}

type GoodsTaxInvoice = Awaited<ReturnType<Invoicing['handOver']>>[number];

/**
 * Hands goods and services over: stock leaves, the lines know what was delivered, and billing makes the tax invoice
 * that goes with goods not taxed before (s.78). One transaction for all of them.
 */
export async function deliverOrders(tools: Tools, wishes: readonly DeliverOrder[]): Promise<DeliveredOrder[]> {
  const { platform, strapi } = tools;
  return platform.transaction(async () => {
    const today = platform.clock.today();
    const locked = await lockOrders(
      tools,
      wishes.map((wish) => wish.order),
    );
    const plans = locked.map((one, index) => {
      const on = wishes[index]?.on ?? today;
      checkDeliveredOn(on, today);
      return { ...one, on, ...planDelivery(one.order.state, one.lines, wishes[index]?.lines) };
    });
    await refuseCredited(
      tools,
      plans.map(({ order }) => order),
    );
    const parts = plans.flatMap((plan) => plan.parts);
    await moveStock(
      tools,
      'ship',
      ship,
      parts.flatMap(({ line: { id, product, stockTracked, description }, quantity }) =>
        stockTracked && product !== null ? [{ product, quantity, name: description, orderLine: id }] : [],
      ),
    );
    const store = ordersStore(platform.rows);
    await store.updateLines(parts.map(({ line, quantity }) => ({ id: line.id, delivered: line.delivered + quantity })));
    const at = platform.clock.now();
    const after = plans.map(({ order, state }) => ({
      ...order,
      state,
      deliveredAt: state === 'delivered' ? at : null,
    }));
    await store.update(after.map(({ id, state, deliveredAt }) => ({ id, state, deliveredAt })));
    await platform.events.record(
      plans.map(({ order, state, parts: out }) =>
        orderEvent(state === 'delivered' ? 'order.delivered' : 'order.handed_over', order, {
          state,
          parts: out.map(({ line, quantity }) => ({ line: line.documentId, quantity })),
        }),
      ),
    );
    const documents = await taxGoods(
      plans.map((plan) => ({ invoice: plan.order.invoice, on: plan.on, parts: plan.parts })),
    );
    return plans.map((plan, index) => ({
      customer: plan.customer,
      order: after[index] ?? plan.order,
      lines: plan.lines.map((line) => {
        const part = plan.parts.find((one) => one.line.id === line.id);
        return part ? { ...line, delivered: line.delivered + part.quantity } : line;
      }),
      taxInvoices: documents.filter((document) => document.invoice === plan.order.invoice),
    }));
  });

  async function taxGoods(
    shipments: { invoice: number | null; on: CivilDate; parts: { line: OrderLineRow; quantity: bigint }[] }[],
  ): Promise<GoodsTaxInvoice[]> {
    const handOvers = shipments.flatMap(({ invoice, on, parts }): HandOver[] => {
      const goods = parts.filter(({ line }) => line.kind === 'goods');
      if (invoice === null || goods.length === 0) return [];
      return [{ invoice, on, lines: goods.map(({ line, quantity }) => ({ sourceLine: line.documentId, quantity })) }];
    });
    if (handOvers.length === 0) return [];
    return invoicing(strapi).handOver(handOvers);
  }
}
