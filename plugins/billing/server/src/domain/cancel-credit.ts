import { conflict, max, min, move, mulDiv, sum } from '@sanya/strapi-plugin-platform/kernel';
import { creditNoteLife, invoiceLife } from './lives';
import type { InvoiceFacts } from './settlement';

/** A credit note that is to be cancelled, and what has come of it. */
export interface CancelCreditFacts {
  note: { number: string; state: 'draft' | 'issued' | 'discarded' | 'cancelled'; byHand: boolean };
  /** The invoice it corrects. */
  invoice: InvoiceFacts;
  /** The invoice asked for a deposit. */
  ofDeposit: boolean;
  /** Number of a refund of it that stands. */
  refund: string | undefined;
  /** What of it lies on invoices. */
  laid: readonly { invoice: number; number: string; amount: bigint }[];
  /** Number of a tax invoice that rests on it: of what it paid or left to be paid by credit, or of what stays taxed unpaid. */
  documented: string | undefined;
  /** Number of a later note, which took what this one has left for the value of the original. */
  correctedBy: string | undefined;
  /** By row id of the invoice line: what it credits outside of tax documents. */
  adjusted: ReadonlyMap<number, bigint>;
  /** By row id of the invoice line: what standing payments have paid of it. */
  money: ReadonlyMap<number, bigint>;
}

/** What was taxed since for what was still charged would be taxed too little, once all of it is charged again. */
function isTaxedTooLittle({ invoice, adjusted, money }: CancelCreditFacts): boolean {
  return invoice.lines.some((line) => {
    const own = adjusted.get(line.id);
    if (own === undefined || line.tax === 0n) return false;
    const toTax = line.total - (line.adjusted - own);
    const handed =
      line.kind === 'goods' && line.quantity > 0n ? mulDiv(line.total, line.handedOver, line.quantity) : 0n;
    return line.taxed < min(toTax, max(money.get(line.id) ?? 0n, handed));
  });
}

/**
 * The invoice as it stands once its credit note is cancelled: what the note took off it is owed again. Only what staff
 * credited by hand is cancelled, and only while all that it did can be put back; else a debit note charges it anew.
 */
export function withoutCredit(facts: CancelCreditFacts): InvoiceFacts {
  const { note, invoice, laid, refund, documented, correctedBy } = facts;
  const { number } = note;
  move(creditNoteLife, note.state, 'cancel');
  if (!note.byHand || facts.ofDeposit) throw conflict('credit_note.cancel_follows', { params: { number } });
  if (refund !== undefined) throw conflict('credit_note.cancel_refunded', { params: { number, refund } });
  const used = laid.find((one) => one.invoice !== invoice.id);
  if (used) throw conflict('credit_note.cancel_used', { params: { number, invoice: used.number } });
  if (invoice.state !== 'open' && invoice.state !== 'paid') {
    throw conflict('credit_note.cancel_invoice', { params: { number, invoice: invoice.number, state: invoice.state } });
  }
  if (documented !== undefined) {
    throw conflict('credit_note.cancel_documented', { params: { number, taxInvoice: documented } });
  }
  if (correctedBy !== undefined) {
    throw conflict('credit_note.cancel_corrected', { params: { number, note: correctedBy } });
  }
  if (isTaxedTooLittle(facts)) {
    throw conflict('credit_note.cancel_taxed_less', { params: { number, invoice: invoice.number } });
  }
  const back = sum(laid.map(({ amount }) => amount));
  return {
    ...invoice,
    amountDue: invoice.amountDue + back,
    state: back > 0n && invoice.state === 'paid' ? move(invoiceLife, invoice.state, 'reopen') : invoice.state,
  };
}
