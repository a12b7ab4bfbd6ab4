import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { CERTIFICATE, RECEIPT, TAX_INVOICE, TAX_INVOICE_LINE } from '../content-types/types';
import type { Buyer, Seller } from '../domain/parties';

export interface StandingTaxInvoice extends Ref {
  number: string;
  customer: number;
  invoice: number;
  payment: number | null;
  taxDate: string;
  taxPointOn: string | null;
  abbreviated: boolean;
  seller: Seller;
  buyer: Buyer;
  kind: 'tax_invoice' | 'receipt_tax_invoice';
  lines: StandingLine[];
}

interface StandingLine extends Ref {
  taxInvoice: number;
  invoiceLine: number;
  kind: 'goods' | 'service';
  quantity: bigint | null;
  ratePpm: number;
  net: bigint;
  tax: bigint;
  total: bigint;
}

export interface PaymentDocuments {
  taxInvoices: StandingTaxInvoice[];
  receipts: (Ref & { number: string; customer: number; payment: number })[];
  certificates: (Ref & {
    state: 'pending' | 'received' | 'checked' | 'disputed' | 'dropped';
    customer: number;
    payment: number;
    amount: bigint;
  })[];
}

const TAX_INVOICE_FIELDS = [
  'number',
  'kind',
  'customer',
  'invoice',
  'payment',
  'taxDate',
  'taxPointOn',
  'abbreviated',
  'seller',
  'buyer',
] as const;

/** Standing tax invoices by what they belong to, with their lines. */
export async function standingTaxInvoices(
  platform: Platform,
  by: 'id' | 'payment' | 'invoice',
  ids: readonly number[],
): Promise<StandingTaxInvoice[]> {
  const { rows } = platform;
  const found = await rows.find<Omit<StandingTaxInvoice, 'lines'>>(
    TAX_INVOICE,
    (query, column) => void query.whereIn(column(by), [...ids]).where(column('state'), 'issued'),
    { fields: TAX_INVOICE_FIELDS },
  );
  const lines = await rows.find<StandingLine>(
    TAX_INVOICE_LINE,
    (query, column) =>
      void query
        .whereIn(
          column('taxInvoice'),
          found.map((one) => one.id),
        )
        .orderBy(column('position')),
    { fields: ['taxInvoice', 'invoiceLine', 'kind', 'quantity', 'ratePpm', 'net', 'tax', 'total'] },
  );
  return found.map((one) => ({ ...one, lines: lines.filter((line) => line.taxInvoice === one.id) }));
}

/** What stands because of payments. */
export async function paymentDocuments(platform: Platform, payments: readonly number[]): Promise<PaymentDocuments> {
  const { rows } = platform;
  return {
    taxInvoices: await standingTaxInvoices(platform, 'payment', payments),
    receipts: await rows.find(
      RECEIPT,
      (query, column) => void query.whereIn(column('payment'), [...payments]).where(column('state'), 'issued'),
      { fields: ['number', 'customer', 'payment'] },
    ),
    certificates: await rows.find(
      CERTIFICATE,
      (query, column) =>
        void query
          .whereIn(column('payment'), [...payments])
          .whereIn(column('state'), ['pending', 'received', 'disputed']),
      { fields: ['state', 'customer', 'payment', 'amount'] },
    ),
  };
}
