import { sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../content-types/types';
import type { CancelInvoice } from '../domain/cancel';

const TAX_INVOICE = 'plugin::billing.tax-invoice';
const CREDIT_NOTE = 'plugin::billing.credit-note';

interface InvoiceRow {
  number: string | null;
  state: string;
  total: bigint;
  amountDue: bigint;
}

/** How the invoices of orders stand, as far as cancelling asks: three statements, however many. */
export async function invoiceStandings(rows: Rows, ids: readonly number[]): Promise<Map<number, CancelInvoice>> {
  if (ids.length === 0) return new Map();
  const issuedOf = <T>(uid: string, fields: string[]) =>
    rows.find<T & { invoice: number }>(
      uid,
      (query, column) => void query.whereIn(column('invoice'), [...ids]).where(column('state'), 'issued'),
      { fields: ['invoice', ...fields] },
    );
  const invoices = await rows.byIds<InvoiceRow>(INVOICE, ids, { fields: ['number', 'state', 'total', 'amountDue'] });
  const taxed = new Set((await issuedOf(TAX_INVOICE, [])).map((row) => row.invoice));
  const credits = await issuedOf<{ total: bigint }>(CREDIT_NOTE, ['total']);
  return new Map(
    invoices.map(({ id, number, state, total, amountDue }) => {
      const credited = sum(credits.filter((row) => row.invoice === id).map((row) => row.total));
      return [
        id,
        {
          id,
          number,
          state,
          free: total === 0n,
          settled: amountDue !== total,
          credited: credits.length > 0 && credited >= total,
          taxed: taxed.has(id),
        },
      ];
    }),
  );
}
