import type { NewEvent } from '@sanya/strapi-plugin-platform/kit';
import { REFUND } from '../content-types/types';
import type { RefundRow, RefundFacts } from '../stores/refunds';

/** `refund.sent` and its like. */
export const refundEvent = (refund: RefundRow, before: RefundFacts['state'] | null): NewEvent => ({
  name: `refund.${refund.state}`,
  subject: { type: REFUND, id: refund.id, documentId: refund.documentId },
  customer: refund.customer,
  ...(before ? { before: { state: before } } : {}),
  after: {
    number: refund.number,
    state: refund.state,
    amount: refund.amount,
    currency: refund.currency,
    ...(refund.reference ? { reference: refund.reference, sentOn: refund.sentOn } : {}),
    ...(refund.cancelReason ? { reason: refund.cancelReason } : {}),
  },
});
