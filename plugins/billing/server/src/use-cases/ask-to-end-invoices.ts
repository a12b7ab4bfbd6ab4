import { moneyParam } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../content-types/types';
import { givenUp, voided } from '../domain/invoice-changes';
import { voidInvoices, writeOffInvoices } from './change-invoices';
import { invoicesUnderLock } from './invoices-under-lock';

/** How an invoice ends without being paid, by the code of its approval. */
export const ENDS = {
  void: { decide: voided, does: voidInvoices },
  'write-off': { decide: givenUp, does: writeOffInvoices },
  'fee-waiver': { decide: voided, does: voidInvoices },
} as const;
export type End = keyof typeof ENDS;

/**
 * Ends an invoice without its money, or, beyond the limit of whoever wants it, asks: then nothing happens to it until
 * that is granted. What could not be done is refused before anybody is asked.
 */
export const endInvoice = (platform: Platform, end: End, id: number, reason: string): Promise<Ref | undefined> =>
  platform.transaction(async () => {
    const { decide, does } = ENDS[end];
    const { invoices, customers } = await invoicesUnderLock(platform, [id]);
    const [invoice] = invoices.map((one) => ({ ...one, after: decide(one) }));
    if (!invoice || (await platform.approvals.mayAlone(end, invoice.amountDue))) {
      await does(platform, [id], reason);
      return undefined;
    }
    const customer = customers.get(invoice.customer)?.buyer.name ?? '';
    const [asked] = await platform.approvals.ask([
      {
        kind: end,
        subject: { type: INVOICE, id, documentId: invoice.documentId, name: invoice.number },
        customer: { id: invoice.customer, name: customer },
        words: [
          {
            code: `approval.${end}.asked`,
            params: { invoice: invoice.number, customer, due: moneyParam(invoice.amountDue, invoice.currency) },
          },
        ],
        amount: invoice.amountDue,
        currency: invoice.currency,
        reason,
        payload: { reason },
      },
    ]);
    return asked;
  });
