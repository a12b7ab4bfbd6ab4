import { badInput, broken, conflict, min, moneyParam, move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../content-types/types';
import { allocateAsWanted } from '../domain/allocation';
import { paymentLife } from '../domain/lives';
import { checkReceivedOn } from '../domain/past-days';
import { refuseAllocation } from '../domain/plan-payment';
import type { BillingRules } from '../domain/rules';
import { type InvoiceFacts, mostWithheldOf } from '../domain/settlement';
import { referenceKey } from '../domain/slip';
import type { PayerKind } from '../domain/withholding';
import { takesMoney } from '../domain/takes-money';
import { loadInvoices } from '../stores/invoice-facts';
import { lockCustomers } from '../stores/parties';
import { loadPayments, paymentsLike, type PaymentFacts } from '../stores/payments';
import { readRules } from '../stores/settings';
import type { PaidDocuments } from './document-payments';
import { refuseTwice } from './refuse-twice';
import { settlePayments, type Settlement } from './settle-payments';

/** A person has seen the money. What they read off the slip or the statement may correct what was submitted. */
export interface Verification {
  /** Row id of the payment. */
  payment: number;
  /** The cash that really came, in minor units. */
  amount?: bigint;
  receivedOn?: string;
  bank?: string | null;
  reference?: string | null;
  /** Row id of the line of a bank statement that shows it. */
  statementLine?: number;
}

interface Verified extends Settlement {
  payment: PaymentFacts;
}

/**
 * Lays a verified payment on the invoice it was submitted for: as much as is still due, what is withheld first. The
 * invoice may have been paid in between: then the cash is customer credit. Where what is withheld covers all that is
 * due, or nothing is due any more, nothing was withheld for us: no certificate is awaited, and the cash alone settles.
 */
function plan(
  submitted: PaymentFacts,
  invoice: InvoiceFacts | undefined,
  payer: PayerKind,
  rules: BillingRules,
  on: string,
): Verified {
  const due = invoice && takesMoney(invoice.state) ? invoice.amountDue : 0n;
  const payment = due > submitted.withheld ? submitted : { ...submitted, withheld: 0n, withholding: [] };
  const base = { payment, customer: payment.customer, on, fresh: true };
  if (!invoice || due === 0n) return { ...base, allocations: [], withheld: [], rest: payment.amount };
  checkWithheld(payment, invoice, payer, rules);
  const cash = min(payment.amount, due - payment.withheld);
  const wanted = [{ invoice: invoice.id, cash, withheld: payment.withheld }];
  const allocated = allocateAsWanted(payment.amount, wanted, [invoice], rules.tolerance);
  if ('problem' in allocated) return refuseAllocation(allocated, rules.currency);
  return { ...base, allocations: allocated.allocations, withheld: payment.withholding, rest: allocated.rest };
}

/** What was said to be withheld is held against the money that really came: staff may have corrected it. */
function checkWithheld(payment: PaymentFacts, invoice: InvoiceFacts, payer: PayerKind, rules: BillingRules): void {
  if (payment.withheld === 0n) return;
  const most = mostWithheldOf(invoice, payment.amount + payment.withheld, payer, rules);
  if (payment.withheld <= most) return;
  throw broken('payment.withheld_unlike_money', {
    field: 'amount',
    params: {
      withheld: moneyParam(payment.withheld, payment.currency),
      amount: moneyParam(payment.amount, payment.currency),
      most: moneyParam(most, payment.currency),
    },
  });
}

function correct(payment: PaymentFacts, verification: Verification, today: string): PaymentFacts {
  const amount = verification.amount ?? payment.amount;
  if (amount <= 0n) throw badInput('payment.amount_not_positive', { field: 'amount' });
  const receivedOn = verification.receivedOn ?? payment.receivedOn ?? today;
  checkReceivedOn(receivedOn, today);
  return {
    ...payment,
    state: move(paymentLife, payment.state, 'verify'),
    amount,
    receivedOn,
    bank: verification.bank ?? payment.bank,
    reference: verification.reference ?? payment.reference,
  };
}

/** Staff verify submitted payments: they succeed, and settle what they were submitted for. */
export const verifyPayments = (
  platform: Platform,
  verifications: readonly Verification[],
): Promise<PaidDocuments & { payments: PaymentFacts[] }> =>
  platform.transaction(async () => {
    const ids = verifications.map((one) => one.payment);
    refuseTwice(ids);
    const owners = (await loadPayments(platform, ids)).map((payment) => payment.customer);
    const customers = await lockCustomers(platform, owners);
    const stored = new Map((await loadPayments(platform, ids)).map((payment) => [payment.id, payment]));
    const rules = await readRules(platform);
    const today = platform.clock.today();
    const payments = verifications.map((verification) => {
      const payment = stored.get(verification.payment);
      if (!payment) throw notFound('payment.unknown');
      return correct(payment, verification, today);
    });
    const invoices = await loadInvoices(
      platform,
      payments.flatMap((payment) => payment.invoice ?? []),
    );
    await refuseUsedReferences(platform, payments);

    const settlements: Verified[] = [];
    const working = new Map(invoices);
    for (const payment of payments) {
      const invoice = payment.invoice === null ? undefined : working.get(payment.invoice);
      const payer = customers.get(payment.customer)?.buyer.kind ?? 'person';
      const settlement = plan(payment, invoice, payer, rules, payment.receivedOn ?? today);
      settlements.push(settlement);
      const [allocation] = settlement.allocations;
      if (!invoice || !allocation) continue;
      const amountDue = invoice.amountDue - allocation.amount;
      working.set(invoice.id, { ...invoice, amountDue, state: amountDue === 0n ? 'paid' : 'open' });
    }
    await platform.rows.update(
      PAYMENT,
      settlements.map(({ payment }, index) => ({
        id: payment.id,
        statementLine: verifications[index]?.statementLine ?? null,
        state: payment.state,
        amount: payment.amount,
        withheld: payment.withheld,
        withholding: payment.withholding,
        receivedOn: payment.receivedOn,
        bank: payment.bank,
        reference: payment.reference,
        referenceKey: referenceKey(payment.method, payment.bank, payment.reference),
        succeededAt: platform.clock.now(),
        verifiedBy: platform.caller().key,
      })),
    );
    return {
      payments: settlements.map(({ payment }) => payment),
      ...(await settlePayments(platform, settlements, { customers, invoices, rules })),
    };
  });

async function refuseUsedReferences(platform: Platform, payments: readonly PaymentFacts[]): Promise<void> {
  const own = new Set(payments.map((payment) => payment.id));
  const keys = payments.flatMap((one) => referenceKey(one.method, one.bank, one.reference) ?? []);
  if (keys.length === 0) return;
  const others = (await paymentsLike(platform, 'referenceKey', keys)).filter((other) => !own.has(other.id));
  if (others.length === 0) return;
  throw conflict('payment.reference_used', {
    field: 'reference',
    params: { reference: payments.flatMap((one) => one.reference ?? []).join(', ') },
  });
}
