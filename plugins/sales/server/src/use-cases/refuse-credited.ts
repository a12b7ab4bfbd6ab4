import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { invoiceStandings } from '../stores/invoices';
import type { OrderRow } from '../stores/orders';

/**
 * Nothing more is made of an order whose invoice was credited whole: nobody pays for it. Such an order may only be
 * cancelled, or closed where all of it was handed over before. Their customers are locked: no credit comes between.
 */
export async function refuseCredited({ platform }: Tools, orders: readonly OrderRow[]): Promise<void> {
  const standings = await invoiceStandings(
    platform.rows,
    orders.flatMap((order) => order.invoice ?? []),
  );
  for (const order of orders) {
    const invoice = order.invoice === null ? undefined : standings.get(order.invoice);
    if (invoice?.credited) {
      throw conflict('order.invoice_credited', {
        params: { order: order.number ?? '', invoice: invoice.number ?? '' },
      });
    }
  }
}
