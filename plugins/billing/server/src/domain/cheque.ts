import {
  badInput,
  broken,
  type CivilDate,
  conflict,
  isCivilDate,
  machine,
  min,
  move,
  sum,
} from '@sanya/strapi-plugin-platform/kernel';
import type { WantedAllocation } from './allocation';
import type { DeductionKind } from './deduction';
import { EARLY_DISCOUNT, earlyDiscount } from './early-payment';
import type { InvoiceFacts } from './settlement';
import { takesMoney } from './takes-money';

/**
 * A cheque is a promise until the bank has made it good: it pays nothing before. One that bounced may be presented again,
 * or given back.
 */
export const chequeLife = machine({
  type: 'cheque',
  states: ['received', 'deposited', 'cleared', 'bounced', 'returned'],
  initial: ['received'],
  transitions: [
    { verb: 'deposit', from: ['received', 'bounced'], to: 'deposited' },
    { verb: 'clear', from: ['deposited'], to: 'cleared' },
    { verb: 'bounce', from: ['deposited', 'cleared'], to: 'bounced' },
    { verb: 'return', from: ['received', 'bounced'], to: 'returned' },
  ],
});
export type ChequeState = (typeof chequeLife.states)[number];

/** Not good yet, and not gone: what it is meant to pay is still owed. */
export const IN_HAND: readonly ChequeState[] = ['received', 'deposited'];

export type ChequeDating = 'cleared' | 'cheque';

const bare = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z\u0E00-\u0E7F]/g, '');

/** What makes a cheque of a customer the same one however it is typed. */
export const chequeKey = (bank: string, number: string): string => `${bare(bank)}|${bare(number)}`;

export interface ChequeFacts {
  number: string;
  state: ChequeState;
  chequeDate: CivilDate;
  receivedOn: CivilDate;
  depositedOn: CivilDate | null;
  /** The last time that it bounced; it stays so when the cheque is presented again. */
  bouncedOn: CivilDate | null;
}

/** How far ahead a cheque may be dated: a later year is a slip of the pen. */
const MOST_DAYS_AHEAD = 366;

export function checkChequeDate(date: CivilDate, latest: CivilDate, earliest: CivilDate): void {
  if (isCivilDate(date) && date <= latest && date >= earliest) return;
  throw badInput('cheque.date_wrong', { field: 'date', params: { date, earliest, latest } });
}
export const chequeDates = { back: 180, ahead: MOST_DAYS_AHEAD } as const;

function checkDay(on: CivilDate, from: CivilDate, today: CivilDate, cheque: string): void {
  if (isCivilDate(on) && on >= from && on <= today) return;
  throw badInput('cheque.day_wrong', { field: 'on', params: { date: on, from, today, cheque } });
}

/** A bank takes no cheque before its date. */
export function deposited(cheque: ChequeFacts, on: CivilDate, today: CivilDate): ChequeState {
  const state = move(chequeLife, cheque.state, 'deposit');
  checkDay(on, cheque.receivedOn, today, cheque.number);
  if (on < cheque.chequeDate) {
    throw broken('cheque.not_yet_due', { params: { cheque: cheque.number, date: cheque.chequeDate } });
  }
  return state;
}

export function cleared(cheque: ChequeFacts, on: CivilDate, today: CivilDate): ChequeState {
  const state = move(chequeLife, cheque.state, 'clear');
  checkDay(on, cheque.depositedOn ?? cheque.receivedOn, today, cheque.number);
  return state;
}

export const bounced = (cheque: ChequeFacts): ChequeState => move(chequeLife, cheque.state, 'bounce');
export const returned = (cheque: ChequeFacts): ChequeState => move(chequeLife, cheque.state, 'return');

/**
 * The day on which a good cheque counts as money: when it was good, or, where the settings say so, the day that stands on
 * it, once it was received.
 */
