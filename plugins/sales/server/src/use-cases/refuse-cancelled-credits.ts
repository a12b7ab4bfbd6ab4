import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { RecordedEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { invoiceStandings } from '../stores/invoices';
import { ordersStore } from '../stores/orders';

/**
 * An order whose invoice was credited whole has let go of its goods and coupon slots, and one that was cancelled of all:
 * others may have them by now, so the credit is not taken back.
 */
export async function refuseCancelledCredits(
  { platform: { rows } }: Tools,
  events: readonly RecordedEvent[],
): Promise<void> {
  const store = ordersStore(rows);
  for (const { after } of events) {
    const invoice = Number(after?.invoice);
    const orders = [...(await store.ofInvoices([invoice])), ...(await store.liveWithAdded([invoice]))];
    const ended = orders.find(({ state }) => after?.whole === true || state === 'cancelled');
    if (!ended) continue;
    const standing = (await invoiceStandings(rows, [invoice])).get(invoice);
    throw conflict('order.credit_stands', {
      params: { order: ended.number ?? '', invoice: standing?.number ?? '', creditNote: String(after?.number) },
    });
  }
}
