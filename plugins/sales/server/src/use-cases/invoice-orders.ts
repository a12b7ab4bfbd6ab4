import { extend, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../content-types/types';
import { MONTHS } from '../domain/catalogue';
import { type OrderLineRow, type OrderRow, ordersStore } from '../stores/orders';
import { confirmPaidOrders } from './confirm-paid-orders';
import { type InvoiceDraft, type IssuedInvoice, invoicing } from './invoicing';
import { orderMail } from './order-mail';
import { must } from './must';
import type { OrderParties } from './order-parties';
import { draftLine } from './price-baskets';

export interface StandingOrder extends OrderParties {
  order: OrderRow;
  lines: OrderLineRow[];
}

export interface InvoicedOrder {
  order: OrderRow;
  lines: OrderLineRow[];
  invoice: IssuedInvoice;
}

const MONTHS_OF_A_YEAR = 12n;

/** What a line comes to: what recurs, in a year. */
function agreedOf({ per, unitPrice, quantity, discount }: OrderLineRow): bigint {
  const amount = extend(unitPrice, quantity) - discount;
  return per === 'one_time' ? amount : (amount * MONTHS_OF_A_YEAR) / BigInt(MONTHS[per]);
}

/** The invoice of an order's lines; what amending took away is not asked for. */
export const invoiceDraft = ({
  order,
  lines,
}: Pick<InvoicedOrder, 'order'> & { lines: readonly OrderLineRow[] }): InvoiceDraft => ({
  customer: order.customer,
  branch: null,
  currency: order.currency,
  ...(order.poNumber === null ? {} : { poNumber: order.poNumber }),
  pricesIncludeTax: order.pricesIncludeTax,
  source: { type: ORDER, id: order.id, documentId: order.documentId, number: order.number ?? undefined },
  ...(lines.some(({ per }) => per !== 'one_time') ? { agreedTotal: sum(lines.map(agreedOf)) } : {}),
  send: false,
  lines: lines.filter(({ quantity }) => quantity > 0n).map((line) => draftLine(line, line.documentId)),
});

/** What costs nothing is paid by being placed. */
async function confirmFree(tools: Tools, placed: InvoicedOrder[]): Promise<InvoicedOrder[]> {
  const free = placed.filter(({ invoice }) => invoice.state === 'paid').map(({ invoice }) => invoice.id);
  if (free.length === 0) return placed;
  const confirmed = new Map((await confirmPaidOrders(tools, free)).map(({ order }) => [order.id, order]));
  return placed.map((one) => ({ ...one, order: confirmed.get(one.order.id) ?? one.order }));
}

/** Orders that stand get their invoices, and their customers the confirmation; `told` says what happened to each. */
export async function invoiceOrders(
  tools: Tools,
  standing: readonly StandingOrder[],
  told: (order: InvoicedOrder) => NewEvent,
): Promise<InvoicedOrder[]> {
  const { platform, strapi } = tools;
  if (standing.length === 0) return [];
  const invoices = await invoicing(strapi).issue(standing.map(invoiceDraft));
  const placed = standing.map(({ order, lines }, index): InvoicedOrder => {
    const invoice = must(invoices[index]);
    return { order: { ...order, invoice: invoice.id }, lines, invoice };
  });
  await ordersStore(platform.rows).update(placed.map(({ order: { id, invoice } }) => ({ id, invoice })));
  await platform.events.record(placed.map(told));
  await platform.mail.queue(
    placed.flatMap((one, index): NewDelivery[] => {
      const { mailTo = null, customer } = standing[index] ?? {};
      return mailTo && customer
        ? [orderMail(platform, 'order-confirmation', one, { to: mailTo, name: customer.name })]
        : [];
    }),
  );
  return confirmFree(tools, placed);
}
