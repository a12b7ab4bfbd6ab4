import { badInput, conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { PrintMark } from '@sanya/strapi-plugin-platform/kit';

import { CREDIT_NOTE, DEBIT_NOTE, DUNNING_NOTICE, INVOICE, RECEIPT, TAX_INVOICE } from '../content-types/types';

export const PRINT_KINDS = [
  'invoice',
  'tax-invoice',
  'receipt',
  'credit-note',
  'debit-note',
  'dunning-notice',
] as const;
export type PrintKind = (typeof PRINT_KINDS)[number];
export type PrintRelation = 'invoice' | 'taxInvoice' | 'receipt' | 'creditNote' | 'debitNote' | 'dunningNotice';

interface Printable {
  type: string;
  /** Of the printing, to its document. */
  relation: PrintRelation;
  /** Attribute that is the day on the document. */
  on: string;
  /** What it totals. */
  amount: string;
  /** Some were taken over from the books before: those wait for nobody to print them. */
  takenOver?: boolean;
  /** Goes by post whether or not its customer wants paper: those of its rows that this leaves, by their columns. */
  letters?: (column: (attribute: string) => string) => string;
  /** States in which it stands. */
  standing: readonly string[];
  event: string;
}

/** What goes onto paper. A receipt that is one document with a tax invoice is printed as that. */
export const PRINTABLE: Record<PrintKind, Printable> = {
  invoice: {
    ...{ type: INVOICE, relation: 'invoice', on: 'issuedOn', amount: 'total', event: 'invoice' },
    takenOver: true,
    standing: ['open', 'paid', 'uncollectible'],
  },
  'tax-invoice': {
    ...{ type: TAX_INVOICE, relation: 'taxInvoice', on: 'taxDate', amount: 'total', event: 'tax_invoice' },
    takenOver: true,
    standing: ['issued'],
  },
  receipt: {
    ...{ type: RECEIPT, relation: 'receipt', on: 'issuedOn', amount: 'amount', event: 'receipt' },
    standing: ['issued'],
  },
  'credit-note': {
    ...{ type: CREDIT_NOTE, relation: 'creditNote', on: 'issuedOn', amount: 'total', event: 'credit_note' },
    standing: ['issued'],
  },
  'debit-note': {
    ...{ type: DEBIT_NOTE, relation: 'debitNote', on: 'issuedOn', amount: 'total', event: 'debit_note' },
    standing: ['issued'],
  },
  'dunning-notice': {
    ...{ type: DUNNING_NOTICE, relation: 'dunningNotice', on: 'takenOn', amount: 'amountDue', event: 'dunning_notice' },
    letters: (column) => `${column('channel')} = 'letter' and ${column('leads')} = true`,
    standing: ['told'],
  },
};

/** The sheets of one document in a set: the original, then its copies. */
export function setOf(facts: PrintFacts, copies: number): PrintMark[] {
  if (copies < 0 || !Number.isInteger(copies)) throw badInput('print.copies', { field: 'copies' });
  if (!facts.stands) throw conflict('print.not_standing', { params: { number: facts.number } });
  if (facts.printed) throw conflict('tax_invoice.original_printed', { params: { number: facts.number } });
  return ['original', ...Array.from({ length: copies }, () => 'copy' as const)];
}

/** What is known of a document when somebody wants it on paper. */
export interface PrintFacts {
  number: string;
  state: string;
  /** Nobody cancelled or replaced it. */
  stands: boolean;
  /** Whether its original was printed before. */
  printed: boolean;
}

/**
 * ต้นฉบับ once, then สำเนา (Revenue Code s.86/4): the original where nothing else is asked for and there is none yet.
 * What no longer stands is printed as a copy only. A ใบแทน (s.86/12) stands for the lost original of what still stands.
 */
export function markOf({ number, state, stands, printed }: PrintFacts, wanted: PrintMark | undefined): PrintMark {
  if (wanted !== undefined && wanted !== 'copy' && !stands) {
    throw conflict('tax_invoice.not_to_print', { field: 'mark', params: { number, state } });
  }
  if (wanted === 'original' && printed) {
    throw conflict('tax_invoice.original_printed', { field: 'mark', params: { number } });
  }
  return wanted ?? (printed || !stands ? 'copy' : 'original');
}
