import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { DEBIT_NOTE, DEBIT_NOTE_LINE, INVOICE_LINE } from '../content-types/types';
import type { DebitLine, DebitSums } from '../domain/debit-invoice';
import type { NoteDay } from '../domain/note-day';
import type { Buyer, Seller } from '../domain/parties';
import type { InvoiceFacts } from '../domain/settlement';

/** Debit notes before the invoices over their differences are issued: those name them. */
export const draftDebitNotes = (platform: Platform, invoices: readonly InvoiceFacts[]): Promise<Ref[]> =>
  platform.rows.insert(
    DEBIT_NOTE,
    invoices.map((invoice) => ({
      state: 'draft',
      customer: invoice.customer,
      branch: invoice.branch,
      invoice: invoice.id,
      currency: invoice.currency,
      net: 0n,
      tax: 0n,
      total: 0n,
      taxedNet: 0n,
      taxedTax: 0n,
    })),
  );

export interface PayableLine extends Ref {
  invoice: number;
  net: bigint;
  tax: bigint;
  total: bigint;
}

/** The lines of the invoices over the differences, in their order. */
export const payableLines = (platform: Platform, invoices: readonly number[]): Promise<PayableLine[]> =>
  platform.rows.find<Omit<PayableLine, keyof Ref>>(
    INVOICE_LINE,
    (query, column) =>
      void query
        .whereIn(column('invoice'), [...invoices])
        .orderBy(column('position'))
        .orderBy(column('id')),
    { fields: ['invoice', 'net', 'tax', 'total'] },
  );

export interface FinishedDebitNote extends Ref, NoteDay {
  number: string;
  payable: number;
  cause: string;
  reason: string;
  seller: Seller;
  buyer: Buyer;
  sums: DebitSums;
  lines: readonly DebitLine[];
}

/** The drafts become debit notes. */
export async function finishDebitNotes(platform: Platform, notes: readonly FinishedDebitNote[]): Promise<void> {
  const { rows, clock } = platform;
  await rows.update(
    DEBIT_NOTE,
    notes.map(({ id, number, payable, cause, reason, happenedOn, late, seller, buyer, sums }) => ({
      id,
      state: 'issued',
      number,
      payable,
      issuedOn: clock.today(),
      issuedAt: clock.now(),
      happenedOn,
      late,
      cause,
      reason,
      ...sums,
      seller,
      buyer,
    })),
  );
  await rows.insert(
    DEBIT_NOTE_LINE,
    notes.flatMap(({ id, lines }) =>
      lines.map(({ line, document, payableLine, ratePpm, net, tax, total }, index) => ({
        debitNote: id,
        invoiceLine: line.id,
        payableLine,
        taxInvoice: document?.id ?? null,
        position: index + 1,
        description: line.description,
        taxCategory: line.taxCategory,
        ratePpm,
        net,
        tax,
        total,
      })),
    ),
  );
}

/** Standing debit notes of the invoices over their differences. */
export const debitNotesOf = (platform: Platform, payables: readonly number[]) =>
  platform.rows.find<{ number: string; customer: number; state: 'issued'; issuedOn: string }>(
    DEBIT_NOTE,
    (query, column) => void query.whereIn(column('payable'), [...payables]).where(column('state'), 'issued'),
    { fields: ['number', 'customer', 'state', 'issuedOn'] },
  );
