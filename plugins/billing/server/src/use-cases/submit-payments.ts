import { badInput, conflict, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { FileRow, NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../content-types/types';
import type { BillingRules } from '../domain/rules';
import type { InvoiceFacts } from '../domain/settlement';
import { isSlipImage, marksOf, slipKeyOf, type SlipReading } from '../domain/slip';
import { readSlips } from '../services/read-slips';
import { invoiceOwners, loadInvoices } from '../stores/invoice-facts';
import { customerNames, lockCustomers } from '../stores/parties';
import { type Likeness, paymentsLike, type PaymentFacts, standingWithReference, undoneWith } from '../stores/payments';
import { readRules } from '../stores/settings';
import { type PaymentWish, planPayment } from './plan-payment';

/** A member says an invoice has been paid; staff or the bank will say whether. */
export interface SubmittedPayment extends PaymentWish {
  method: 'bank_transfer' | 'promptpay';
  /** Document id of a file the member sent. */
  slip?: string;
}

interface Submitted {
  payment: PaymentFacts;
  invoice: InvoiceFacts | undefined;
  slip?: string;
}

/** Members submit payments: nothing is settled until somebody has verified them. */
export async function submitPayments(platform: Platform, list: readonly SubmittedPayment[]): Promise<PaymentFacts[]> {
  const readings = await readSlips(
    platform,
    list.flatMap(({ slip }) => slip ?? []),
  );
  return platform.transaction(async () => {
    const ids = list.map((submitted) => submitted.invoice);
    const owners = await invoiceOwners(platform, ids);
    const customers = await lockCustomers(platform, owners);
    const invoices = await loadInvoices(platform, ids);
    const rules = await readRules(platform);
    const today = platform.clock.today();
    const planned = list.map((submitted) => {
      const row = planPayment(submitted, 'submitted', invoices, customers, rules, today);
      if (submitted.method === 'bank_transfer' && rules.slipRequired && !submitted.slip) {
        throw badInput('payment.slip_missing', { field: 'slip' });
      }
      return row;
    });

    const at = platform.clock.now();
    const refs = await platform.rows.insert(
      PAYMENT,
      planned.map((row) => ({ ...row, submittedAt: at, submittedBy: platform.caller().key })),
    );
    const submissions = list.map(
      ({ slip, invoice }, index): Submitted => ({
        payment: { ...(planned[index] as PaymentFacts), ...(refs[index] as { id: number; documentId: string }) },
        invoice: invoices.get(invoice),
        slip,
      }),
    );
    for (const one of submissions) await mark(platform, one, one.slip ? readings.get(one.slip) : undefined, rules);
    await platform.events.record(submissions.map(({ payment }) => submittedEvent(payment)));
    return submissions.map(({ payment }) => payment);
  });
}

/**
 * The commonest fraud is the same slip twice: the file is known by its hash, the transfer by the bank and its reference
 * in the QR code, both over all customers. What is only odd is marked for whoever verifies.
 */
async function mark(
  platform: Platform,
  { payment, invoice, slip }: Submitted,
  reading: SlipReading | undefined,
  rules: BillingRules,
): Promise<void> {
  const file = slip ? await attachSlip(platform, payment, slip, rules) : undefined;
  const read = file ? (reading ?? { kind: 'unreadable' as const }) : null;
  const slipKey = slipKeyOf(read);
  if (file) await refuseUsed(platform, payment, file.sha256, slipKey);
  const before = file ? await undoneWith(platform, { hash: file.sha256, key: slipKey }) : [];
  const { bank, reference } = read?.kind === 'slip' ? read : { bank: null, reference: null };
  const same = reference === null ? [] : await standingWithReference(platform, reference);
  const names = await customerNames(platform, [...before.map(({ customer }) => customer), ...same]);
  const nameOf = (id: number): string => names.get(id) ?? '';
  const marks = marksOf({
    reading: read,
    typed: payment.amount + payment.withheld + payment.deduction,
    due: invoice?.amountDue ?? 0n,
    currency: payment.currency,
    invoiceIssuedOn: invoice?.issuedOn ?? null,
    before: before.map(({ customer, state, submittedAt }) => ({
      customer: nameOf(customer),
      on: submittedAt?.slice(0, 10) ?? '',
      state,
    })),
    sameReference: same.map(nameOf),
  });
  const slipFields = { slip: file?.id ?? null, slipHash: file?.sha256 ?? null, slipKey, bank, reference };
  await platform.rows.update(PAYMENT, [{ id: payment.id, ...slipFields, referenceKey: slipKey, marks }]);
}

async function refuseUsed(platform: Platform, payment: PaymentFacts, hash: string, key: string | null): Promise<void> {
  const likes: [Likeness, string | null][] = [
    ['slipHash', hash],
    ['slipKey', key],
    // Staff or a bank statement may have recorded the same money already.
    ['referenceKey', key],
  ];
  for (const [by, value] of likes) {
    if (value === null) continue;
    const others = (await paymentsLike(platform, by, [value])).filter(({ id }) => id !== payment.id);
    if (others.length > 0) throw conflict('payment.slip_used', { field: 'slip' });
  }
}

async function attachSlip(
  platform: Platform,
  payment: PaymentFacts,
  slip: string,
  rules: BillingRules,
): Promise<FileRow> {
  const [file] = await platform.files.attach([slip], { type: PAYMENT, documentId: payment.documentId });
  if (!file) throw notFound('payment.slip_unknown', { field: 'slip' });
  if (!isSlipImage(file.mime)) throw badInput('payment.slip_no_image', { field: 'slip', params: { mime: file.mime } });
  if (file.size > rules.slipMaxBytes) {
    throw badInput('payment.slip_too_large', { field: 'slip', params: { most: rules.slipMaxBytes } });
  }
  return file;
}

const submittedEvent = (payment: PaymentFacts): NewEvent => ({
  name: 'payment.submitted',
  subject: { type: PAYMENT, id: payment.id, documentId: payment.documentId },
  customer: payment.customer,
  after: { method: payment.method, amount: payment.amount, withheld: payment.withheld, invoice: payment.invoice },
});
