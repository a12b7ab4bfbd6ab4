import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { asksNothing, type CancelInvoice } from '../domain/cancel';
import { invoiceStandings } from '../stores/invoices';
import type { OrderLineRow, OrderRow } from '../stores/orders';
import { invoicesOf } from './cancel-orders';
import type { LockedOrder } from './lock-orders';

const refusal = ({ number }: OrderRow, invoice: CancelInvoice | undefined) =>
  conflict('order.invoice_credited', { params: { order: number ?? '', invoice: invoice?.number ?? '' } });

/**
 * Nothing more is made of an order all of whose invoices were credited whole: nobody pays for it. Such an order may only
 * be cancelled, or closed where all of it was handed over before. Their customers are locked: no credit comes between.
 */
export async function refuseCredited(
  { platform }: Tools,
  orders: readonly Pick<LockedOrder, 'order' | 'lines'>[],
): Promise<void> {
  const standings = await invoiceStandings(platform.rows, orders.flatMap(invoicesOf));
  for (const one of orders) {
    const own = invoicesOf(one).flatMap((invoice) => standings.get(invoice) ?? []);
    const credited = own.find((invoice) => invoice.credited);
    if (credited && asksNothing(own)) throw refusal(one.order, credited);
  }
}

/** Nor does anything leave that stands on an invoice that was credited whole, whatever the order owes besides. */
export async function refuseCreditedParts(
  { platform }: Tools,
  handings: readonly { one: { order: OrderRow }; parts: readonly { line: OrderLineRow }[] }[],
): Promise<void> {
  const asked = handings.flatMap(({ one: { order }, parts }) =>
    parts.flatMap(({ line }) => {
      const invoice = line.invoice ?? order.invoice;
      return invoice === null ? [] : [{ order, invoice }];
    }),
  );
  const standings = await invoiceStandings(platform.rows, [...new Set(asked.map(({ invoice }) => invoice))]);
  const refused = asked.find(({ invoice }) => standings.get(invoice)?.credited);
  if (refused) throw refusal(refused.order, standings.get(refused.invoice));
}
