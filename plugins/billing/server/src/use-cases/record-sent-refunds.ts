import { formatDate, formatMoney, move } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, Platform } from '@sanya/strapi-plugin-platform/kit';
import { type RefundAccount, refundLife } from '../domain/refund';
import { type RefundRow, updateRefunds } from '../stores/refunds';
import { refundEvent } from './refund-events';

export interface Sending {
  refund: RefundRow;
  verb: 'send' | 'land';
  /** The bank's or the gateway's. */
  reference: string;
  /** The day of it. */
  sentOn: string;
  /** Null: it went back to a card. */
  account: RefundAccount | null;
  /** Who sent it, by caller key. */
  sentBy: string | null;
}

/** Writes down that money went back, and queues the advice of it. Their customers are locked. */
export async function recordSentRefunds(platform: Platform, sendings: readonly Sending[]): Promise<RefundRow[]> {
  const sent = sendings.map(({ refund, verb, reference, sentOn, account, sentBy }): RefundRow => {
    const state = move(refundLife, refund.state, verb);
    return { ...refund, state, reference, sentOn, account, sentBy, sentAt: platform.clock.now(), askAt: null };
  });
  await updateRefunds(
    platform,
    sent.map(({ id, state, reference, sentOn, account, sentAt, sentBy, askAt }) => ({
      ...{ id, state, reference, sentOn, account, sentAt, sentBy, askAt },
    })),
  );
  await platform.events.record(sent.map((refund, index) => refundEvent(refund, sendings[index]?.refund.state ?? null)));
  await platform.mail.queue(sent.flatMap(adviceOf));
  return sent;
}

const adviceOf = ({
  id,
  documentId,
  number,
  customer,
  currency,
  amount,
  sentOn,
  buyer,
  seller,
}: RefundRow): NewDelivery[] =>
  buyer.email
    ? [
        {
          template: 'refund-advice',
          to: buyer.email,
          language: buyer.language,
          customer,
          data: {
            customer: buyer.name,
            company: buyer.language === 'en' ? (seller.nameEn ?? seller.name) : seller.name,
            number,
            amount: formatMoney(amount, currency),
            currency,
            sentOn: formatDate(sentOn ?? '', buyer.language),
          },
          documents: [{ kind: 'refund', id }],
          key: documentId,
        },
      ]
    : [];
