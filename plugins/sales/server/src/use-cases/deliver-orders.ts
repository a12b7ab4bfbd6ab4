import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { checkDeliveredOn, type DeliveryWish, planDelivery, withParts } from '../domain/deliver';
import { ordersStore } from '../stores/orders';
import { type SerialsWish, withSerials } from '../domain/shipment';
import { shipmentsStore } from '../stores/shipments';
import { type GoodsTaxInvoice, isOfOrder, takeFromStock, taxHandedOver } from './hand-over-parts';
import { installHandedOver } from './installed-items/follow-goods';
import type { LockedOrder } from './lock-orders';
import { must } from './must';
import { orderEvent } from './order-events';
import { arrive } from './shipments/arrive';
import { namesToCheck } from './shipments/names-to-check';
import { refuseUnchecked } from '../domain/shipment';
import { lockPackedOrders } from './shipments/lock-shipments';
import { shipmentEvent } from './shipments/shipment-events';
import { writeShipments } from './shipments/write-shipments';

export interface DeliverOrder {
  /** Row id. */
  order: number;
  /** The day the goods changed hands; today unless told. */
  on?: CivilDate;
  /** Everything that is left and all that is on its way, unless told. */
  lines?: readonly DeliveryWish[];
  /** Who took it. */
  receiver?: string;
  /** Of what goes out now, by document id of the order line. */
  serials?: readonly SerialsWish[];
  /** Row id of the warehouse it leaves; the default one unless told. */
  warehouse?: number;
}

export interface DeliveredOrder extends LockedOrder {
  taxInvoices: GoodsTaxInvoice[];
}

/**
 * Hands goods and services over to the customer: shipments that are delivered the day they leave. Stock leaves, the
 * lines know what was delivered, and billing makes the tax invoice of goods not taxed before (s.78). One transaction for
 * all of them.
 */
export async function deliverOrders(tools: Tools, wishes: readonly DeliverOrder[]): Promise<DeliveredOrder[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const today = platform.clock.today();
    const ids = wishes.map((wish) => wish.order);
    const locked = await lockPackedOrders(tools, ids);
    const underWay = await shipmentsStore(platform.rows).ofOrders(ids, 'shipped');
    const plans = locked.map((one, index) => {
      const { on = today, lines, receiver = null, serials = [], warehouse } = wishes[index] ?? {};
      checkDeliveredOn(on, today);
      const own = underWay.filter((shipment) => shipment.order === one.order.id);
      const { state, parts } = planDelivery(one.order.state, one.lines, lines, own.length > 0);
      return { one, on, receiver, warehouse, own, state, parts: withSerials(parts, serials) };
    });
    const wanting = await namesToCheck(
      tools,
      plans.map(({ parts }) => parts.map(({ line }) => line)),
    );
    plans.forEach(({ one }, index) => refuseUnchecked('planned', wanting[index] ?? [], one.order.number ?? ''));
    await takeFromStock(tools, plans);
    const at = platform.clock.now();
    const after = plans.map(({ one: { order }, state }) => ({
      ...order,
      state,
      deliveredAt: state === 'delivered' ? at : null,
    }));
    await ordersStore(platform.rows).update(after.map(({ id, state, deliveredAt }) => ({ id, state, deliveredAt })));
    const handed = plans.filter(({ parts }) => parts.length > 0);
    const written = await writeShipments(
      tools,
      handed.map(({ one, parts, on, receiver, warehouse }) => ({
        ...{ one, parts, on, receiver, warehouse, state: 'delivered' as const },
      })),
    );
    await installHandedOver(
      tools,
      written.map(({ shipment, lines }, index) => {
        const { one, on } = must(handed[index]);
        return { customer: one.order.customer, shipTo: shipment.shipTo, on, lines, orderLines: one.lines };
      }),
    );
    await arrive(
      tools,
      plans.flatMap(({ one, own, on, receiver }, index) =>
        wishes[index]?.lines === undefined
          ? own.map((shipment) => ({ shipment, customer: one.order.customer, on, receiver }))
          : [],
      ),
    );
    await platform.events.record([
      ...written.map(({ shipment }, index) =>
        shipmentEvent('shipment.delivered', shipment, handed[index]?.one.order.customer ?? 0, {
          ...{ on: shipment.deliveredOn, receiver: shipment.receiver },
        }),
      ),
      ...plans.map(({ one: { order }, state, parts }) =>
        orderEvent(state === 'delivered' ? 'order.delivered' : 'order.handed_over', order, {
          state,
          parts: parts.map(({ line, quantity }) => ({ line: line.documentId, quantity })),
        }),
      ),
    ]);
    const documents = await taxHandedOver(tools, plans);
    return plans.map(({ one, parts }, index) => ({
      customer: one.customer,
      order: after[index] ?? one.order,
      lines: withParts(one.lines, parts),
      taxInvoices: documents.filter((document) => isOfOrder(document.invoice, one)),
    }));
  });
}
