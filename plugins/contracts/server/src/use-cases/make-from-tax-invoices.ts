import { badInput, conflict, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { soldStore } from '../stores/sold';
import { type FromInvoice, makeFromInvoices } from './make-from-invoices';

export interface FromTaxInvoice extends Omit<FromInvoice, 'invoice'> {
  /** Row id. */
  taxInvoice: number;
  /** Document ids of its lines that are promised; all of it when absent. */
  lines?: readonly string[];
}

/**
 * Contracts in one step from tax invoices: what stands on them is promised, as it stands on the invoices that they belong
 * to, whole: a tax invoice may be for a part of the money.
 */
export async function makeFromTaxInvoices(tools: Tools, wishes: readonly FromTaxInvoice[]): Promise<Ref[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const store = soldStore(platform.rows);
    const ids = wishes.map(({ taxInvoice }) => taxInvoice);
    const documents = await store.taxInvoices(ids);
    const taxed = await store.taxInvoiceLines(ids);
    const invoiced = await store.invoiceLines([...new Set(documents.map(({ invoice }) => invoice))]);
    return makeFromInvoices(
      tools,
      wishes.map(({ taxInvoice: id, lines: named, ...said }): FromInvoice => {
        const document = documents.find((one) => one.id === id);
        if (!document) throw notFound('contract.tax_invoice_unknown', { field: 'id' });
        if (document.state !== 'issued') {
          throw conflict('contract.tax_invoice_not_standing', { params: { taxInvoice: document.number } });
        }
        const own = taxed.filter((line) => line.taxInvoice === id);
        const unknown = named?.findIndex((one) => !own.some(({ documentId }) => documentId === one)) ?? -1;
        if (unknown >= 0) throw badInput('contract.tax_invoice_line_unknown', { field: `lines.${unknown}` });
        const chosen = new Set(
          (named ? own.filter(({ documentId }) => named.includes(documentId)) : own).map((line) => line.invoiceLine),
        );
        return {
          ...said,
          invoice: document.invoice,
          lines: invoiced.filter((line) => chosen.has(line.id)).map(({ documentId }) => documentId),
        };
      }),
    );
  });
}
