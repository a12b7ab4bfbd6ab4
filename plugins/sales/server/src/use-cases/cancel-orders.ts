import type { NewDelivery, Tools } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../content-types/types';
import { planCancellation } from '../domain/cancel';
import { invoiceStandings } from '../stores/invoices';
import { ordersStore } from '../stores/orders';
import { freeStock } from './free-stock';
import { invoicing } from './invoicing';
import { type LockedOrder, lockOrders } from './lock-orders';
import { must } from './must';
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

/** The order's own invoice first, then those that amending added. */
export const invoicesOf = ({ order, lines }: Pick<LockedOrder, 'order' | 'lines'>): number[] => [
  ...new Set([order.invoice, ...lines.map((line) => line.invoice)].flatMap((invoice) => invoice ?? [])),
];

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
    const standings = await invoiceStandings(platform.rows, locked.flatMap(invoicesOf));
    const plans = locked.map((one, index) => {
      const facts = {
        ...{ number: one.order.number ?? '', state: one.order.state, by: wishes[index]?.by ?? 'staff' },
        handedOver: one.lines.some((line) => line.delivered > 0n),
      };
      const invoices = one.order.invoice === null ? [null] : invoicesOf(one);
      const each = invoices.map((invoice) =>
        planCancellation({ ...facts, invoice: invoice === null ? null : (standings.get(invoice) ?? null) }),
      );
      return { state: must(each[0]).state, voids: each.flatMap(({ voidInvoice }) => voidInvoice ?? []) };
    });
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
    for (const [index, { voids }] of plans.entries()) {
      if (voids.length > 0) await invoicing(strapi).void(voids, wishes[index]?.reason ?? '');
    }
    return after;
  });
}
