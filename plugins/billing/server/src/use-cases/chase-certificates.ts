import { addDays, formatDate, formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { CERTIFICATE, CUSTOMER } from '../content-types/types';
import { CHASE_EVERY_DAYS, mayChase, pendingTotal } from '../domain/certificate';
import type { CustomerFacts } from '../domain/issue-invoice';
import { type CertificateRow, pendingCertificates } from '../stores/certificates';
import { lockCustomers, readSellers } from '../stores/parties';

export interface Chased {
  customer: string;
  name: string;
  /** `sent`, or why nobody was asked. */
  outcome: 'sent' | 'nothing_pending' | 'asked_lately' | 'no_address';
}

/** Asks customers for the certificates that they owe us, in one mail each, once a week at most. */
export const chaseCertificates = (platform: Platform, ids: readonly number[]): Promise<Chased[]> =>
  platform.transaction(async () => {
    const customers = await lockCustomers(platform, ids);
    const pending = await pendingCertificates(platform, ids);
    const today = platform.clock.today();
    const notBefore = addDays(today, -CHASE_EVERY_DAYS);
    const decided = [...customers.values()].map((customer) => {
      const own = pending.filter((one) => one.customer === customer.id);
      const outcome: Chased['outcome'] =
        own.length === 0
          ? 'nothing_pending'
          : !mayChase(own, notBefore)
            ? 'asked_lately'
            : customer.buyer.email
              ? 'sent'
              : 'no_address';
      return { customer, own, outcome };
    });
    const asked = decided.filter(({ outcome }) => outcome === 'sent');
    const sellerOf = await readSellers(platform, []);
    await platform.rows.update(
      CERTIFICATE,
      asked.flatMap(({ own }) => own.map(({ id }) => ({ id, chasedOn: today }))),
    );
    await platform.mail.queue(asked.flatMap(({ customer, own }) => mailOf(customer, own, sellerOf(null).name, today)));
    await platform.events.record(
      asked.map(({ customer, own }) => ({
        name: 'certificate.chased',
        subject: { type: CUSTOMER, id: customer.id, documentId: customer.documentId },
        customer: customer.id,
        after: { certificates: own.length, amount: pendingTotal(own) },
      })),
    );
    return decided.map(({ customer, outcome }) => ({
      customer: customer.documentId,
      name: customer.buyer.name,
      outcome,
    }));
  });

function mailOf(
  { id, documentId, buyer }: CustomerFacts,
  own: readonly (CertificateRow & Ref)[],
  company: string,
  today: string,
): NewDelivery[] {
  const currency = own[0]?.currency ?? 'THB';
  if (!buyer.email) return [];
  return [
    {
      template: 'certificates-chase',
      to: buyer.email,
      language: buyer.language,
      customer: id,
      data: {
        customer: buyer.name,
        company,
        total: formatMoney(pendingTotal(own), currency),
        currency,
        certificates: own.map(({ paidOn, amount }) => ({
          paidOn: formatDate(paidOn, buyer.language),
          amount: formatMoney(amount, currency),
        })),
      },
      key: `certificates:${documentId}:${today}`,
    },
  ];
}
