import { daysBetween, sum } from '@sanya/strapi-plugin-platform/kernel';
import { compareNames, type Payer } from './payers';
import { type Evidence, isWorthShowing, judge, type Proposal, scoreOf, type Verdict } from './proposals';
import { setsOf } from './sums';

/** An open invoice as a line of a statement meets it. References are compared keys. */
export interface InvoiceCandidate {
  id: number;
  documentId: string;
  number: string;
  customer: number;
  amountDue: bigint;
  /** What its payer is proposed to withhold of all that is due; 0 too where it was not asked. */
  withheld: bigint;
  /** What may be deducted of it by money that comes on the day of the line; 0 too where it was not asked. */
  early: bigint;
  dueDate: string;
  numberKey: string;
  orderKey: string | null;
  poKey: string | null;
}

export interface CustomerCandidate {
  id: number;
  documentId: string;
  name: string;
}

/** A payment with the same amount: submitted with a slip, or recorded by hand before the statement came. */
export interface PaymentCandidate {
  id: number;
  documentId: string;
  state: 'submitted' | 'succeeded';
  customer: number;
  invoice: { id: number; documentId: string; number: string } | null;
  amount: bigint;
  withheld: bigint;
  referenceKey: string | null;
  /** The day it was received or sent. */
  on: string;
}

export interface IncomingLine {
  date: string;
  amount: bigint;
  payer: Payer;
  references: readonly string[];
}

/** All that may be of the line: what is not of it does no harm. */
export interface MatchFacts {
  invoices: readonly InvoiceCandidate[];
  payments: readonly PaymentCandidate[];
  customers: ReadonlyMap<number, CustomerCandidate>;
  /** How many open invoices of all customers ask for exactly this amount. */
  sameAmount: number;
  /** Customers whose money came from this payer before. */
  payerOf: readonly number[];
  /** Customers all of whose open invoices are among the facts. */
  whole: readonly number[];
  tolerance: bigint;
}

/** A slip is sent about when the money moves. */
const SLIP_DAYS = 7;
const NEAR_DAYS = 2;
export const RECORDED_DAYS = 3;

const MOST_SETS = 3;

interface Known extends MatchFacts {
  line: IncomingLine;
  references: ReadonlySet<string>;
  referenced: ReadonlySet<number>;
}

const far = (a: string, b: string): number => Math.abs(daysBetween(a, b));

function referenceEvidence(invoice: InvoiceCandidate, references: ReadonlySet<string>): Evidence | undefined {
  if (references.has(invoice.numberKey)) return 'reference_invoice';
  if (invoice.orderKey !== null && references.has(invoice.orderKey)) return 'reference_order';
  return invoice.poKey !== null && references.has(invoice.poKey) ? 'reference_po' : undefined;
}

/** What is known of who paid, for one customer. */
function payerEvidence({ payerOf, customers, line }: Known, customer: number): Evidence[] {
  if (payerOf.includes(customer)) return ['payer_known'];
  if (payerOf.length > 0) return ['payer_other'];
  const name = customers.get(customer)?.name;
  const compared = name && line.payer.name ? compareNames(line.payer.name, name) : 'unclear';
  return compared === 'alike' ? ['payer_named'] : compared === 'unlike' ? ['payer_other'] : [];
}

function proposal(
  facts: Known,
  kind: Proposal['kind'],
  customer: number,
  reasons: readonly Evidence[],
  more: Partial<Proposal> = {},
): Proposal[] {
  const who = facts.customers.get(customer);
  if (!who) return [];
  const all = [...reasons, ...payerEvidence(facts, customer)];
  return [{ kind, customer: who, payment: null, invoices: [], ...more, reasons: all, score: scoreOf(all) }];
}

const laid = (invoice: InvoiceCandidate, cash: bigint, withheld = 0n) => ({
  id: invoice.id,
  documentId: invoice.documentId,
  number: invoice.number,
  cash,
  withheld,
});

/**
 * Of one invoice: as much as is due, that less what is withheld or may be deducted for being early, nearly so, or with its
 * number and another amount.
 */
function ofInvoice(facts: Known, invoice: InvoiceCandidate): Proposal[] {
  const { line, sameAmount, references, referenced, tolerance } = facts;
  const reference = referenceEvidence(invoice, references);
  const other = reference === undefined && referenced.size > 0 && !referenced.has(invoice.id);
  const about: Evidence[] = reference ? [reference] : other ? ['reference_other'] : [];
  const due = invoice.amountDue;
  const propose = (reasons: readonly Evidence[], cash: bigint, withheld = 0n): Proposal[] =>
    proposal(facts, 'invoices', invoice.customer, [...reasons, ...about], {
      invoices: [laid(invoice, cash, withheld)],
    });
  if (line.amount === due) {
    return propose(sameAmount === 1 ? ['amount_exact', 'amount_alone'] : ['amount_exact'], due);
  }
  if (invoice.withheld > 0n && line.amount === due - invoice.withheld) {
    return propose(['amount_less_withheld'], line.amount, invoice.withheld);
  }
  if (invoice.early > 0n) {
    const withheld = [0n, invoice.withheld].find((part) => line.amount === due - invoice.early - part);
    if (withheld !== undefined) return propose(['amount_less_early'], line.amount, withheld);
  }
  const short = due - line.amount;
  if (short > 0n && short <= tolerance && short < line.amount) return propose(['amount_within_tolerance'], line.amount);
  if (!reference) return [];
  return short > 0n ? propose(['amount_part'], line.amount) : propose(['amount_over'], due);
}

