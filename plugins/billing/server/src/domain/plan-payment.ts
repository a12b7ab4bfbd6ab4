import {
  badInput,
  broken,
  conflict,
  type MoneyParam,
  moneyParam,
  notFound,
} from '@sanya/strapi-plugin-platform/kernel';
import {
  type Allocated,
  allocateAsWanted,
  allocateOldestFirst,
  type AllocationProblem,
  type OpenInvoice,
  type WantedAllocation,
} from './allocation';
import { checkEarlyDeduction } from './early-payment';
import type { BillingRules } from './rules';
import { type InvoiceFacts, withholdingOf } from './settlement';
import { takesMoney, takesUnnamed } from './takes-money';
import { type PayerKind, spreadWithheld, type Withheld, withheldTotal } from './withholding';

/** Money and what it is meant for. `amount` is the cash. */
export interface LaidMoney {
  customer: number;
  amount: bigint;
  /** None: oldest due first. Row ids of invoices. */
  allocations?: readonly WantedAllocation[];
  /** Row ids of invoices that nobody owes: only money that names them goes there. */
  offers: ReadonlySet<number>;
  /** The day on which it was early or late. None: what is deducted for it was looked at before. */
  earlyOn?: string | null;
}

const payable = (
  invoices: ReadonlyMap<number, InvoiceFacts>,
  { customer, allocations, offers }: LaidMoney,
): OpenInvoice[] =>
  [...invoices.values()].filter(
    (invoice) =>
      invoice.customer === customer &&
      (allocations?.length ? takesMoney(invoice.state) : takesUnnamed(invoice, offers)),
  );

/** Says in the reader's terms why money cannot be laid so. */
export function refuseAllocation(problem: AllocationProblem, currency: string): never {
  const money = (amount: bigint): MoneyParam => moneyParam(amount, currency);
  switch (problem.problem) {
    case 'more_than_due':
      throw conflict('allocation.more_than_due', {
        field: `allocations.${problem.index}.amount`,
        params: { amount: money(problem.amount), due: money(problem.due) },
      });
    case 'more_than_paid':
      throw badInput('allocation.more_than_paid', {
        field: 'allocations',
        params: { cash: money(problem.cash), allocated: money(problem.allocated) },
      });
    case 'nothing':
      throw badInput('allocation.nothing', { field: `allocations.${problem.index}.amount` });
    case 'twice':
      throw badInput('allocation.twice', { field: `allocations.${problem.index}.invoice` });
  }
}

function allocate(payment: LaidMoney, invoices: ReadonlyMap<number, InvoiceFacts>, rules: BillingRules): Allocated {
  const open = payable(invoices, payment);
  if (!payment.allocations?.length) return allocateOldestFirst(payment.amount, open, rules.tolerance);
  payment.allocations.forEach((wanted, index) => {
    const invoice = invoices.get(wanted.invoice);
    const field = `allocations.${index}.invoice`;
    if (!invoice || invoice.customer !== payment.customer) throw notFound('allocation.invoice_unknown', { field });
    if (!takesMoney(invoice.state)) {
      throw conflict('allocation.invoice_not_open', {
        field,
        params: { invoice: invoice.number, state: invoice.state },
      });
    }
    if (payment.earlyOn) checkEarlyDeduction(wanted, invoice, payment.earlyOn, rules.tolerance, `allocations.${index}`);
  });
  const allocated = allocateAsWanted(payment.amount, payment.allocations, open, rules.tolerance);
  return 'problem' in allocated ? refuseAllocation(allocated, rules.currency) : allocated;
}

/** What is withheld by kind: staff read one sum per invoice off the customer's paper; it may not exceed what is due to be. */
function withheldKinds(
  { allocations: wanted = [] }: LaidMoney,
  allocated: Allocated,
  invoices: ReadonlyMap<number, InvoiceFacts>,
  payer: PayerKind,
  rules: BillingRules,
): Withheld[] {
  return allocated.allocations.flatMap((allocation, index) => {
    const invoice = invoices.get(allocation.invoice);
    if (!invoice || allocation.withheld === 0n) return [];
    const field = `allocations.${index}.withheld`;
    if (payer === 'person') throw broken('payment.person_withholds', { field });
    const { late = 0n } = wanted.find((one) => one.invoice === allocation.invoice) ?? {};
    const proposal = withholdingOf(invoice, allocation.amount + late, payer, rules);
    const expected = withheldTotal(proposal);
    if (expected === 0n || allocation.withheld > expected + rules.withholdingTolerance) {
      throw broken('payment.withheld_too_much', {
        field,
        params: {
          withheld: moneyParam(allocation.withheld, invoice.currency),
          expected: moneyParam(expected, invoice.currency),
        },
      });
    }
    return spreadWithheld(proposal, allocation.withheld);
  });
}

/**
 * Lays money on invoices as they stand in `invoices`, which are left as they are afterwards: the next money of the same
 * run finds them so. Refuses what cannot be laid so.
 */
export function planPayment(
  payment: LaidMoney,
  invoices: Map<number, InvoiceFacts>,
  payer: PayerKind,
  rules: BillingRules,
): { allocated: Allocated; withheld: Withheld[] } {
  const allocated = allocate(payment, invoices, rules);
  const withheld = withheldKinds(payment, allocated, invoices, payer, rules);
  for (const one of allocated.allocations) {
    const invoice = invoices.get(one.invoice);
    const amountDue = (invoice?.amountDue ?? 0n) - one.amount;
    if (invoice) invoices.set(one.invoice, { ...invoice, amountDue, state: amountDue === 0n ? 'paid' : 'open' });
  }
  return { allocated, withheld };
}
