import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { RECEIPT } from '../content-types/types';
import type { PrintedDeduction } from '../domain/deduction';
import type { Buyer, Seller } from '../domain/parties';

/** A receipt with everything but its number. */
export interface PlannedReceipt {
  kind: 'receipt' | 'receipt_tax_invoice';
  customer: number;
  branch: number | null;
  payment: number;
  invoice: number | null;
  invoiceNumber: string | null;
  currency: string;
  issuedOn: string;
  /** What it settles: cash + withheld + deduction. */
  amount: bigint;
  withheld: bigint;
  deduction: bigint;
  /** The same by what it was for; receipts of before do not say. */
  deductions: readonly PrintedDeduction[] | null;
  method: string;
  bank: string | null;
  reference: string | null;
  items: readonly { description: string; amount: bigint }[];
  seller: Seller;
  buyer: Buyer;
}

const PLANNED = [
  ...['kind', 'customer', 'branch', 'payment', 'invoice', 'invoiceNumber', 'currency', 'issuedOn'],
  ...['amount', 'withheld', 'deduction', 'deductions', 'method', 'bank', 'reference', 'items', 'seller', 'buyer'],
];

export interface WrittenReceipt extends Ref {
  number: string;
  plan: PlannedReceipt;
}

export async function writeReceipts(
  platform: Platform,
  plans: readonly { plan: PlannedReceipt; number: string; taxInvoice: number | null }[],
): Promise<WrittenReceipt[]> {
  const at = platform.clock.now();
  const refs = await platform.rows.insert(
    RECEIPT,
    plans.map(({ plan, number, taxInvoice }) => ({ ...plan, number, taxInvoice, state: 'issued', issuedAt: at })),
  );
  return plans.map(({ plan, number }, index) => ({
    id: refs[index]?.id ?? 0,
    documentId: refs[index]?.documentId ?? '',
    number,
    plan,
  }));
}

/** Standing receipts that are one paper with these tax invoices, as they were planned. */
export async function receiptsOfTaxInvoices(
  platform: Platform,
  ids: readonly number[],
): Promise<(Ref & { number: string; taxInvoice: number; plan: PlannedReceipt })[]> {
  const rows = await platform.rows.find<PlannedReceipt & { number: string; taxInvoice: number }>(
    RECEIPT,
    (query, column) => void query.whereIn(column('taxInvoice'), [...ids]).where(column('state'), 'issued'),
    { fields: ['number', 'taxInvoice', ...PLANNED] },
  );
  return rows.map(({ id, documentId, number, taxInvoice, ...plan }) => ({ id, documentId, number, taxInvoice, plan }));
}
