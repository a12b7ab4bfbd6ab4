import type { Platform, Ref, Told } from '@sanya/strapi-plugin-platform/kit';
import type { z } from 'zod';
import { INVOICE, PAYMENT } from '../content-types/types';
import type { invoice, payment } from './answers';
import type { PaidDocuments } from '../use-cases/document-payments';

const INVOICE_FIELDS = [
  'number',
  'state',
  'currency',
  'issuedOn',
  'dueDate',
  'net',
  'tax',
  'total',
  'amountDue',
  'voidReason',
] as const;
const PAYMENT_FIELDS = [
  'state',
  'method',
  'currency',
  'amount',
  'withheld',
  'deduction',
  'withholding',
  'receivedOn',
  'bank',
  'reference',
  'rejectReason',
  'reverseReason',
  'submittedAt',
  'succeededAt',
] as const;

type InvoiceAnswer = Told<z.output<typeof invoice>>;
type PaymentAnswer = Told<z.output<typeof payment>>;

/** An invoice as actions answer it. */
export async function invoiceView({ rows }: Platform, id: number): Promise<InvoiceAnswer | undefined> {
  const [row] = await rows.byIds<InvoiceAnswer>(INVOICE, [id], { fields: INVOICE_FIELDS });
  return row;
}

/** A payment as actions answer it. */
export async function paymentView({ rows }: Platform, id: number): Promise<PaymentAnswer | undefined> {
  const [row] = await rows.byIds<PaymentAnswer>(PAYMENT, [id], { fields: PAYMENT_FIELDS });
  return row;
}

const short = ({ id, documentId, number }: Ref & { number: string }) => ({ id, documentId, number });

/** A payment with the documents that it made. */
export async function settledPaymentView(platform: Platform, id: number, { receipts, taxInvoices }: PaidDocuments) {
  const view = await paymentView(platform, id);
  return view && { ...view, receipts: receipts.map(short), taxInvoices: taxInvoices.map(short) };
}
