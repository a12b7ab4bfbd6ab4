import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import { isCreditable } from './credit-invoice';
import { isVoidable } from './invoice-changes';
import type { InvoiceFacts } from './settlement';
import { refuseEnding } from './tax-month';

/** How an invoice that should not have been is taken back: as if it never was, or by a credit note over all of it. */
export type WayBack = 'void' | 'credit';

export interface WayBackFacts {
  /** Minor units that standing credit notes took off it. */
  credited: bigint;
  /** What staff let go when they laid money on it: deducted with a reason, or given up as a difference. */
  letGo: bigint;
  /** It has lines that are reported by the invoice itself, for want of a tax document. */
  reported: boolean;
  closedMonths: ReadonlySet<string>;
}

/**
 * Refuses what only a person can put right: who gave a part back, or took less for it, has agreed something with the
 * customer, and a whole credit would give that part twice.
 */
export function wayBack(invoice: InvoiceFacts, facts: WayBackFacts): WayBack {
  const { number, state } = invoice;
  if (!isCreditable(invoice)) throw conflict('credit_note.invoice_not_issued', { params: { invoice: number, state } });
  if (facts.credited > 0n) throw conflict('invoice.back_credited', { params: { invoice: number } });
  if (facts.letGo > 0n) throw conflict('invoice.back_let_go', { params: { invoice: number } });
  if (!isVoidable(invoice)) return 'credit';
  if (facts.reported) refuseEnding(facts.closedMonths, [{ number, on: invoice.issuedOn }]);
  return 'void';
}
