import { keepWords } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, Tools } from '@sanya/strapi-plugin-platform/kit';
import { type Expiry, planExpiry } from '../domain/expire';
import { invoiceStandings } from '../stores/invoices';
import { ordersStore } from '../stores/orders';
import { invoicesBeingPaid } from '../stores/payments';
import { freeStock } from './free-stock';
import { invoicing } from './invoicing';
import { type LockedOrder, lockFreeOrders, lockOrders } from './lock-orders';
import { orderEvent } from './order-events';
import { orderMail } from './order-mail';

export interface ExpireWish {
  /** Row ids of orders that have waited too long. */
  orders: readonly number[];
  /** `skip` leaves out the orders of customers whose money or goods somebody else is moving just now. */
  busy: 'wait' | 'skip';
}

export interface ExpiredOrders {
  expired: LockedOrder[];
  /** How many no longer count their days: something has come of them meanwhile. */
  left: number;
}

interface Expiring extends LockedOrder {
  plan: Expiry;
}

/**
 * Lets unpaid orders expire: their invoices are void and their stock is free again, in one transaction. Everything is
 * looked at again under the lock of the customer: a slip or a payment that came first keeps the order, one that comes
 * after finds the invoice void.
 */
export async function expireOrders(tools: Tools, { orders, busy }: ExpireWish): Promise<ExpiredOrders> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const locked = await (busy === 'skip' ? lockFreeOrders : lockOrders)(tools, orders);
    const invoices = locked.flatMap(({ order }) => (order.invoice === null ? [] : [order.invoice]));
    const standings = await invoiceStandings(platform.rows, invoices);
    const beingPaid = await invoicesBeingPaid(platform.rows, invoices);

    const decided = locked.map((one) => ({
      ...one,
      plan: planExpiry({
        state: one.order.state,
        onTerms: one.customer.creditTermsDays > 0,
        handedOver: one.lines.some((line) => line.delivered > 0n),
        paymentUnderWay: one.order.invoice !== null && beingPaid.has(one.order.invoice),
        invoice: one.order.invoice === null ? null : (standings.get(one.order.invoice) ?? null),
      }),
    }));
    const expiring = decided.filter((one): one is Expiring => one.plan !== null);
    const left = decided.filter(({ plan }) => plan === null);

    await ordersStore(platform.rows).update(left.map(({ order: { id } }) => ({ id, waitsSince: null })));
    return { expired: await expire(tools, expiring), left: left.length };
  });
}

async function expire(tools: Tools, expiring: readonly Expiring[]): Promise<LockedOrder[]> {
  const { platform } = tools;
  if (expiring.length === 0) return [];
  const expiredAt = platform.clock.now();
  const after = expiring.map(({ plan, ...one }) => ({ ...one, order: { ...one.order, state: plan.state, expiredAt } }));
  // The orders first: the void that follows is announced, and finds them expired already.
  await ordersStore(platform.rows).update(after.map(({ order: { id, state } }) => ({ id, state, expiredAt })));
  await platform.events.record(
    after.map(({ order }, index) =>
      orderEvent('order.expired', expiring[index]?.order ?? order, { state: order.state }),
    ),
  );
  await platform.mail.queue(
    after.flatMap(({ order, lines, customer }): NewDelivery[] =>
      customer.email
        ? [
            orderMail(
              platform,
              'order-expired',
              { order, lines, invoice: null },
              { to: customer.email, name: customer.name },
            ),
          ]
        : [],
    ),
  );
  await invoicing(tools.strapi).void(
    expiring.map(({ plan }) => plan.voidInvoice),
    keepWords('order.expired_unpaid'),
  );
  await freeStock(tools, expiring);
  return after;
}
