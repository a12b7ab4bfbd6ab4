import { sum } from '@sanya/strapi-plugin-platform/kernel';
import { type GatewayName, type Platform, storedInstant } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, PAYMENT, REFUND } from '../content-types/types';
import type { RefundableCharge } from '../domain/card-refund';
import { NO_REFUNDS, type OwnRefunds } from '../domain/charge';
import { loadNotes, type RefundRow } from './refunds';

export interface PaidCharge extends RefundableCharge {
  gateway: GatewayName;
  /** The gateway's own id of it. */
  chargeId: string;
  /** Row id of the saved card that was charged. */
  card: number | null;
}

/** Row ids of the payments that money of a refund came by. */
async function paymentsBehind(platform: Platform, { payment, creditNote }: RefundRow): Promise<number[]> {
  if (payment !== null) return [payment];
  const [note] = await loadNotes(platform, creditNote === null ? [] : [creditNote]);
  const laid = await platform.rows.find<{ payment: number }>(
    ALLOCATION,
    (query, column) =>
      void query
        .where(column('invoice'), note?.invoice ?? 0)
        .where(column('undone'), false)
        .whereNotNull(column('payment')),
    { fields: ['payment'] },
  );
  return laid.map((one) => one.payment);
}

/** The charges that a refund can go back by, in the order in which they were paid. */
export async function chargesBehind(platform: Platform, refund: RefundRow): Promise<PaidCharge[]> {
  const paid = await platform.rows.byIds<{
    state: string;
    gateway: GatewayName | null;
    chargeId: string | null;
    amount: bigint;
    paymentMethod: number | null;
  }>(PAYMENT, [...new Set(await paymentsBehind(platform, refund))], {
    fields: ['state', 'gateway', 'chargeId', 'amount', 'paymentMethod'],
  });
  const back = await backOf(
    platform,
    paid.map(({ id }) => id),
  );
  return paid
    .flatMap(({ id, state, gateway, chargeId, amount, paymentMethod }): PaidCharge[] => {
      if (state !== 'succeeded' || gateway === null || chargeId === null) return [];
      const { sent, asked } = back.get(id) ?? NO_REFUNDS;
      return [{ payment: id, gateway, chargeId, card: paymentMethod, charged: amount, back: sent + asked }];
    })
    .sort((a, b) => a.payment - b.payment);
}

/** What went back by the charges of payments because refunds of ours asked for it, by row id. */
export async function backOf(platform: Platform, payments: readonly number[]): Promise<Map<number, OwnRefunds>> {
  const refunds = await platform.rows.find<{ cardPayment: number; amount: bigint; state: string }>(
    REFUND,
    (query, column) =>
      void query
        .whereIn(column('cardPayment'), [...payments])
        .whereIn(column('state'), ['sending', 'sent', 'confirmed']),
    { fields: ['cardPayment', 'amount', 'state'] },
  );
  return new Map(
    payments.map((payment) => {
      const own = refunds.filter((refund) => refund.cardPayment === payment);
      const total = (isAsked: boolean): bigint =>
        sum(own.filter(({ state }) => (state === 'sending') === isAsked).map(({ amount }) => amount));
      return [payment, { sent: total(false), asked: total(true) }];
    }),
  );
}

/** Refunds that a gateway has the word about: those of a payment, or those to be asked about by an instant. */
export const askedRefunds = async (
  platform: Platform,
  which: { payment: number } | { by: string; most: number },
): Promise<number[]> =>
  (
    await platform.rows.find(
      REFUND,
      (query, column) => {
        void query.where(column('state'), 'sending').orderBy([column('askAt'), column('id')]);
        if ('payment' in which) void query.where(column('cardPayment'), which.payment);
        else void query.where(column('askAt'), '<=', storedInstant(platform.rows, which.by)).limit(which.most);
      },
      { fields: [] },
    )
  ).map(({ id }) => id);

/** When the first of them is to be asked about. */
export async function nextRefundToAsk(platform: Platform): Promise<string | null> {
  const [first] = await platform.rows.find<{ askAt: string }>(
    REFUND,
    (query, column) => void query.where(column('state'), 'sending').orderBy(column('askAt')).limit(1),
    { fields: ['askAt'] },
  );
  return first?.askAt ?? null;
}
