import type { Rows } from '@sanya/strapi-plugin-platform/kit';

export const PAYMENT = 'plugin::billing.payment';

/** States of a payment of which nobody knows yet whether its money comes. */
const UNDER_WAY = ['initiated', 'pending', 'unknown', 'to_check', 'submitted'];

/** Which of these invoices somebody says to have paid, while nobody has looked yet. */
export async function invoicesBeingPaid(rows: Rows, invoices: readonly number[]): Promise<Set<number>> {
  if (invoices.length === 0) return new Set();
  const payments = await rows.find<{ invoice: number }>(
    PAYMENT,
    (query, column) => void query.whereIn(column('invoice'), [...invoices]).whereIn(column('state'), UNDER_WAY),
    { fields: ['invoice'] },
  );
  return new Set(payments.map((payment) => payment.invoice));
}

/** The invoices that these payments were meant for. */
export async function invoicesOfPayments(rows: Rows, payments: readonly number[]): Promise<number[]> {
  if (payments.length === 0) return [];
  const found = await rows.byIds<{ invoice: number | null }>(PAYMENT, payments, { fields: ['invoice'] });
  return found.flatMap(({ invoice }) => (invoice === null ? [] : [invoice]));
}
