import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, INVOICE_LINE, PAYMENT, RECEIPT, TAX_INVOICE, TAX_INVOICE_LINE } from '../content-types/types';
import type { Derivation } from '../domain/derivation';
import type { PrintedDeduction } from '../domain/deduction';
import type { Buyer, Seller } from '../domain/parties';

interface Frozen extends Ref {
  number: string;
  state: string;
  customer: number;
  currency: string;
  seller: Seller;
  buyer: Buyer;
}

export interface FrozenInvoice extends Frozen {
  issuedOn: string;
  dueDate: string;
  earlyUntil: string | null;
  earlyDiscount: bigint | null;
  poNumber: string | null;
  sourceNumber: string | null;
  note: string | null;
  net: bigint;
  tax: bigint;
  total: bigint;
  amountDue: bigint;
  agreedTotal: bigint | null;
  pricesIncludeTax: boolean;
  rates: { taxCategory: string; ratePpm: number; net: string; tax: string }[];
  lines: FrozenInvoiceLine[];
}

export interface FrozenInvoiceLine extends Ref {
  invoice: number;
  description: string;
  details: string | null;
  kind: 'goods' | 'service';
  quantity: bigint;
  unit: string | null;
  unitPrice: bigint;
  discount: bigint;
  incomeKind: string | null;
  ratePpm: number;
  net: bigint;
  tax: bigint;
  total: bigint;
  derivation: Derivation | null;
}

export interface FrozenTaxLine extends Ref {
  description: string;
  quantity: bigint | null;
  unit: string | null;
  ratePpm: number;
  net: bigint;
  tax: bigint;
  total: bigint;
}

export interface FrozenTaxInvoice extends Frozen {
  kind: 'tax_invoice' | 'receipt_tax_invoice';
  abbreviated: boolean;
  taxDate: string;
  invoice: number;
  replaces: number | null;
  reason: string | null;
  /** Its paper is in the books that were kept before. */
  takenOverOn: string | null;
  cause: string;
  net: bigint;
  tax: bigint;
  total: bigint;
  lines: FrozenTaxLine[];
}

export interface FrozenReceipt extends Frozen {
  kind: 'receipt' | 'receipt_tax_invoice';
  payment: number | null;
  taxInvoice: number | null;
  invoiceNumber: string | null;
  issuedOn: string;
  amount: bigint;
  withheld: bigint;
  deduction: bigint;
  /** By what it was for, amounts as text; receipts of before do not say. */
  deductions: { kind: PrintedDeduction['kind']; reason: string | null; amount: string }[] | null;
  method: string;
  bank: string | null;
  reference: string | null;
  items: { description: string; amount: string }[];
}

const linesOf = <T>(platform: Platform, uid: string, parent: string, ids: readonly number[]) =>
  platform.rows.find<T>(
    uid,
    (query, column) =>
      void query
        .whereIn(column(parent), [...ids])
        .orderBy(column('position'))
        .orderBy(column('id')),
  );

export async function readFrozenInvoices(platform: Platform, ids: readonly number[]): Promise<FrozenInvoice[]> {
  const invoices = await platform.rows.byIds<Omit<FrozenInvoice, 'lines'>>(INVOICE, ids);
  const lines = await linesOf<FrozenInvoiceLine>(platform, INVOICE_LINE, 'invoice', ids);
  return invoices.map((invoice) => ({ ...invoice, lines: lines.filter((line) => line.invoice === invoice.id) }));
}

export async function readFrozenTaxInvoice(platform: Platform, id: number): Promise<FrozenTaxInvoice | undefined> {
  const [row] = await platform.rows.byIds<Omit<FrozenTaxInvoice, 'lines'>>(TAX_INVOICE, [id]);
  return row && { ...row, lines: await linesOf<FrozenTaxLine>(platform, TAX_INVOICE_LINE, 'taxInvoice', [id]) };
}

export const readFrozenReceipts = (
  platform: Platform,
  by: 'id' | 'taxInvoice' | 'payment',
  id: number,
): Promise<(FrozenReceipt & Ref)[]> =>
  platform.rows.find<FrozenReceipt>(RECEIPT, (query, column) => void query.where(column(by), id).orderBy(column('id')));

/** The day of the money of a receipt. */
export async function receivedOnOf(
  platform: Platform,
  receipt: Pick<FrozenReceipt, 'payment'> | undefined,
): Promise<string | null> {
  if (!receipt || receipt.payment === null) return null;
  const [row] = await platform.rows.byIds<{ receivedOn: string | null }>(PAYMENT, [receipt.payment], {
    fields: ['receivedOn'],
  });
  return row?.receivedOn ?? null;
}

/** The number of a document by row id. */
export async function numberOf(platform: Platform, uid: string, id: number | null): Promise<string> {
  if (id === null) return '';
  const [row] = await platform.rows.byIds<{ number: string | null }>(uid, [id], { fields: ['number'] });
  return row?.number ?? '';
}