export function paidOn(cheque: ChequeFacts, clearedOn: CivilDate, dating: ChequeDating): CivilDate {
  if (dating === 'cleared') return clearedOn;
  const stands = cheque.chequeDate > cheque.receivedOn ? cheque.chequeDate : cheque.receivedOn;
  return stands < clearedOn ? stands : clearedOn;
}

/**
 * The day that says whether a cheque is early: it was handed over, and its date has come, though the bank makes it good
 * later. One that has bounced was no money then, and comes with its next deposit.
 */
export function cameOn({
  chequeDate,
  receivedOn,
  depositedOn,
  bouncedOn,
}: Pick<ChequeFacts, 'chequeDate' | 'receivedOn' | 'depositedOn' | 'bouncedOn'>): CivilDate {
  // A deposit that is dated back does not come before the bounce.
  const there = [receivedOn, ...(bouncedOn === null ? [] : [bouncedOn, depositedOn ?? bouncedOn])];
  return [chequeDate, ...there].reduce((last, one) => (one > last ? one : last));
}

/** What a cheque is meant to pay of one invoice. */
export interface ChequeLine {
  invoice: number;
  cash: bigint;
  withheld: bigint;
  deduction: bigint;
  deductionReason: string | null;
  /** Lines of before do not say. */
  deductionKind: DeductionKind | null;
}

export const lineTotal = ({ cash, withheld, deduction }: ChequeLine): bigint => cash + withheld + deduction;

/** Invoices as a further cheque finds them: what cheques in hand are meant to pay is spoken for. */
export function lessInHand(
  invoices: ReadonlyMap<number, InvoiceFacts>,
  inHand: readonly ChequeLine[],
): Map<number, InvoiceFacts> {
  return new Map(
    [...invoices].map(([id, invoice]) => {
      const spoken = sum(inHand.filter((line) => line.invoice === id).map(lineTotal));
      return [id, { ...invoice, amountDue: invoice.amountDue - min(spoken, invoice.amountDue) }];
    }),
  );
}

/** Whether what is deducted for paying early may be deducted of money that came on a day; of nothing else it is asked. */
const mayDeduct = (invoice: InvoiceFacts, { deduction, deductionReason }: ChequeLine, on: CivilDate): boolean =>
  deductionReason !== EARLY_DISCOUNT || deduction <= earlyDiscount(invoice, on);

/**
 * What a good cheque that came on a day still pays of the invoices it was meant for. What was paid otherwise meanwhile,
 * or may not be withheld any more, leaves cash: the rest of the cheque is customer credit. What was to be deducted for
 * paying early is owed again where the cheque came too late. The money is there whatever became of them.
 */
export function stillFitting(
  lines: readonly ChequeLine[],
  invoices: ReadonlyMap<number, InvoiceFacts>,
  mayWithhold: (invoice: InvoiceFacts, line: ChequeLine) => boolean,
  on: CivilDate,
): WantedAllocation[] {
  return lines.flatMap((line): WantedAllocation[] => {
    const invoice = invoices.get(line.invoice);
    if (!invoice || !takesMoney(invoice.state) || invoice.amountDue <= 0n) return [];
    if (lineTotal(line) <= invoice.amountDue && (line.withheld === 0n || mayWithhold(invoice, line))) {
      if (mayDeduct(invoice, line, on)) return [line];
      const { cash, withheld, deduction: late } = line;
      return cash + withheld > 0n ? [{ invoice: line.invoice, cash, withheld, late }] : [];
    }
    const cash = min(line.cash, invoice.amountDue);
    return cash > 0n ? [{ invoice: line.invoice, cash }] : [];
  });
}

/** Refuses a fee that is none. */
export function checkFee(fee: bigint | undefined): void {
  if (fee !== undefined && fee <= 0n) throw badInput('cheque.fee_not_positive', { field: 'fee' });
}

/** The same cheque comes once. */
export const chequeTaken = (number: string) =>
  conflict('cheque.taken', { field: 'number', params: { cheque: number } });
