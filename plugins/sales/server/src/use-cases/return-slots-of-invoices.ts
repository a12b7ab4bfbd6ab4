import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { invoiceStandings } from '../stores/invoices';
import { ordersStore } from '../stores/orders';
import { returnCouponSlots } from './order-coupons';

/**
 * Gives back the coupon slots of orders whose invoices ask for nothing any more: void, or credited whole. A credit of a
 * part leaves the slot taken.
 */
export async function returnSlotsOfInvoices(tools: Tools, invoices: readonly number[]): Promise<void> {
  const { rows } = tools.platform;
  const orders = await ordersStore(rows).ofInvoices(invoices);
  const withCoupons = orders.filter((order) => order.invoice !== null && order.coupons !== null);
  if (withCoupons.length === 0) return;
  const standings = await invoiceStandings(
    rows,
    withCoupons.flatMap(({ invoice }) => invoice ?? []),
  );
  await returnCouponSlots(
    tools,
    withCoupons.flatMap(({ id, invoice }) => {
      const standing = standings.get(invoice ?? 0);
      return standing && (standing.state === 'void' || standing.credited) ? [id] : [];
    }),
  );
}
