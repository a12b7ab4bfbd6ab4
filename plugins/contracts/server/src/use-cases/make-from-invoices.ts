import { badInput, conflict, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractsStore } from '../stores/contracts';
import { soldStore } from '../stores/sold';
import { trialOf } from '../domain/trial';
import { agreedOff } from '../domain/discount-phases';
import { lockCustomers } from './lock-contracts';
import { makeContracts, type NewContract, type NewLine } from './make-contracts';

/** What is agreed for every line that is pulled from the invoice. */
export type LineAgreement = Omit<
  NewLine,
  | ('product' | 'installedItem' | 'orderLine' | 'invoicePosition' | 'description' | 'details' | 'kind' | 'unit')
  | ('quantity' | 'unitPrice' | 'discount' | 'taxCategory' | 'incomeKind' | 'trialDays')
>;

export interface FromInvoice extends Pick<
  NewContract,
  | ('activation' | 'agreedStart' | 'termMonths' | 'noticeDays' | 'billedTogether' | 'note' | 'draft')
  | ('firstPeriodBilled' | 'renewal')
> {
  /** Row id. */
  invoice: number;
  /** Document ids of the lines that are promised; all of the invoice when absent. */
  lines?: readonly string[];
  agreement: LineAgreement;
}

/** Contracts in one step from invoices: customer, items and prices are pulled from them. */
export async function makeFromInvoices(tools: Tools, wishes: readonly FromInvoice[]): Promise<Ref[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const store = soldStore(platform.rows);
    const ids = wishes.map(({ invoice }) => invoice);
    await lockCustomers(
      tools,
      (await store.invoices(ids)).map(({ customer }) => customer),
    );
    // Under the lock: two who make one of the same invoice come one after the other, and none of one that is void by now.
    const invoices = await store.invoices(ids);
    const lines = await store.invoiceLines(ids);
    const promised = await contractsStore(platform.rows).promisedOn(ids);
    return makeContracts(
      tools,
      wishes.map(({ invoice: id, lines: named, agreement, ...said }): NewContract => {
        const invoice = invoices.find((one) => one.id === id);
        if (!invoice) throw notFound('contract.invoice_unknown', { field: 'id' });
        if (invoice.state !== 'open' && invoice.state !== 'paid') {
          throw conflict('contract.invoice_not_standing', { params: { invoice: invoice.number ?? '' } });
        }
        const own = lines.filter((line) => line.invoice === id);
        const unknown = named?.findIndex((one) => !own.some(({ documentId }) => documentId === one)) ?? -1;
        if (unknown >= 0) throw badInput('contract.invoice_line_unknown', { field: `lines.${unknown}` });
        const chosen = named ? own.filter(({ documentId }) => named.includes(documentId)) : own;
        const twice = chosen.find(({ position }) =>
          promised.some((one) => one.invoice === id && one.position === position),
        );
        if (twice) throw conflict('contract.line_promised', { field: 'lines', params: { line: twice.description } });
        return {
          ...said,
          ...{ customer: invoice.customer, order: null, invoice: id, currency: invoice.currency },
          ...{ pricesIncludeTax: invoice.pricesIncludeTax, poNumber: invoice.poNumber },
          lines: chosen.map((line) => ({
            ...agreement,
            ...{ product: null, installedItem: null, orderLine: null, invoicePosition: line.position },
            ...{ description: line.description, details: line.details, kind: line.kind, unit: line.unit },
            ...{ quantity: line.quantity, unitPrice: line.unitPrice },
            ...agreedOff(line, said.firstPeriodBilled ? 0 : 1),
            trialDays: trialOf(line)?.days ?? null,
            ...{ taxCategory: line.taxCategory, incomeKind: line.incomeKind },
          })),
        };
      }),
    );
  });
}
