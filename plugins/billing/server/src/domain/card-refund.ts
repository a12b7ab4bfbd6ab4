import { broken, conflict, max, moneyParam } from '@sanya/strapi-plugin-platform/kernel';

/** A charge that a refund can go back by, in the order in which they were paid. */
export interface RefundableCharge {
  /** Row id of its payment. */
  payment: number;
  /** Minor units: what the gateway took, and what of it went back or was asked back by refunds of ours. */
  charged: bigint;
  back: bigint;
}

/** What of a charge can still go back. */
export const leftOf = ({ charged, back }: RefundableCharge): bigint => max(charged - back, 0n);

/**
 * The charge that a refund goes back by. A refund is one movement of money with one reference: where no single charge has
 * as much left, it goes in parts or by transfer.
 */
export function chargeFor<Charge extends RefundableCharge>(
  { number, amount, currency }: { number: string; amount: bigint; currency: string },
  charges: readonly Charge[],
): Charge {
  const enough = charges.find((charge) => leftOf(charge) >= amount);
  if (enough) return enough;
  if (charges.length === 0) throw broken('refund.no_card', { params: { refund: number } });
  const most = charges.map(leftOf).reduce(max);
  throw conflict('refund.card_too_little', {
    params: { amount: moneyParam(amount, currency), most: moneyParam(most, currency) },
  });
}

/** The gateway's key of a try: asked again it is the same, tried anew after a refusal it is another. */
export const refundKey = (documentId: string, cardTries: number): string => `${documentId}-${cardTries}`;
