import type { RecordedEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { ordersStore } from '../stores/orders';
import { invoicesOfPayments, PAYMENT } from '../stores/payments';

/** A slip was rejected or a payment came to nothing: the order waits for its money anew, all its days. */
export async function waitAgain({ platform }: Tools, events: readonly RecordedEvent[]): Promise<void> {
  const idsOf = (payments: boolean): number[] =>
    events.filter(({ subject }) => (subject.type === PAYMENT) === payments).map(({ subject }) => subject.id);
  const invoices = [...idsOf(false), ...(await invoicesOfPayments(platform.rows, idsOf(true)))];
  if (invoices.length === 0) return;
  const store = ordersStore(platform.rows);
  const placed = (await store.ofInvoices(invoices)).filter((order) => order.state === 'placed');
  const waitsSince = platform.clock.now();
  await store.update(placed.map(({ id }) => ({ id, waitsSince })));
}