/** How several invoices may be paid at once: what is left of each, and what says so. */
interface Way {
  reason: Evidence;
  off: (invoice: InvoiceCandidate) => { withheld: bigint; early: bigint };
}
/** Where what is withheld and what is promised may be more than there is, there is no money to be early. */
const bothOff = ({ amountDue, withheld, early }: InvoiceCandidate) => ({
  withheld,
  early: withheld + early < amountDue ? early : 0n,
});
/** The first of these that adds up, and that nothing else speaks against, is taken. */
const WAYS: readonly Way[] = [
  { reason: 'amount_sum', off: () => ({ withheld: 0n, early: 0n }) },
  { reason: 'amount_less_withheld', off: ({ withheld }) => ({ withheld, early: 0n }) },
  { reason: 'amount_less_early', off: ({ early }) => ({ withheld: 0n, early }) },
  { reason: 'amount_less_early', off: bothOff },
];

/**
 * Of several invoices of a customer, all of which are known: those that add up to the amount, all that is due or less what
 * is withheld, less what each of them promises to money that comes on that day, or less both.
 */
function ofSeveral(facts: Known, customer: number): Proposal[] {
  const { line, references, referenced } = facts;
  const own = facts.invoices.filter((invoice) => invoice.customer === customer);
  if (own.length < 2) return [];
  const sets = (amounts: readonly bigint[]): InvoiceCandidate[][] => {
    // All of them together is the likeliest, however many they are.
    if (sum(amounts) === line.amount) return [own];
    return setsOf(line.amount, amounts, MOST_SETS).map((places) => places.flatMap((place) => own[place] ?? []));
  };
  const propose = ({ reason, off }: Way, chosen: readonly InvoiceCandidate[]): Proposal[] => {
    const about = chosen.flatMap((invoice) => referenceEvidence(invoice, references) ?? []).slice(0, 1);
    const other = about.length === 0 && referenced.size > 0;
    const said: Evidence[] = [reason, ...about];
    if (chosen.length === own.length) said.push('amount_all_open');
    if (other) said.push('reference_other');
    return proposal(facts, 'invoices', customer, said, {
      invoices: chosen.map((invoice) => {
        const { withheld, early } = off(invoice);
        return laid(invoice, invoice.amountDue - withheld - early, withheld);
      }),
    });
  };
  for (const way of WAYS) {
    const left = own.map((invoice) => {
      const { withheld, early } = way.off(invoice);
      return invoice.amountDue - withheld - early;
    });
    const found = sets(left).flatMap((chosen) => propose(way, chosen));
    if (found.some(isWorthShowing)) return found;
  }
  return [];
}

/** Of a payment of the same amount that waits for the bank to say it, or that was typed in before the bank did. */
function ofPayment(facts: Known, payment: PaymentCandidate): Proposal[] {
  const { line, payments, references } = facts;
  const days = far(line.date, payment.on);
  const slip = payment.state === 'submitted';
  if (payment.amount !== line.amount || days > (slip ? SLIP_DAYS : RECORDED_DAYS)) return [];
  const alone = payments.filter((one) => one.state === payment.state && one.amount === line.amount).length === 1;
  const reasons: Evidence[] = ['amount_exact', slip ? 'slip' : 'recorded'];
  if (alone) reasons.push(slip ? 'slip_alone' : 'recorded_alone');
  if (slip && days <= NEAR_DAYS) reasons.push('slip_near');
  if (payment.referenceKey !== null && references.has(payment.referenceKey)) reasons.push('reference_payment');
  const { id, documentId, invoice } = payment;
  return proposal(facts, slip ? 'slip' : 'recorded', payment.customer, reasons, {
    payment: { id, documentId },
    invoices: invoice && slip ? [{ ...invoice, cash: payment.amount, withheld: payment.withheld }] : [],
  });
}

/** Where the money of one incoming line may belong, the likeliest first, and whether that is beyond doubt. */
export function matchLine(line: IncomingLine, facts: MatchFacts): { verdict: Verdict; proposals: Proposal[] } {
  const references = new Set(line.references);
  const referenced = new Set(
    facts.invoices.filter((invoice) => referenceEvidence(invoice, references)).map((invoice) => invoice.id),
  );
  const known: Known = { ...facts, line, references, referenced };
  const payments = facts.payments.flatMap((payment) => ofPayment(known, payment));
  // The slip of an invoice stands for it: laid on it directly, the money would leave the slip waiting for ever.
  const waiting = new Set(
    payments.filter(({ kind }) => kind === 'slip').flatMap(({ invoices }) => invoices.map(({ id }) => id)),
  );
  const single = facts.invoices.filter(({ id }) => !waiting.has(id)).flatMap((invoice) => ofInvoice(known, invoice));
  const several = facts.whole.flatMap((customer) => ofSeveral(known, customer));
  const found = [...payments, ...single, ...several];
  const accounts = facts.payerOf
    .filter((customer) => !found.some((one) => one.customer.id === customer))
    .flatMap((customer) => proposal(known, 'account', customer, []));
  return judge([...found, ...accounts]);
}
