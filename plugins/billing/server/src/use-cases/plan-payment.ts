import { badInput, broken, conflict, min, moneyParam, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { earlyOff } from '../domain/early-payment';
import type { CustomerFacts } from '../domain/issue-invoice';
import type { BillingRules } from '../domain/rules';
import { type InvoiceFacts, proposalFor, withholdingOf } from '../domain/settlement';
import { takesMoney } from '../domain/takes-money';
import { correctWithholding, type StatedWithholding, type Withheld, withheldTotal } from '../domain/withholding';
import type { PaymentFacts } from '../stores/payments';

/** A member pays an invoice, whichever way. */
export interface PaymentWish {
  /** Row id. */
  invoice: number;
  method: 'bank_transfer' | 'promptpay' | 'card';
  /** What it settles: cash, what is withheld, and the discount of who is early. All that is due when absent. */
  amount?: bigint;
  /** Present: the payer withholds; without `kinds` what the tax categories propose. */
  withholding?: { kinds?: readonly StatedWithholding[] };
}

export type PlannedPayment = Omit<PaymentFacts, 'id' | 'documentId'>;

/** Refuses what cannot be paid, and works out what is withheld of it. */
export function planPayment(
  wish: PaymentWish,
  state: 'submitted' | 'initiated',
  invoices: ReadonlyMap<number, InvoiceFacts>,
  customers: ReadonlyMap<number, CustomerFacts>,
  rules: BillingRules,
  today: string,
): PlannedPayment {
  const invoice = invoices.get(wish.invoice);
  const customer = invoice && customers.get(invoice.customer);
  if (!invoice || !customer) throw notFound('payment.invoice_unknown');
  if (!takesMoney(invoice.state)) {
    throw conflict('payment.invoice_not_open', { params: { invoice: invoice.number, state: invoice.state } });
  }
  const amount = wish.amount ?? invoice.amountDue;
  if (amount <= 0n) throw badInput('payment.amount_not_positive', { field: 'amount' });
  const withheld = wish.withholding ? planWithholding(wish.withholding, invoice, amount, customer, rules) : [];
  const total = withheldTotal(withheld);
  // Who settles all of it in time keeps what is promised for that; the day of the money has the last word.
  const off = amount === invoice.amountDue ? earlyOff(invoice, today) : 0n;
  // Of a small rest what is withheld and what is promised may be more than there is: then there is no money to be early.
  const deduction = off + total < amount ? off : 0n;
  return {
    state,
    customer: invoice.customer,
    invoice: invoice.id,
    method: wish.method,
    currency: invoice.currency,
    amount: amount - total - deduction,
    withheld: total,
    deduction,
    withholding: withheld,
    receivedOn: null,
    bank: null,
    reference: null,
  };
}

function planWithholding(
  { kinds }: { kinds?: readonly StatedWithholding[] },
  invoice: InvoiceFacts,
  amount: bigint,
  customer: CustomerFacts,
  rules: BillingRules,
): Withheld[] {
  if (customer.buyer.kind === 'person') throw broken('payment.person_withholds', { field: 'withholding' });
  const facts = [invoice, min(amount, invoice.amountDue), customer.buyer.kind, rules] as const;
  if (!kinds) return proposalFor(...facts);
  const corrected = correctWithholding(withholdingOf(...facts), kinds, rules.withholdingTolerance);
  if ('withheld' in corrected) return corrected.withheld;
  if ('twice' in corrected) {
    throw badInput('payment.withholding_twice', {
      field: `withholding.kinds.${corrected.twice}.kind`,
      params: { kind: kinds[corrected.twice]?.kind ?? '' },
    });
  }
  const { kind, stated, expected } = corrected.mismatch;
  throw broken('payment.withholding_differs', {
    field: 'withholding.kinds',
    params: { kind, stated: moneyParam(stated, invoice.currency), expected: moneyParam(expected, invoice.currency) },
  });
}
