import { broken, conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../content-types/types';
import { invoiceMail } from '../domain/invoice-mail';
import { readFrozenInvoices } from '../stores/frozen';
import { invoicesUnderLock } from './invoices-under-lock';

/** Sends issued invoices again, to the address the customer has now. */
export const sendInvoices = (platform: Platform, ids: readonly number[]): Promise<{ to: string }[]> =>
  platform.transaction(async () => {
    const { customers } = await invoicesUnderLock(platform, ids);
    const frozen = await readFrozenInvoices(platform, ids);
    const at = platform.clock.now();
    const sent = frozen.map((invoice) => {
      if (!['open', 'paid', 'uncollectible'].includes(invoice.state)) {
        throw conflict('invoice.not_to_send', { params: { invoice: invoice.number, state: invoice.state } });
      }
      const buyer = customers.get(invoice.customer)?.buyer;
      if (!buyer?.email) throw broken('invoice.no_address', { params: { customer: buyer?.name ?? '' } });
      return { invoice, buyer, to: buyer.email };
    });
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
    return sent.map(({ to }) => ({ to }));
  });
