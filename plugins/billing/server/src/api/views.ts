import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { CERTIFICATE, INVOICE, PAYMENT, TAX_INVOICE } from '../content-types/types';
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

/** An invoice as actions answer it. */
export async function invoiceView(platform: Platform, id: number): Promise<Record<string, unknown> | null> {
  const [row] = await platform.rows.byIds(INVOICE, [id], { fields: INVOICE_FIELDS });
  return row ?? null;
}

/** A payment as actions answer it, with the documents it made. */
export async function paymentView(
  platform: Platform,
  id: number,
  documents?: PaidDocuments,
): Promise<Record<string, unknown> | null> {
  const [row] = await platform.rows.byIds(PAYMENT, [id], { fields: PAYMENT_FIELDS });
  if (!row) return null;
  if (!documents) return row;
  const short = ({ id: own, documentId, number }: Ref & { number: string }) => ({ id: own, documentId, number });
  return { ...row, receipts: documents.receipts.map(short), taxInvoices: documents.taxInvoices.map(short) };
}

const TAX_INVOICE_FIELDS = [
  ...['number', 'state', 'kind', 'abbreviated', 'currency', 'taxDate', 'issuedOn', 'net', 'tax', 'total'],
  ...['buyer', 'reason', 'cancelReason'],
];

/** A tax invoice as actions answer it. */
export async function taxInvoiceView(platform: Platform, id: number): Promise<Record<string, unknown> | null> {
  const [row] = await platform.rows.byIds(TAX_INVOICE, [id], { fields: TAX_INVOICE_FIELDS });
  return row ?? null;
}

const CERTIFICATE_FIELDS = [
  ...['state', 'currency', 'paidOn', 'taxYear', 'amount', 'base', 'statedAmount', 'book', 'number', 'certifiedOn'],
  ...['receivedOn', 'checkedAt', 'checkNote', 'disputeReason', 'chasedOn'],
];

/** A withholding certificate as actions answer it. */
export async function certificateView(platform: Platform, id: number): Promise<Record<string, unknown> | null> {
  const [row] = await platform.rows.byIds(CERTIFICATE, [id], { fields: CERTIFICATE_FIELDS });
  return row ?? null;
}
