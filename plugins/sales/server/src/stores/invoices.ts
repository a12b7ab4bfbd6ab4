import { type CivilDate, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, ORDER } from '../content-types/types';
import type { CancelInvoice } from '../domain/cancel';

const TAX_INVOICE = 'plugin::billing.tax-invoice';
const CREDIT_NOTE = 'plugin::billing.credit-note';
const DEBIT_NOTE = 'plugin::billing.debit-note';

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

export interface OrderInvoiceRow extends Ref, InvoiceRow {
  number: string;
  dueDate: CivilDate;
}

/** All invoices that were issued for an order, those of what was charged too little on them too; the oldest first. */
export async function invoicesOfOrder(rows: Rows, order: string): Promise<OrderInvoiceRow[]> {
  const fields = ['number', 'state', 'total', 'amountDue', 'dueDate'];
  const asked = await rows.find<OrderInvoiceRow>(
    INVOICE,
    (query, column) =>
      void query
        .where(column('sourceDocumentId'), order)
        .where(column('sourceType'), ORDER)
        .whereNotIn(column('state'), ['draft', 'discarded']),
    { fields },
  );
  const debits = await rows.find<{ payable: number | null }>(
    DEBIT_NOTE,
    (query, column) =>
      void query.whereIn(
        column('invoice'),
        asked.map(({ id }) => id),
      ),
    { fields: ['payable'] },
  );
  const payables = debits.flatMap(({ payable }) => (payable === null ? [] : [payable]));
  const charged = await rows.byIds<OrderInvoiceRow>(INVOICE, payables, { fields });
  return [...asked, ...charged].sort((a, b) => a.id - b.id);
}
