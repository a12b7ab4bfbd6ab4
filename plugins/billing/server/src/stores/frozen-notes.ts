import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, CREDIT_NOTE_LINE, DEBIT_NOTE, DEBIT_NOTE_LINE } from '../content-types/types';
import type { Buyer, Seller } from '../domain/parties';

export interface FrozenNoteLine extends Ref {
  invoiceLine: number;
  taxInvoice: number | null;
  debitNote: number | null;
  description: string;
  quantity: bigint | null;
  unit: string | null;
  ratePpm: number;
  net: bigint;
  tax: bigint;
  total: bigint;
}

/** A note that corrects an invoice, as it was issued. */
export interface FrozenNote extends Ref {
  number: string;
  state: string;
  customer: number;
  currency: string;
  seller: Seller;
  buyer: Buyer;
  issuedOn: string;
  /** Notes of before do not say. */
  happenedOn: string | null;
  cause: string | null;
  reason: string | null;
  net: bigint;
  tax: bigint;
  total: bigint;
  originals: {
    /** Notes of before debit notes name tax invoices only. */
    kind?: 'tax_invoice' | 'debit_note';
    number: string;
    taxDate: string;
    issued?: string;
    value: string;
    right: string;
    difference: string;
    tax: string;
  }[];
  /** Of a credit note: what became of its amount. */
  settle?: { how: string; amount: string }[] | null;
  invoice: number;
  lines: FrozenNoteLine[];
}

const linesOf = <T>(platform: Platform, uid: string, parent: 'creditNote' | 'debitNote', id: number) =>
  platform.rows.find<T>(
    uid,
    (query, column) => void query.where(column(parent), id).orderBy(column('position')).orderBy(column('id')),
  );

export async function readFrozenCreditNote(platform: Platform, id: number): Promise<FrozenNote | undefined> {
  const [row] = await platform.rows.byIds<Omit<FrozenNote, 'lines' | keyof Ref>>(CREDIT_NOTE, [id]);
  return row && { ...row, lines: await linesOf<FrozenNoteLine>(platform, CREDIT_NOTE_LINE, 'creditNote', id) };
}

/** A debit note charges amounts: its lines have no quantity. */
export async function readFrozenDebitNote(
  platform: Platform,
  id: number,
): Promise<(FrozenNote & { payable: number }) | undefined> {
  const [row] = await platform.rows.byIds<Omit<FrozenNote, 'lines' | keyof Ref> & { payable: number }>(DEBIT_NOTE, [
    id,
  ]);
  if (!row) return undefined;
  const lines = await linesOf<Omit<FrozenNoteLine, 'quantity' | 'unit' | 'debitNote'>>(
    platform,
    DEBIT_NOTE_LINE,
    'debitNote',
    id,
  );
  return { ...row, lines: lines.map((line) => ({ ...line, debitNote: null, quantity: null, unit: null })) };
}
