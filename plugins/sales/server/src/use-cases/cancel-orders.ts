import type { NewDelivery, Tools } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../content-types/types';
import { planCancellation } from '../domain/cancel';
import { invoiceStandings } from '../stores/invoices';
import { ordersStore } from '../stores/orders';
import { freeStock } from './free-stock';
import { invoicing } from './invoicing';
import { type LockedOrder, lockOrders } from './lock-orders';
import { returnCouponSlots } from './order-coupons';
import { orderEvent } from './order-events';
import { orderMail } from './order-mail';
import { unpackOrders } from './shipments/cancel-shipments';

export interface CancelOrder {
  /** Row id. */
  order: number;
  reason: string;
  by: 'customer' | 'staff';
}

/**
 * Cancels orders: their stock and coupon slots are free again and their invoices void, or, where something was paid, taxed or handed
 * over, a 409 that says what to do first. One transaction for all of them.
 */
export async function cancelOrders(tools: Tools, wishes: readonly CancelOrder[]): Promise<LockedOrder[]> {
  const { platform, strapi } = tools;
  if (wishes.length === 0) return [];
  return platform.transaction(async () => {
    const locked = await lockOrders(
      tools,
      wishes.map((wish) => wish.order),
    );
    const standings = await invoiceStandings(
      platform.rows,
      locked.flatMap(({ order }) => (order.invoice === null ? [] : [order.invoice])),
    );
    const plans = locked.map(({ order, lines }, index) =>
      planCancellation({
        number: order.number ?? '',
        state: order.state,
        handedOver: lines.some((line) => line.delivered > 0n),
        invoice: order.invoice === null ? null : (standings.get(order.invoice) ?? null),
        by: wishes[index]?.by ?? 'staff',
      }),
    );
    const cancelledAt = platform.clock.now();
    const after = locked.map((one, index) => ({
      ...one,
      order: {
        ...one.order,
        state: plans[index]?.state ?? one.order.state,
        cancelledAt,
        cancelReason: wishes[index]?.reason ?? null,
      },
    }));
    await returnCouponSlots(
      tools,
      locked.filter(({ order }) => order.coupons !== null).map(({ order }) => order.id),
    );
    await unpackOrders(tools, locked);
    await freeStock(tools, locked);
    await platform.approvals.withdraw(
      ORDER,
      locked.map(({ order }) => order.id),
    );
    // The orders first: the void that follows is announced, and finds them cancelled already.
    await ordersStore(platform.rows).update(
      after.map(({ order: { id, state, cancelReason } }) => ({ id, state, cancelledAt, cancelReason })),
    );
    await platform.events.record(
      after.map(({ order }, index) =>
        orderEvent('order.cancelled', locked[index]?.order ?? order, {
          state: order.state,
          reason: order.cancelReason,
          by: wishes[index]?.by,
        }),
      ),
    );
    const mails = after.flatMap(({ order, lines, customer }): NewDelivery[] =>
      customer.email
        ? [
            orderMail(
              platform,
              'order-cancelled',
              { order, lines, invoice: null },
              { to: customer.email, name: customer.name },
            ),
          ]
        : [],
    );
    await platform.mail.queue(mails);
    for (const [index, { voidInvoice }] of plans.entries()) {
      if (voidInvoice !== null) await invoicing(strapi).void([voidInvoice], wishes[index]?.reason ?? '');
    }
    return after;
  });
}
