import { broken, conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { TaxedLine } from './coverage';
import { type Buyer, missingForTaxInvoice, missingOfSeller, type Seller } from './parties';
import type { InvoiceFacts } from './settlement';

export type TaxCause = 'payment' | 'credit' | 'hand_over' | 'early' | 'replacement' | 'taken_over';

/** A tax invoice with everything but its number. */
export interface PlannedTaxInvoice {
  kind: 'tax_invoice' | 'receipt_tax_invoice';
  cause: TaxCause;
  invoice: InvoiceFacts;
  payment: number | null;
  replaces: number | null;
  taxDate: string;
  /** The day of the tax point, where its month was closed and the document bears another. */
  taxPointOn: string | null;
  /** The day it was taken over from the books that issued it; absent for our own. */
  takenOverOn?: string;
  lines: readonly TaxedLine[];
  /** Quantities of goods handed over with it, by invoice line; absent where none moved. */
  quantities?: ReadonlyMap<number, bigint>;
  seller: Seller;
  buyer: Buyer;
  abbreviated: boolean;
  reason: string | null;
}

/**
 * Refuses to plan a tax invoice that could not name its seller (s.86/4, s.86/6). A seller who is not registered for VAT
 * never comes here: nothing of theirs reaches a tax point.
 */
export function refuseIncompleteSeller(seller: Seller): void {
  const missing = missingOfSeller(seller);
  if (missing.length === 0) return;
  throw broken('tax_invoice.seller_incomplete', {
    params: { missing: { words: missing.map((one) => `party.${one}`) } },
  });
}

/**
 * Whether a buyer gets the full tax invoice (s.86/4) or the abbreviated one (s.86/6). Refused where the data is
 * incomplete and the settings do not say retail.
 */
export function isAbbreviated(buyer: Buyer, retail: boolean): boolean {
  const missing = missingForTaxInvoice(buyer);
  if (missing.length === 0) return false;
  if (!retail) {
    throw broken('tax_invoice.buyer_incomplete', {
      params: { name: buyer.name, missing: { words: missing.map((one) => `party.${one}`) } },
    });
  }
  return true;
}

/** The paper of a tax invoice that was taken over is in the books before: nothing of it is printed or replaced here. */
export function refuseTakenOver({ number, takenOverOn }: { number: string; takenOverOn: string | null }): void {
  if (takenOverOn !== null) throw conflict('tax_invoice.of_old_books', { params: { number } });
}

/** Series of a document: receipts and receipts that are tax invoices share one. */
export const seriesOf = (kind: PlannedTaxInvoice['kind']): string =>
  kind === 'receipt_tax_invoice' ? 'receipt' : 'tax-invoice';
