import { badInput, broken, conflict, min, moneyParam, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { FileRow, NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../content-types/types';
import type { CustomerFacts } from '../domain/issue-invoice';
import type { BillingRules } from '../domain/rules';
import { type InvoiceFacts, proposalFor, withholdingOf } from '../domain/settlement';
import { isSlipImage } from '../domain/slip';
import { correctWithholding, type StatedWithholding, type Withheld, withheldTotal } from '../domain/withholding';
import { takesMoney } from '../domain/takes-money';
import { invoiceOwners, loadInvoices } from '../stores/invoice-facts';
import { lockCustomers } from '../stores/parties';
import { paymentsLike, type PaymentFacts } from '../stores/payments';
import { readRules } from '../stores/settings';

/** A member says an invoice has been paid; staff or the bank will say whether. */
export interface SubmittedPayment {
  /** Row id. */
  invoice: number;
  method: 'bank_transfer' | 'promptpay';
  /** What it settles: cash and what is withheld. All that is due when absent. */
  amount?: bigint;
  /** Document id of a file the member sent. */
  slip?: string;
  /** Present: the payer withholds; without `kinds` what the tax categories propose. */
  withholding?: { kinds?: readonly StatedWithholding[] };
}

interface Planned {
  submitted: SubmittedPayment;
  row: Omit<PaymentFacts, 'id' | 'documentId'>;
}

function planPayment(
  submitted: SubmittedPayment,
  invoices: ReadonlyMap<number, InvoiceFacts>,
  customers: ReadonlyMap<number, CustomerFacts>,
  rules: BillingRules,
): Planned {
  const invoice = invoices.get(submitted.invoice);
  const customer = invoice && customers.get(invoice.customer);
  if (!invoice || !customer) throw notFound('payment.invoice_unknown');
  if (!takesMoney(invoice.state)) {
    throw conflict('payment.invoice_not_open', { params: { invoice: invoice.number, state: invoice.state } });
  }
  const amount = submitted.amount ?? invoice.amountDue;
  if (amount <= 0n) throw badInput('payment.amount_not_positive', { field: 'amount' });
  if (submitted.method === 'bank_transfer' && rules.slipRequired && !submitted.slip) {
    throw badInput('payment.slip_missing', { field: 'slip' });
  }
  const withheld = submitted.withholding
    ? planWithholding(submitted.withholding, invoice, amount, customer, rules)
    : [];
  const total = withheldTotal(withheld);
  return {
    submitted,
    row: {
      state: 'submitted',
      customer: invoice.customer,
      invoice: invoice.id,
      method: submitted.method,
      currency: invoice.currency,
      amount: amount - total,
      withheld: total,
      deduction: 0n,
      withholding: withheld,
      receivedOn: null,
      bank: null,
      reference: null,
    },
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

/** Members submit payments: nothing is settled until somebody has verified them. */
export const submitPayments = (platform: Platform, list: readonly SubmittedPayment[]): Promise<PaymentFacts[]> =>
  platform.transaction(async () => {
    const ids = list.map((submitted) => submitted.invoice);
    const owners = await invoiceOwners(platform, ids);
    const customers = await lockCustomers(platform, owners);
    const invoices = await loadInvoices(platform, ids);
    const rules = await readRules(platform);
    const planned = list.map((submitted) => planPayment(submitted, invoices, customers, rules));

    const at = platform.clock.now();
    const refs = await platform.rows.insert(
      PAYMENT,
      planned.map(({ row }) => ({ ...row, submittedAt: at, submittedBy: platform.caller().key })),
    );
    const payments = planned.map(({ row, submitted }, index) => ({
      payment: { ...row, id: 0, documentId: '', ...refs[index] },
      submitted,
    }));
    for (const { payment, submitted } of payments) {
      if (submitted.slip) await attachSlip(platform, payment, submitted.slip, rules);
    }
    await platform.events.record(payments.map(({ payment }) => submittedEvent(payment)));
    return payments.map(({ payment }) => payment);
  });

/** The commonest fraud is the same slip twice: its hash is unique over all customers. */
async function attachSlip(platform: Platform, payment: PaymentFacts, slip: string, rules: BillingRules): Promise<void> {
  const [file] = await platform.files.attach([slip], { type: PAYMENT, documentId: payment.documentId });
  if (!file) throw notFound('payment.slip_unknown', { field: 'slip' });
  checkSlip(file, rules);
  if ((await paymentsLike(platform, 'slipHash', [file.sha256])).length > 0) {
    throw conflict('payment.slip_used', { field: 'slip' });
  }
  await platform.rows.update(PAYMENT, [{ id: payment.id, slip: file.id, slipHash: file.sha256 }]);
}

function checkSlip(file: FileRow, rules: BillingRules): void {
  if (!isSlipImage(file.mime)) throw badInput('payment.slip_no_image', { field: 'slip', params: { mime: file.mime } });
  if (file.size > rules.slipMaxBytes) {
    throw badInput('payment.slip_too_large', { field: 'slip', params: { most: rules.slipMaxBytes } });
  }
}

const submittedEvent = (payment: PaymentFacts): NewEvent => ({
  name: 'payment.submitted',
  subject: { type: PAYMENT, id: payment.id, documentId: payment.documentId },
  customer: payment.customer,
  after: { method: payment.method, amount: payment.amount, withheld: payment.withheld, invoice: payment.invoice },
});
