import { addDuration, compareInstants, moneyParam, mulDiv } from '@sanya/strapi-plugin-platform/kernel';
import type { Charge, GatewayEvent } from '@sanya/strapi-plugin-platform/kit';
import type { PaymentState } from './lives';
import type { Mark } from './marks';

/** States in which the gateway has the word. */
export const AWAITED: readonly PaymentState[] = ['initiated', 'pending', 'unknown'];

export interface AwaitedPayment {
  documentId: string;
  currency: string;
  /** The cash part, minor units: what the gateway was asked to take. */
  amount: bigint;
}

export type ChargeVerdict =
  | { verdict: 'wait' }
  | { verdict: 'succeed' }
  | { verdict: 'fail'; reason: string }
  | { verdict: 'doubt'; mark: Mark };

const doubt = (code: Mark['code'], params: Mark['params'] = {}): ChargeVerdict => ({
  verdict: 'doubt',
  mark: { code, params },
});

/**
 * What a charge means for the payment that it was asked for. Money is taken only where it is to the last minor unit
 * what was asked for, in its currency, and all still there; whatever else was taken a person looks at.
 */
export function judgeCharge(payment: AwaitedPayment, charge: Charge): ChargeVerdict {
  if (charge.state === 'failed') return { verdict: 'fail', reason: charge.failure ?? 'failed' };
  if (charge.key !== payment.documentId) return doubt('other_payment', { charge: charge.id ?? '' });
  if (charge.state === 'pending') return { verdict: 'wait' };
  if (charge.currency !== payment.currency) {
    return doubt('other_currency', { asked: payment.currency, paid: charge.currency });
  }
  if (charge.amount !== payment.amount) {
    return doubt('other_amount', {
      asked: moneyParam(payment.amount, payment.currency),
      paid: moneyParam(charge.amount, charge.currency),
    });
  }
  if (charge.refunded !== 0n) return doubt('sent_back', { refunded: moneyParam(charge.refunded, charge.currency) });
  return { verdict: 'succeed' };
}

/** What an event means where its payment is not awaited any more. */
export type EventVerdict =
  | { verdict: 'handle' }
  | { verdict: 'reverse'; why: 'refunded' | 'dispute_lost' }
  | { verdict: 'doubt'; mark: Mark };

const events = { handle: { verdict: 'handle' } } as const;

/** What of a charge went back because refunds of ours asked for it, minor units. */
export interface OwnRefunds {
  /** Of what the gateway has said that it went. */
  sent: bigint;
  /** Of what it has not said yet. */
  asked: bigint;
}

export const NO_REFUNDS: OwnRefunds = { sent: 0n, asked: 0n };

export function judgeEvent(
  state: PaymentState,
  charge: Charge,
  { about, dispute }: Pick<GatewayEvent, 'about' | 'dispute'>,
  own: OwnRefunds,
): EventVerdict {
  const mark = (code: Mark['code'], params: Mark['params'] = {}): EventVerdict => ({
    verdict: 'doubt',
    mark: { code, params },
  });
  const kept = charge.state === 'succeeded' ? charge.amount - charge.refunded : 0n;
  if ((state === 'failed' || state === 'rejected') && kept > 0n) return mark('paid_after_all');
  if (state !== 'succeeded') return events.handle;
  const isOwn = own.sent + own.asked > 0n;
  if (charge.refunded > 0n && kept === 0n && !isOwn) return { verdict: 'reverse', why: 'refunded' };
  if (about === 'dispute' && dispute === 'lost') return { verdict: 'reverse', why: 'dispute_lost' };
  if (about === 'dispute' && dispute === 'open') return mark('disputed');
  const strange = charge.refunded - own.sent - own.asked;
  if (about === 'refund' && strange > 0n) {
    return mark('sent_back', { refunded: moneyParam(strange, charge.currency) });
  }
  if (about === 'refund' && charge.refunded < own.sent) {
    return mark('refund_returned', { returned: moneyParam(own.sent - charge.refunded, charge.currency) });
  }
  return events.handle;
}

/** What the gateway keeps: what it says, else the rate of the settings, rounded half up. */
export const feeOf = (charge: Pick<Charge, 'fee' | 'amount'>, feePpm: number): bigint | null =>
  charge.fee ?? (feePpm > 0 ? mulDiv(charge.amount, BigInt(feePpm), 1_000_000n) : null);

/** How long until a gateway is asked again, after the 1st, 2nd … time. */
const PAUSES = ['PT1M', 'PT2M', 'PT5M', 'PT15M', 'PT30M', 'PT1H', 'PT3H', 'PT6H', 'PT12H'] as const;
const LAST = PAUSES.length - 1;

export const nextAsk = (asks: number, now: string, zone: string): string =>
  addDuration(now, PAUSES[Math.min(asks, LAST)] ?? 'PT12H', zone);

/** Nobody pays any more what was not paid in a day: it is called off at the gateway. */
export const isAbandoned = (asks: number): boolean => asks >= LAST;

/** A call that reached the gateway has long been answered by then. */
const UNREACHED = 'PT10M';

/** The gateway knows of no charge, and cannot come to know of one. */
export const isUnreached = (initiatedAt: string, now: string, zone: string): boolean =>
  compareInstants(addDuration(initiatedAt, UNREACHED, zone), now) <= 0;
