import { move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../content-types/types';
import { paymentLife } from '../domain/lives';
import { rejectionMailData } from '../domain/payment-mail';
import { loadInvoices } from '../stores/invoice-facts';
import { lockCustomers } from '../stores/parties';
import { loadPayments, type PaymentFacts } from '../stores/payments';
import { refuseTwice } from './refuse-twice';

/** Staff reject submitted payments: nothing was settled, the slip may be sent again, the customer is told why. */
export const rejectPayments = (
  platform: Platform,
  rejections: readonly { payment: number; reason: string }[],
): Promise<PaymentFacts[]> =>
  platform.transaction(async () => {
    const ids = rejections.map((one) => one.payment);
    refuseTwice(ids);
    const owners = (await loadPayments(platform, ids)).map((payment) => payment.customer);
    const customers = await lockCustomers(platform, owners);
    const stored = new Map((await loadPayments(platform, ids)).map((payment) => [payment.id, payment]));
    const rejected = rejections.map(({ payment: id, reason }) => {
      const payment = stored.get(id);
      if (!payment) throw notFound('payment.unknown');
      return { ...payment, state: move(paymentLife, payment.state, 'reject'), reason };
    });
    await platform.rows.update(
      PAYMENT,
      rejected.map(({ id, state, reason }) => ({
        id,
        state,
        rejectReason: reason,
        verifiedBy: platform.caller().key,
      })),
    );
    await platform.events.record(
      rejected.map(({ id, documentId, customer, reason }) => ({
        name: 'payment.rejected',
        subject: { type: PAYMENT, id, documentId },
        customer,
        after: { reason },
      })),
    );
    const invoices = await loadInvoices(
      platform,
      rejected.flatMap((payment) => payment.invoice ?? []),
    );
    await platform.mail.queue(
      rejected.flatMap((payment) => {
        const buyer = customers.get(payment.customer)?.buyer;
        if (!buyer?.email) return [];
        const invoice = (payment.invoice && invoices.get(payment.invoice)?.number) || '';
        return [
          {
            template: 'payment-rejected',
            to: buyer.email,
            language: buyer.language,
            customer: payment.customer,
            data: rejectionMailData(payment, invoice, payment.reason, buyer.name),
            about: { type: PAYMENT, documentId: payment.documentId, name: invoice },
            key: `payment:${payment.documentId}`,
          },
        ];
      }),
    );
    return rejected;
  });
