import type { NewDelivery, NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../content-types/types';
import { type OrderLineRow, type OrderRow, ordersStore } from '../stores/orders';
import { confirmPaidOrders } from './confirm-paid-orders';
import { type InvoiceDraft, type InvoiceDraftLine, type IssuedInvoice, invoicing } from './invoicing';
import { orderMail } from './order-mail';
import type { OrderParties } from './order-parties';

/** How the product of a line is taxed. */
export interface LineTax {
  taxCategory: string;
  incomeKind: string | null;
}

export interface StandingOrder extends OrderParties {
  order: OrderRow;
  lines: OrderLineRow[];
  /** By row id of the product. */
  taxes: ReadonlyMap<number, LineTax>;
}

export interface InvoicedOrder {
  order: OrderRow;
  lines: OrderLineRow[];
  invoice: IssuedInvoice;
}

const draftLine = (line: OrderLineRow, tax: LineTax | undefined): InvoiceDraftLine => ({
  sourceLine: line.documentId,
  description: line.description,
  ...(line.details === null ? {} : { details: line.details }),
  kind: line.kind,
  quantity: line.quantity,
  unit: line.unit,
  unitPrice: line.unitPrice,
  discount: line.discount,
  taxCategory: tax?.taxCategory ?? '',
  incomeKind: tax?.incomeKind ?? null,
  derivation: line.derivation as InvoiceDraftLine['derivation'],
});

const invoiceDraft = ({ order, lines, taxes }: StandingOrder): InvoiceDraft => ({
  customer: order.customer,
  branch: null,
  currency: order.currency,
  ...(order.poNumber === null ? {} : { poNumber: order.poNumber }),
  pricesIncludeTax: order.pricesIncludeTax,
  source: { type: ORDER, id: order.id, documentId: order.documentId, number: order.number ?? undefined },
  send: false,
  lines: lines.map((line) => draftLine(line, taxes.get(line.product))),
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
    const invoice = invoices[index];
    if (!invoice) throw new Error('A list of invoices came back shorter than it went');
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
