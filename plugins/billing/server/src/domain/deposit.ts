import {
  badInput,
  broken,
  conflict,
  cumulativePart,
  machine,
  max,
  min,
  moneyParam,
  move,
  spread,
  sum,
} from '@sanya/strapi-plugin-platform/kernel';
import { untaxed } from './coverage';
import type { InvoiceFacts, InvoiceLineFacts, SettledInvoice } from './settlement';
import { takesMoney } from './takes-money';

/** Asked for, held and used up follow from the money; what ends a deposit by hand is a state. */
export const depositLife = machine({
  type: 'deposit',
  states: ['open', 'returned', 'forfeited'],
  initial: ['open'],
  transitions: [
    { verb: 'return', from: ['open'], to: 'returned' },
    { verb: 'forfeit', from: ['open'], to: 'forfeited' },
  ],
});
export type DepositState = (typeof depositLife.states)[number];

/**
 * An advance is for named goods or work: its money is their tax point (Revenue Code s.78, s.78/1). A security is owed back:
 * a liability, outside VAT until it is applied or forfeited. An advance that was taken over from books that have not taxed
 * it is neither: it takes nothing off what is taxed, so that its VAT is due with the final document.
 */
export const DEPOSIT_KINDS = ['advance', 'untaxed_advance', 'security'] as const;
export type DepositKind = (typeof DEPOSIT_KINDS)[number];

export interface DepositFacts {
  id: number;
  documentId: string;
  kind: DepositKind;
  state: DepositState;
  customer: number;
  /** The invoice by which it was asked for. */
  invoice: number;
  currency: string;
  /** What came in for it. */
  paid: bigint;
  /** What credit notes took off its invoice. */
  credited: bigint;
  /** What of it is laid on final invoices, and the VAT in that. */
  applied: bigint;
  appliedTax: bigint;
}

/** What of a deposit can still be used or given back. */
export const heldOf = ({ state, paid, credited, applied }: DepositFacts): bigint =>
  state === 'open' ? max(0n, paid - credited - applied) : 0n;

/** How a deposit stands, as the office says it. */
export function standingOf(deposit: DepositFacts): 'asked' | 'held' | 'used' | 'returned' | 'forfeited' {
  if (deposit.state !== 'open') return deposit.state;
  if (heldOf(deposit) > 0n) return 'held';
  return deposit.paid > 0n ? 'used' : 'asked';
}

export const ended = (deposit: DepositFacts, verb: 'return' | 'forfeit'): DepositState => {
  const state = move(depositLife, deposit.state, verb);
  if (heldOf(deposit) === 0n) throw broken('deposit.nothing_held');
  return state;
};

/** What an advance can still take off a line: what no tax document and no money has reached, at the rate it was taxed at. */
const open = (line: InvoiceLineFacts, like: InvoiceLineFacts): bigint =>
  line.taxCategory === like.taxCategory && line.ratePpm === like.ratePpm
    ? min(untaxed(line), line.total - line.paid)
    : 0n;

/** The VAT in a part of an advance: cumulative, so that the parts add up to its own. */
export const taxIn = ({ applied, appliedTax }: DepositFacts, own: InvoiceFacts, amount: bigint): bigint =>
  cumulativePart(own.tax, applied + amount, own.total, appliedTax);

/**
 * Lays an advance on its final invoice: so much of it was taxed when the advance came, so that it is neither owed nor taxed
 * again. Without an amount, as much as there is and fits.
 */
export function applyAdvance(
  deposit: DepositFacts,
  own: InvoiceFacts,
  target: InvoiceFacts,
  wanted: bigint | undefined,
): SettledInvoice {
  const { number: invoice, state, currency } = target;
  const money = (amount: bigint) => moneyParam(amount, currency);
  if (target.id === own.id) throw badInput('deposit.own_invoice', { field: 'invoice' });
  if (target.customer !== deposit.customer) throw badInput('deposit.other_customer', { field: 'invoice' });
  if (!takesMoney(state)) throw conflict('allocation.invoice_not_open', { params: { invoice, state } });
  const [like] = own.lines;
  const opens = target.lines.map((line) => (like ? open(line, like) : 0n));
  const held = heldOf(deposit);
  const most = min(min(sum(opens), target.amountDue), held);
  if (held === 0n) throw broken('deposit.nothing_held');
  if (wanted !== undefined && wanted <= 0n) throw badInput('payment.amount_not_positive', { field: 'amount' });
  if (most === 0n) throw broken('deposit.nothing_fits', { field: 'invoice', params: { invoice } });
  if (wanted !== undefined && wanted > most) {
    throw conflict('deposit.too_much', {
      field: 'amount',
      params: { amount: money(wanted), most: money(most), invoice },
    });
  }
  const amount = wanted ?? most;
  const parts = spread(amount, opens);
  const taxes = spread(taxIn(deposit, own, amount), parts);
  const amountDue = target.amountDue - amount;
  return {
    invoice: {
      ...target,
      amountDue,
      state: amountDue === 0n ? 'paid' : 'open',
      lines: target.lines.map((line, index) => ({
        ...line,
        paid: line.paid + (parts[index] ?? 0n),
        adjusted: line.adjusted + (parts[index] ?? 0n),
        adjustedTax: line.adjustedTax + (taxes[index] ?? 0n),
      })),
    },
    allocation: {
      invoice: target.id,
      ...{
        cash: 0n,
        withheld: 0n,
        deduction: 0n,
        deductionReason: null,
        deductionKind: null,
        credit: 0n,
        writeOff: 0n,
        amount,
      },
    },
    parts: target.lines.flatMap((line, index) => {
      const part = parts[index] ?? 0n;
      return part > 0n ? [{ line, amount: part }] : [];
    }),
    taxed: [],
    plain: [],
  };
}
