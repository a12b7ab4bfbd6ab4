import type { Buyer, Customer, Invoice, Numbered } from '../../types';

/** A document that a note corrects: its value before VAT, the right one, the difference and the VAT on it. */
export interface Original {
  number: string;
  taxDate: string;
  value: string;
  right: string;
  difference: string;
  tax: string;
}

/** Where a part of a credit note went when it was issued. */
export interface SettledPart {
  how: 'offset' | 'credit' | 'refund';
  amount: string;
  /** Number of another invoice than the credited one. */
  invoice?: string;
}

/** A credit or a debit note, as its list and its page read it. */
export interface Note extends Numbered {
  net: string;
  tax: string;
  total: string;
  /** When its cause arose, and whether it was issued too late. */
  happenedOn: string | null;
  late: boolean;
  cause: string | null;
  reason: string | null;
  originals: Original[] | null;
  /** Of a credit note. */
  settle?: SettledPart[] | null;
  buyer: Buyer | null;
  customer?: Customer | null;
  invoice?: Pick<Invoice, 'documentId' | 'number'> | null;
  /** Of a debit note: the invoice that asks for its difference. */
  payable?: Invoice | null;
}

export const READ = 'plugin::content-manager.explorer.read';

/** What the list shows, by what its address asks for; each kind for whoever may read it. */
export const PAPER_KINDS = {
  'tax-invoices': 'plugin::billing.tax-invoice',
  receipts: 'plugin::billing.receipt',
  'credit-notes': 'plugin::billing.credit-note',
  'debit-notes': 'plugin::billing.debit-note',
} as const;

export type PaperKind = keyof typeof PAPER_KINDS;
export type NoteKind = 'credit-notes' | 'debit-notes';

export const isNoteKind = (kind: PaperKind): kind is NoteKind => kind === 'credit-notes' || kind === 'debit-notes';

/** Part of the ids of texts: `papers.credit_notes`. */
export const wordOf = (kind: string): string => kind.replace('-', '_');
