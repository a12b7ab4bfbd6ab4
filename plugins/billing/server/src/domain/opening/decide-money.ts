import { badInput, conflict, isRefusal, type Refusal } from '@sanya/strapi-plugin-platform/kernel';
import type { Decided, SaidRow } from '@sanya/strapi-plugin-platform/kit';
import { customerOf, invoiceOf, type OpeningFacts, type OpeningInvoice, refuseDates } from './decide-opening';
import type { Held, MoneySaid } from './read-money';

/** Money that was taken over before and stands. */
export interface KnownMoney {
  customer: number;
  receivedOn: string;
  amount: bigint;
}

export interface MoneyFacts extends OpeningFacts {
  /** By reference. */
  payments: ReadonlyMap<string, KnownMoney>;
}

/** Money of a customer that the books before held, as it is taken over. */
export interface OpeningMoney {
  held: Held;
  reference: string;
  customer: number;
  amount: bigint;
  receivedOn: string;
  /** The paper that a deposit stands on; null for customer credit. */
  paper: OpeningInvoice | null;
}

/** The money that a row tells of; undefined where it was taken over before, as it says. */
function moneyOf(said: MoneySaid, facts: MoneyFacts): OpeningMoney | undefined {
  const { held, number: reference, issuedOn: receivedOn } = said;
  const customer = customerOf(said, facts);
  refuseDates(said, facts);
  const amount = BigInt(said.open);
  const known = facts.payments.get(reference);
  const otherwise = (): Refusal =>
    conflict('opening_money.taken_over_otherwise', { field: 'reference', params: { reference } });
  // A deposit stands on a paper of that number, customer credit on none.
  if (known) {
    const isSame = known.customer === customer && known.amount === amount && known.receivedOn === receivedOn;
    if (!isSame || facts.invoices.has(reference) === (held === 'credit')) throw otherwise();
    return undefined;
  }
  if (held === 'credit') return { held, reference, customer, amount, receivedOn, paper: null };
  const paper = invoiceOf([said], facts);
  if (!paper) throw otherwise();
  // It is settled on the day on which the books are opened, and was never late.
  return { held, reference, customer, amount, receivedOn, paper: { ...paper, dueDate: facts.openingDay } };
}

/** Rows of one reference: the first is decided, the others say it again. */
export function decideMoney(rows: readonly SaidRow<MoneySaid>[], facts: MoneyFacts): Decided<OpeningMoney> {
  const [first, ...others] = rows;
  if (!first) return { rows: [] };
  const amount = (said: MoneySaid): object => ({ amount: BigInt(said.open) });
  const again = others.map(({ row, said }) => ({
    ...{ row, outcome: 'wrong', columns: { ...amount(said) } },
    refusal: badInput('opening_money.twice', { field: 'reference', params: { row: first.row } }),
  }));
  const one = { row: first.row, columns: { ...amount(first.said) } };
  try {
    const money = moneyOf(first.said, facts);
    const outcome = money ? (money.paper ? 'new_deposit' : 'new_credit') : 'unchanged';
    return { rows: [{ ...one, outcome }, ...again], ...(money ? { work: money } : {}) };
  } catch (refusal) {
    if (!isRefusal(refusal)) throw refusal;
    return { rows: [{ ...one, outcome: 'wrong', refusal }, ...again] };
  }
}
