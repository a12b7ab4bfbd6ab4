import { broken, max, min, moneyParam } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../content-types/types';
import { allocateAsWanted } from '../domain/allocation';
import { EARLY_DISCOUNT, earlyDeduction } from '../domain/early-payment';
import type { CustomerFacts } from '../domain/issue-invoice';
import { refuseAllocation } from '../domain/plan-payment';
import type { BillingRules } from '../domain/rules';
import { type InvoiceFacts, mostWithheldOf } from '../domain/settlement';
import { referenceKey } from '../domain/slip';
import type { PayerKind } from '../domain/withholding';
import { takesMoney } from '../domain/takes-money';
import { loadInvoices } from '../stores/invoice-facts';
import type { PaymentFacts } from '../stores/payments';
import { readRules } from '../stores/settings';
import type { PaidDocuments } from './document-payments';
import { settlePayments, type Settlement } from './settle-payments';

interface Landed extends Settlement {
  payment: PaymentFacts;
}

/**
 * Lays a payment that came on the invoice it was submitted for: as much as is still due, what is withheld first. The
 * invoice may have been paid in between: then the cash is customer credit. Where what is withheld covers all that is
 * due, or nothing is due any more, nothing was withheld for us: no certificate is awaited, and the cash alone settles.
 */
function plan(
  submitted: PaymentFacts,
  invoice: InvoiceFacts | undefined,
  payer: PayerKind,
  rules: BillingRules,
  on: string,
): Landed {
  const due = invoice && takesMoney(invoice.state) ? invoice.amountDue : 0n;
  const rightly = due > submitted.withheld ? submitted : { ...submitted, withheld: 0n, withholding: [] };
  const come = rightly.amount + rightly.withheld;
  const deduction = invoice && due > 0n ? earlyDeduction(invoice, come, on, rules.tolerance) : 0n;
  const payment = { ...rightly, deduction };
  const base = { payment, customer: payment.customer, on, fresh: true };
  if (!invoice || due === 0n) return { ...base, allocations: [], withheld: [], rest: payment.amount };
  // Withheld was of the whole price, also where the money came too late for its discount.
  checkWithheld(payment, invoice, payer, rules, max(deduction, submitted.deduction));
  const cash = min(payment.amount, due - payment.withheld);
  const wanted = [
    {
      ...{ invoice: invoice.id, cash, withheld: payment.withheld, deduction },
      deductionReason: deduction > 0n ? EARLY_DISCOUNT : null,
    },
  ];
  const allocated = allocateAsWanted(payment.amount, wanted, [invoice], rules.tolerance);
  if ('problem' in allocated) return refuseAllocation(allocated, rules.currency);
  return { ...base, allocations: allocated.allocations, withheld: payment.withholding, rest: allocated.rest };
}

/** What was said to be withheld is held against the money that really came: staff may have corrected it. */
function checkWithheld(
  payment: PaymentFacts,
  invoice: InvoiceFacts,
  payer: PayerKind,
  rules: BillingRules,
  deduction: bigint,
): void {
  if (payment.withheld === 0n) return;
  const most = mostWithheldOf(invoice, payment.amount + payment.withheld + deduction, payer, rules);
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

/**
 * Payments that were meant for an invoice have come: their rows, and what they settle. `also` is what else is to be kept
 * of each. Their customers are locked; they are in their new state already.
 */
export async function landPayments<Payment extends PaymentFacts>(
  platform: Platform,
  customers: ReadonlyMap<number, CustomerFacts>,
  payments: readonly Payment[],
  also: (payment: Payment, index: number) => Record<string, unknown>,
): Promise<PaidDocuments & { payments: PaymentFacts[] }> {
  const rules = await readRules(platform);
  const today = platform.clock.today();
  const invoices = await loadInvoices(
    platform,
    payments.flatMap((payment) => payment.invoice ?? []),
  );
  const settlements: Landed[] = [];
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
      state: payment.state,
      amount: payment.amount,
      withheld: payment.withheld,
      deduction: payment.deduction,
      withholding: payment.withholding,
      receivedOn: payment.receivedOn,
      bank: payment.bank,
      reference: payment.reference,
      referenceKey: referenceKey(payment.method, payment.bank, payment.reference),
      succeededAt: platform.clock.now(),
      ...also(payments[index] as Payment, index),
    })),
  );
  return {
    payments: settlements.map(({ payment }) => payment),
    ...(await settlePayments(platform, settlements, { customers, invoices, rules })),
  };
}
