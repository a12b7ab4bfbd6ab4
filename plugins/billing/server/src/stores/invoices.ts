import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, INVOICE_LINE } from '../content-types/types';
import type { PlannedInvoice } from '../domain/issue-invoice';
import { lineColumns } from './line-columns';

/** The row of an invoice that is issued now. */
const invoiceRow = (invoice: PlannedInvoice, number: string, at: string): Record<string, unknown> => ({
  number,
  state: invoice.amounts.total === 0n ? 'paid' : 'open',
  customer: invoice.customer.id,
  branch: invoice.draft.branch,
  currency: invoice.draft.currency,
  issuedOn: invoice.issuedOn,
  issuedAt: at,
  takenOverOn: invoice.draft.takenOverOn ?? null,
  dueDate: invoice.dueDate,
  earlyUntil: invoice.early?.earlyUntil ?? null,
  earlyDiscount: invoice.early?.earlyDiscount ?? 0n,
  poNumber: invoice.draft.poNumber ?? null,
  pricesIncludeTax: invoice.draft.pricesIncludeTax,
  sourceType: invoice.draft.source?.type ?? null,
  sourceId: invoice.draft.source?.id ?? null,
  sourceDocumentId: invoice.draft.source?.documentId ?? null,
  sourceNumber: invoice.draft.source?.number ?? null,
  note: invoice.draft.note ?? null,
  net: invoice.amounts.net,
  tax: invoice.amounts.tax,
  total: invoice.amounts.total,
  amountDue: invoice.amounts.total,
  agreedTotal: invoice.agreedTotal ?? null,
  rates: invoice.amounts.rates,
  seller: invoice.seller,
  buyer: invoice.customer.buyer,
});

const lineRows = (invoice: PlannedInvoice, id: number): Record<string, unknown>[] =>
  invoice.lines.map((line, place) => ({
    invoice: id,
    issued: true,
    ...lineColumns(line, place),
    ratePpm: line.ratePpm,
    net: line.net,
    tax: line.tax,
    total: line.total,
    derivation: line.kept,
  }));

/** Writes issued invoices with their lines: new rows, or the stored drafts that become them. In the order given. */
export async function writeInvoices(
  platform: Platform,
  planned: readonly PlannedInvoice[],
  numbers: readonly string[],
): Promise<Ref[]> {
  const { rows, clock } = platform;
  const at = clock.now();
  const written = planned.map((invoice, index) => ({ invoice, row: invoiceRow(invoice, numbers[index] ?? '', at) }));
  const stored = written.flatMap(({ invoice, row }) =>
    invoice.draft.row ? [{ ...row, id: invoice.draft.row.id }] : [],
  );
  const fresh = written.filter(({ invoice }) => !invoice.draft.row);
  const inserted = await rows.insert(
    INVOICE,
    fresh.map(({ row }) => row),
  );
  if (stored.length > 0) {
    // The lines of a draft are written anew: their amounts and rates are those of the day of issue.
    const old = await rows.find(
      INVOICE_LINE,
      (query, column) =>
        void query.whereIn(
          column('invoice'),
          stored.map((row) => row.id),
        ),
      { fields: [] },
    );
    await rows.remove(
      INVOICE_LINE,
      old.map((line) => line.id),
    );
    await rows.update(INVOICE, stored);
  }
  let place = 0;
  const refs = planned.map((invoice) => invoice.draft.row ?? inserted[place++] ?? { id: 0, documentId: '' });
  await rows.insert(
    INVOICE_LINE,
    planned.flatMap((invoice, index) => lineRows(invoice, refs[index]?.id ?? 0)),
    { refs: false },
  );
  return refs;
}
