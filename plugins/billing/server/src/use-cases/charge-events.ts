import type { NewEvent } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../content-types/types';
import type { ChargePayment } from '../stores/charges';

/** What happened to a card payment short of its success, which is told by what it settles. */
export const chargeEvent = (
  payment: Pick<ChargePayment, 'id' | 'documentId' | 'customer'>,
  name: 'payment.initiated' | 'payment.failed' | 'payment.unanswered' | 'payment.doubted',
  after: Record<string, unknown>,
): NewEvent => ({
  name,
  subject: { type: PAYMENT, id: payment.id, documentId: payment.documentId },
  customer: payment.customer,
  after,
});
