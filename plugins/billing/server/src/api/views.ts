import type { Platform, Ref, Told } from '@sanya/strapi-plugin-platform/kit';
import type { z } from 'zod';
import { CERTIFICATE, GATEWAY_EVENT, INVOICE, PAYMENT, PAYMENT_METHOD, TAX_INVOICE } from '../content-types/types';
import type { gatewayEvent, invoice, payment, paymentMethod } from './answers';
import type { certificate, taxInvoice } from './tax-answers';
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
  'gateway',
  'chargeId',
  'failReason',
  'rejectReason',
  'reverseReason',
  'submittedAt',
  'succeededAt',
] as const;

const METHOD_FIELDS = [
  ...(['state', 'gateway', 'brand', 'lastFour', 'expiryMonth', 'expiryYear', 'isDefault'] as const),
  ...(['consentedAt', 'autoDebitSince', 'declinedAt', 'declineReason', 'removedAt'] as const),
] as const;

type InvoiceAnswer = Told<z.output<typeof invoice>>;
type EventAnswer = Told<z.output<typeof gatewayEvent>>;
type PaymentAnswer = Told<z.output<typeof payment>>;
type MethodAnswer = Told<z.output<typeof paymentMethod>>;
type TaxInvoiceAnswer = Told<z.output<typeof taxInvoice>>;
type CertificateAnswer = Told<z.output<typeof certificate>>;

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

/** A saved card as actions answer it. */
export async function paymentMethodView({ rows }: Platform, id: number): Promise<MethodAnswer | undefined> {
  const [row] = await rows.byIds<MethodAnswer & { id: number }>(PAYMENT_METHOD, [id], { fields: METHOD_FIELDS });
  if (!row) return undefined;
  const { id: _, ...shown } = row;
  return shown;
}

/** What a gateway told, as staff see it once they have dealt with it. */
export async function gatewayEventView({ rows }: Platform, id: number): Promise<EventAnswer | undefined> {
  const [row] = await rows.byIds<EventAnswer>(GATEWAY_EVENT, [id], { fields: ['state', 'note'] });
  return row && { documentId: row.documentId, state: row.state, note: row.note };
}

const short = ({ id, documentId, number }: Ref & { number: string }) => ({ id, documentId, number });

/** A payment with the documents that it made. */
export async function settledPaymentView(platform: Platform, id: number, { receipts, taxInvoices }: PaidDocuments) {
  const view = await paymentView(platform, id);
  return view && { ...view, receipts: receipts.map(short), taxInvoices: taxInvoices.map(short) };
}

const TAX_INVOICE_FIELDS = [
  ...['number', 'state', 'kind', 'abbreviated', 'currency', 'taxDate', 'issuedOn', 'net', 'tax', 'total'],
  ...['buyer', 'reason', 'cancelReason'],
];

/** A tax invoice as actions answer it. */
export async function taxInvoiceView({ rows }: Platform, id: number): Promise<TaxInvoiceAnswer | undefined> {
  const [row] = await rows.byIds<TaxInvoiceAnswer>(TAX_INVOICE, [id], { fields: TAX_INVOICE_FIELDS });
  return row;
}

const CERTIFICATE_FIELDS = [
  ...['state', 'currency', 'paidOn', 'taxYear', 'amount', 'base', 'statedAmount', 'book', 'number', 'certifiedOn'],
  ...['receivedOn', 'checkedAt', 'checkNote', 'disputeReason', 'chasedOn'],
];

/** A withholding certificate as actions answer it. */
export async function certificateView({ rows }: Platform, id: number): Promise<CertificateAnswer | undefined> {
  const [row] = await rows.byIds<CertificateAnswer>(CERTIFICATE, [id], { fields: CERTIFICATE_FIELDS });
  return row;
}
