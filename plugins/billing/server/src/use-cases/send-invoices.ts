import type { Refusal } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../content-types/types';
import { invoiceMail, whyNotSent } from '../domain/invoice-mail';
import { readFrozenInvoices } from '../stores/frozen';
import { invoicesUnderLock } from './invoices-under-lock';

export interface Sending {
  documentId: string;
  number: string | null;
  /** The address; null where it was not sent, for the reason beside it. */
  to: string | null;
  refusal: Refusal | undefined;
}

/** Sends what can be sent of issued invoices again, to the address the customer has now. */
export const sendPossible = (platform: Platform, ids: readonly number[]): Promise<Sending[]> =>
  platform.transaction(async () => {
    const { customers } = await invoicesUnderLock(platform, ids);
    const frozen = await readFrozenInvoices(platform, [...new Set(ids)]);
    const at = platform.clock.now();
    const told = frozen.map((invoice) => {
      const buyer = customers.get(invoice.customer)?.buyer;
      const refusal = whyNotSent(invoice, buyer);
      return { invoice, buyer, refusal, to: refusal ? null : (buyer?.email ?? null) };
    });
    const sent = told.flatMap(({ invoice, buyer, to }) => (buyer && to !== null ? [{ invoice, buyer, to }] : []));
    await platform.mail.queue(
      sent.map(({ invoice, buyer, to }) =>
        invoiceMail(invoice, { ...buyer, email: to }, `invoice:${invoice.documentId}:${at}`),
      ),
    );
    await platform.events.record(
      sent.map(({ invoice, to }) => ({
        name: 'invoice.sent',
        subject: { type: INVOICE, id: invoice.id, documentId: invoice.documentId },
        customer: invoice.customer,
        after: { number: invoice.number, to },
      })),
    );
    return told.map(({ invoice: { documentId, number }, to, refusal }) => ({ documentId, number, to, refusal }));
  });

/** The same where all of them must be sent, or none is. */
export const sendInvoices = (platform: Platform, ids: readonly number[]): Promise<{ to: string }[]> =>
  platform.transaction(async () => {
    const told = await sendPossible(platform, ids);
    for (const { refusal } of told) if (refusal) throw refusal;
    return told.flatMap(({ to }) => (to === null ? [] : [{ to }]));
  });
