import { badInput, compareDates, conflict, moneyParam, move, sum } from '@sanya/strapi-plugin-platform/kernel';
import { certificateLife } from './lives';

type CertificateState = (typeof certificateLife)['states'][number];

/** A certificate that we expect, or have. */
export interface Certificate {
  state: CertificateState;
  currency: string;
  /** What was withheld by our books. */
  amount: bigint;
  /** How many income kinds it names. */
  kinds: number;
  paidOn: string;
  statedAmount: bigint | null;
}

/** What stands on the paper. */
export interface Paper {
  book?: string | null;
  number: string;
  /** The date on it. */
  on: string;
  /** None: what our books say. */
  amount?: bigint;
}

/** How far back before the payment a payer may date the paper; it is made out at payment, or for the month of it. */
export const MOST_DAYS_EARLY = 31;

/**
 * A certificate that came. Where its amount is ours there is nothing left to check; where it differs, a person looks.
 */
export function receive(known: Certificate, paper: Paper, today: string, earliest: string): 'received' | 'checked' {
  const state = move(certificateLife, known.state, 'receive') as 'received';
  const stated = paper.amount ?? known.amount;
  if (stated <= 0n) throw badInput('certificate.amount_not_positive', { field: 'amount' });
  if (compareDates(paper.on, today) > 0) {
    throw badInput('certificate.in_future', { field: 'on', params: { date: paper.on, today } });
  }
  if (compareDates(paper.on, earliest) < 0) {
    throw badInput('certificate.before_payment', { field: 'on', params: { date: paper.on, paidOn: known.paidOn } });
  }
  return stated === known.amount ? (move(certificateLife, state, 'check') as 'checked') : state;
}

/**
 * Accepts a certificate whose amount differs: payers round each income kind their way, so that far it may be off. A larger
 * difference is no rounding: it is disputed, or the payment recorded anew with what was really withheld.
 * @param tolerance per income kind
 */
export function check(known: Certificate, tolerance: bigint): 'checked' {
  const state = move(certificateLife, known.state, 'check') as 'checked';
  const off = (known.statedAmount ?? 0n) - known.amount;
  const most = tolerance * BigInt(Math.max(1, known.kinds));
  if (off > most || off < -most) {
    throw conflict('certificate.difference_too_large', {
      params: {
        stated: moneyParam(known.statedAmount ?? 0n, known.currency),
        ours: moneyParam(known.amount, known.currency),
      },
    });
  }
  return state;
}

export const dispute = (known: Certificate): 'disputed' => move(certificateLife, known.state, 'dispute') as 'disputed';

/** A customer is asked once a week at most. */
export const CHASE_EVERY_DAYS = 7;

export interface PendingOf {
  amount: bigint;
  paidOn: string;
  chasedOn: string | null;
}

/** Whether a customer may be asked again: nobody asked in the last week. */
export const mayChase = (pending: readonly PendingOf[], notBefore: string): boolean =>
  pending.length > 0 && pending.every(({ chasedOn }) => chasedOn === null || compareDates(chasedOn, notBefore) <= 0);

export const pendingTotal = (pending: readonly PendingOf[]): bigint => sum(pending.map((one) => one.amount));
