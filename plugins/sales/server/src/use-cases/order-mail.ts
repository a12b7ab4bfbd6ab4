import { formatDate, formatMoney, formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, Platform } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../content-types/types';
import type { OrderLineRow, OrderRow } from '../stores/orders';
import type { IssuedInvoice } from './invoicing';

interface Told {
  order: OrderRow;
  lines: readonly OrderLineRow[];
  invoice: Pick<IssuedInvoice, 'id' | 'number' | 'dueDate'> | null;
}

/** What the templates of orders may say: plan, price and how often it is charged, line by line. */
export function orderMailData(
  { messages }: Platform,
  { order, lines, invoice }: Told,
  name: string,
): Record<string, unknown> {
  const money = (amount: bigint): string => formatMoney(amount, order.currency);
  return {
    customer: { name },
    order: {
      number: order.number,
      currency: order.currency,
      net: money(order.net),
      tax: money(order.tax),
      total: money(order.total),
      discount: order.discount > 0n ? money(order.discount) : null,
      reason: order.cancelReason,
      promisedOn: order.promisedOn && formatDate(order.promisedOn, order.language),
      delayReason: order.delayReason,
    },
    invoice: invoice
      ? { number: invoice.number, dueDate: invoice.dueDate, due: formatDate(invoice.dueDate, order.language) }
      : null,
    lines: lines
      .filter(({ quantity }) => quantity > 0n)
      .map((line) => ({
        description: line.description,
        quantity: formatQuantity(line.quantity),
        unit: line.unit,
        unitPrice: money(line.unitPrice),
        total: money(line.total),
        per: line.per,
        every: messages.say(order.language, `order.per.${line.per}`),
      })),
  };
}

/** One mail about an order in its customer's language; the invoice goes with the confirmation. */
export const orderMail = (
  platform: Platform,
  template:
    | 'order-confirmation'
    | 'order-received'
    | 'order-cancelled'
    | 'order-expired'
    | 'order-delayed'
    | 'order-changed',
  told: Told,
  reader: { to: string; name: string },
  /** What makes it happen once, where there may be several of one order. */
  key = '',
): NewDelivery => ({
  template,
  to: reader.to,
  language: told.order.language,
  customer: told.order.customer,
  data: orderMailData(platform, told, reader.name),
  ...(template === 'order-confirmation' && told.invoice
    ? { documents: [{ kind: 'invoice', id: told.invoice.id }] }
    : {}),
  about: { type: ORDER, documentId: told.order.documentId, name: told.order.number ?? '' },
  key: [told.order.documentId, key].filter(Boolean).join('|'),
});
