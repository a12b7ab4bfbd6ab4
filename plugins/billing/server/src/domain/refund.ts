import {
  badInput,
  broken,
  conflict,
  machine,
  min,
  type MoneyParam,
  moneyParam,
} from '@sanya/strapi-plugin-platform/kernel';
import type { BankAccount } from './rules';

export const refundLife = machine({
  type: 'refund',
  states: ['requested', 'approved', 'sending', 'sent', 'confirmed', 'cancelled'],
  initial: ['requested'],
  transitions: [
    { verb: 'approve', from: ['requested'], to: 'approved' },
    { verb: 'send', from: ['approved'], to: 'sent' },
    // Back to a card: its gateway is asked, and has the word until it has said what came of it.
    { verb: 'ask', from: ['approved'], to: 'sending' },
    { verb: 'land', from: ['sending'], to: 'sent' },
    { verb: 'fail', from: ['sending'], to: 'approved' },
    { verb: 'confirm', from: ['sent'], to: 'confirmed' },
    { verb: 'cancel', from: ['requested', 'approved'], to: 'cancelled' },
  ],
});
export type RefundState = (typeof refundLife.states)[number];

/** Where the customer wants the money. */
export type RefundAccount = Pick<BankAccount, 'bank' | 'number' | 'name'>;

/** What money may go back from: a payment that is more than was owed, or a credit note. Minor units. */
export interface RefundSource {
  /** What it was of, for whoever reads a refusal: the bank's reference or the number of the note. */
  name: string;
  currency: string;
  /** What came in, or was credited. */
  amount: bigint;
  /** What of it is laid on invoices. */
  used: bigint;
  /** What of it went back already or is about to. */
  refunded: bigint;
  /**
   * A note gives back what was paid, never what was not: the money that came to its invoice, less what went back of it
   * already. Null for a payment, which is money itself.
   */
  paid: bigint | null;
}

/** What of a source can still go back. */
export function refundable({ amount, used, refunded, paid }: RefundSource): bigint {
  const left = amount - used - refunded;
  const most = paid === null ? left : min(left, paid);
  return most > 0n ? most : 0n;
}

/** How much goes back: as asked, else all that can. Refuses more than there is. */
export function planRefund(source: RefundSource, asked: bigint | undefined): bigint {
  const most = refundable(source);
  const money = (amount: bigint): MoneyParam => moneyParam(amount, source.currency);
  if (asked !== undefined && asked <= 0n) throw badInput('refund.amount_not_positive', { field: 'amount' });
  if (most === 0n) throw broken('refund.nothing_left', { params: { source: source.name } });
  if (asked !== undefined && asked > most) {
    throw conflict('refund.too_much', {
      field: 'amount',
      params: { amount: money(asked), most: money(most), source: source.name },
    });
  }
  return asked ?? most;
}
