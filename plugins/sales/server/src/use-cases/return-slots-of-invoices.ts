import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { invoiceStandings } from '../stores/invoices';
import { type OrderRow, ordersStore } from '../stores/orders';
import { lockOrders } from './lock-orders';
import { returnCouponSlots } from './order-coupons';

const withCoupons = async ({ platform: { rows } }: Tools, invoices: readonly number[]): Promise<OrderRow[]> =>
  (await ordersStore(rows).ofInvoices(invoices)).filter(({ coupons }) => coupons !== null);

/**
 * Gives back the coupon slots of orders whose invoices ask for nothing any more: void, or credited whole. A credit of a
 * part leaves the slot taken. The customers are locked by whoever calls.
 */
export async function returnSlotsOfInvoices(tools: Tools, invoices: readonly number[]): Promise<void> {
  const orders = await withCoupons(tools, invoices);
  if (orders.length === 0) return;
  const standings = await invoiceStandings(
    tools.platform.rows,
    orders.flatMap(({ invoice }) => invoice ?? []),
  );
  await returnCouponSlots(
    tools,
    orders.flatMap(({ id, invoice }) => {
      const standing = standings.get(invoice ?? 0);
      return standing && (standing.state === 'void' || standing.credited) ? [id] : [];
    }),
  );
}

/**
 * The same after a credit, in a transaction of its own: in that of the credit the number of the credit note is taken
 * already, and coupon slots come before numbers. Whoever takes both at once would wait for one another.
 */
export const returnSlotsOfCredited = (tools: Tools, invoices: readonly number[]): Promise<void> =>
  tools.platform.transaction(async () => {
    const orders = await withCoupons(tools, invoices);
    if (orders.length === 0) return;
    await lockOrders(
      tools,
      orders.map(({ id }) => id),
    );
    await returnSlotsOfInvoices(tools, invoices);
  });
