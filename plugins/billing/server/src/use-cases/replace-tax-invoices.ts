import { conflict, formatDate, move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, NewEvent, Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { RECEIPT, TAX_INVOICE } from '../content-types/types';
import { receiptLife, type TaxInvoiceState } from '../domain/lives';
import type { Buyer } from '../domain/parties';
import { type BuyerCorrection, cancelled, planReplacement } from '../domain/replace-tax-invoice';
import { refuseTakenOver } from '../domain/tax-document';
import { refuseEnding } from '../domain/tax-month';
import { notesOnTaxInvoices } from '../stores/corrections';
import { standingTaxInvoices } from '../stores/payment-documents';
import { receiptsOfTaxInvoices, writeReceipts } from '../stores/receipts';
import { readRules } from '../stores/settings';
import { endTaxInvoices, writeTaxInvoices, type WrittenTaxInvoice } from '../stores/tax-invoices';
import { closedMonths, holdTaxMonths } from '../stores/tax-months';
import { receiptIssued, taxInvoiceIssued } from './document-payments';
import { invoicesUnderLock } from './invoices-under-lock';

export interface ReplaceWish {
  /** Row id of the tax invoice. One wish each. */
  taxInvoice: number;
  reason: string;
  /** What differs from the customer's data of today. */
  buyer?: BuyerCorrection;
}

interface Head {
  number: string;
  state: TaxInvoiceState;
  customer: number;
  invoice: number;
  takenOverOn: string | null;
}

const readHeads = async (platform: Platform, ids: readonly number[]): Promise<Map<number, Head & Ref>> => {
  const rows = await platform.rows.byIds<Head>(TAX_INVOICE, ids, {
    fields: ['number', 'state', 'customer', 'invoice', 'takenOverOn'],
  });
  if (rows.length < new Set(ids).size) throw notFound('tax_invoice.unknown');
  return new Map(rows.map((row) => [row.id, row]));
};

/** Tax invoices under the lock of their customers, as they stand then. */
async function loadLocked(platform: Platform, ids: readonly number[]) {
  const before = await readHeads(platform, ids);
  const locked = await invoicesUnderLock(
    platform,
    [...before.values()].map((head) => head.invoice),
  );
  const heads = await readHeads(platform, ids);
  const standing = new Map((await standingTaxInvoices(platform, 'id', ids)).map((one) => [one.id, one]));
  const invoices = new Map(locked.invoices.map((invoice) => [invoice.id, invoice]));
  return ids.map((id) => {
    const head = heads.get(id);
    const document = standing.get(id);
    if (head && !document) {
      throw conflict('tax_invoice.ended', { params: { number: head.number, state: head.state } });
    }
    const invoice = head && invoices.get(head.invoice);
    if (!head || !document || !invoice) throw notFound('tax_invoice.unknown');
    refuseTakenOver(head);
    return { document: { ...document, state: head.state }, invoice, customer: locked.customers.get(head.customer) };
  });
}

const correctedBuyer = (buyer: Buyer, correction: BuyerCorrection = {}): Buyer => ({
  ...buyer,
  ...Object.fromEntries(Object.entries(correction).filter(([, value]) => value !== undefined)),
});

/**
 * Replaces tax invoices whose buyer is named wrongly: the successor keeps day and value, so that the return of a closed
 * month stays right, and both numbers stay in the report. The receipt in one with it gets the same new number.
 */
export const replaceTaxInvoices = (platform: Platform, wishes: readonly ReplaceWish[]): Promise<WrittenTaxInvoice[]> =>
  platform.transaction(async () => {
    const loaded = await loadLocked(
      platform,
      wishes.map((wish) => wish.taxInvoice),
    );
    const rules = await readRules(platform);
    const receipts = await receiptsOfTaxInvoices(
      platform,
      loaded.map(({ document }) => document.id),
    );
    const planned = loaded.map(({ document, invoice, customer }, index) => {
      const wish = wishes[index];
      if (!wish || !customer) throw notFound('invoice.customer_unknown');
      const receipt = receipts.find((one) => one.taxInvoice === document.id);
      const buyer = correctedBuyer(customer.buyer, wish.buyer);
      const { reason } = wish;
      const more = { standing: receipt !== undefined, retail: rules.retail, reason };
      return { ...planReplacement(document, invoice, buyer, more), old: document, receipt, buyer, reason };
    });

    await holdTaxMonths(platform);
    const numbers = await platform.numbers.take(
      planned.map(({ series, plan }) => ({ series, branch: plan.invoice.branch, date: plan.taxDate })),
    );
    const written = await writeTaxInvoices(
      platform,
      planned.map(({ plan }) => plan),
      numbers,
    );
    await endTaxInvoices(
      platform,
      planned.map(({ old, state, reason }) => ({ id: old.id, state, reason })),
    );
    const both = planned.flatMap(({ receipt, buyer, reason }, index) =>
      receipt ? [{ receipt, buyer, reason, number: numbers[index] ?? '', taxInvoice: written[index]?.id ?? null }] : [],
    );
    await platform.rows.update(
      RECEIPT,
      both.map(({ receipt, reason }) => ({
        id: receipt.id,
        state: move(receiptLife, 'issued', 'cancel'),
        cancelledAt: platform.clock.now(),
        cancelReason: reason,
      })),
    );
    const newReceipts = await writeReceipts(
      platform,
      both.map(({ receipt: { plan }, buyer, number, taxInvoice }) => ({
        plan: { ...plan, buyer },
        number,
        taxInvoice,
      })),
    );
    await platform.events.record([
      ...planned.map(({ old, reason }, index) => endedEvent('replaced', old, reason, numbers[index])),
      ...both.map(
        ({ receipt }): NewEvent => ({
          name: 'receipt.cancelled',
          subject: { type: RECEIPT, id: receipt.id, documentId: receipt.documentId },
          customer: receipt.plan.customer,
          after: { number: receipt.number },
        }),
      ),
      ...written.map(taxInvoiceIssued),
      ...newReceipts.map(receiptIssued),
    ]);
    await platform.mail.queue(written.flatMap((one, index) => mailOf(one, planned[index]?.old.number ?? '')));
    return written;
  });

const endedEvent = (
  what: 'replaced' | 'cancelled',
  old: Ref & { number: string; customer: number },
  reason: string,
  by?: string,
): NewEvent => ({
  name: `tax_invoice.${what}`,
  subject: { type: TAX_INVOICE, id: old.id, documentId: old.documentId },
  customer: old.customer,
  after: { number: old.number, reason, ...(by === undefined ? {} : { by }) },
});

function mailOf({ id, documentId, number, plan }: WrittenTaxInvoice, replaced: string): NewDelivery[] {
  const { buyer, seller } = plan;
  if (!buyer.email) return [];
  return [
    {
      template: 'tax-invoice-replaced',
      to: buyer.email,
      language: buyer.language,
      customer: plan.invoice.customer,
      data: {
        customer: buyer.name,
        company: buyer.language === 'en' ? (seller.nameEn ?? seller.name) : seller.name,
        number,
        replaced,
        taxDate: formatDate(plan.taxDate, buyer.language),
      },
      documents: [{ kind: 'tax-invoice', id }],
      key: `tax-invoice:${documentId}`,
    },
  ];
}

/** Cancels tax invoices whose tax point never came. Their numbers stay, with zero. */
export const cancelTaxInvoices = (
  platform: Platform,
  wishes: readonly { taxInvoice: number; reason: string }[],
): Promise<void> =>
  platform.transaction(async () => {
    const loaded = await loadLocked(
      platform,
      wishes.map((wish) => wish.taxInvoice),
    );
    const [note] = await notesOnTaxInvoices(
      platform,
      loaded.map(({ document }) => document),
    );
    if (note) throw conflict('tax_invoice.corrected', { params: { note: note.note } });
    const closed = await closedMonths(
      platform,
      loaded.map(({ document }) => document.taxDate),
    );
    refuseEnding(
      closed,
      loaded.map(({ document }) => ({ number: document.number, on: document.taxDate })),
    );
    const ended = loaded.map(({ document, invoice }, index) => ({
      ...document,
      state: cancelled(document, invoice),
      reason: wishes[index]?.reason ?? '',
    }));
    await endTaxInvoices(platform, ended);
    await platform.events.record(ended.map((one) => endedEvent('cancelled', one, one.reason)));
  });
