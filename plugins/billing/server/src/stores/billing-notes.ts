import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_NOTE, BILLING_NOTE_LINE, INVOICE } from '../content-types/types';
import type { BillingNoteState, NotedInvoice, PlannedBillingNote } from '../domain/billing-note';
import type { Buyer, Seller } from '../domain/parties';
import { isOwed } from './offers';

export interface BillingNoteRow extends Ref {
  number: string;
  state: BillingNoteState;
  customer: number;
  currency: string;
  billedOn: string;
  payOn: string;
  note: string | null;
  total: bigint;
  seller: Seller;
  buyer: Buyer;
  cancelReason: string | null;
}

export interface BillingNoteLine extends Ref {
  billingNote: number;
  invoice: number;
  invoiceNumber: string;
  issuedOn: string;
  dueDate: string;
  total: bigint;
  open: bigint;
  live: boolean;
}

const INVOICE_FIELDS = [
  ...['number', 'state', 'customer', 'currency', 'issuedOn', 'dueDate', 'total', 'amountDue'],
] as const;

export const loadBillingNotes = (platform: Platform, ids: readonly number[]): Promise<BillingNoteRow[]> =>
  platform.rows.byIds<BillingNoteRow>(BILLING_NOTE, ids);

export const linesOfNotes = (platform: Platform, notes: readonly number[]): Promise<BillingNoteLine[]> =>
  platform.rows.find<BillingNoteLine>(
    BILLING_NOTE_LINE,
    (query, column) =>
      void query
        .whereIn(column('billingNote'), [...notes])
        .orderBy(column('position'))
        .orderBy(column('id')),
  );

/** Open invoices that customers owe, the oldest first. */
export const openInvoicesOf = (platform: Platform, customers: readonly number[]): Promise<(NotedInvoice & Ref)[]> =>
  platform.rows.find<NotedInvoice>(
    INVOICE,
    (query, column) =>
      void query
        .whereIn(column('customer'), [...customers])
        .where(column('state'), 'open')
        .where(column('amountDue'), '>', 0)
        .whereRaw(isOwed(platform))
        .orderBy(column('issuedOn'))
        .orderBy(column('id')),
    { fields: INVOICE_FIELDS },
  );

export const notedInvoices = (platform: Platform, ids: readonly number[]): Promise<(NotedInvoice & Ref)[]> =>
  platform.rows.byIds<NotedInvoice>(INVOICE, ids, { fields: INVOICE_FIELDS });

/** The live note that each of these invoices is on, by row id of the invoice. */
export async function liveNotesOf(
  platform: Platform,
  invoices: readonly number[],
): Promise<Map<number, { number: string; documentId: string }>> {
  const lines = await platform.rows.find<{ invoice: number; billingNote: number }>(
    BILLING_NOTE_LINE,
    (query, column) => void query.whereIn(column('invoice'), [...invoices]).where(column('live'), true),
    { fields: ['invoice', 'billingNote'] },
  );
  const notes = await platform.rows.byIds<{ number: string }>(
    BILLING_NOTE,
    [...new Set(lines.map((line) => line.billingNote))],
    { fields: ['number'] },
  );
  const byId = new Map(notes.map(({ id, number, documentId }) => [id, { number, documentId }]));
  return new Map(
    lines.flatMap(({ invoice, billingNote }) => {
      const note = byId.get(billingNote);
      return note ? [[invoice, note] as const] : [];
    }),
  );
}

export interface NewBillingNote extends PlannedBillingNote {
  number: string;
  seller: Seller;
  buyer: Buyer;
}

/** Writes notes with their lines; in the order given. */
export async function writeBillingNotes(platform: Platform, notes: readonly NewBillingNote[]): Promise<Ref[]> {
  const { rows, clock } = platform;
  const refs = await rows.insert(
    BILLING_NOTE,
    notes.map(({ invoices: _, ...note }) => ({
      ...note,
      state: 'issued',
      issuedAt: clock.now(),
      issuedBy: platform.caller().key,
    })),
  );
  await rows.insert(
    BILLING_NOTE_LINE,
    notes.flatMap(({ invoices }, index) =>
      invoices.map((invoice, place) => ({
        billingNote: refs[index]?.id,
        position: place + 1,
        invoice: invoice.id,
        invoiceNumber: invoice.number,
        issuedOn: invoice.issuedOn,
        dueDate: invoice.dueDate,
        total: invoice.total,
        open: invoice.amountDue,
        live: true,
      })),
    ),
    { refs: false },
  );
  return refs;
}

/** Cancels notes; their invoices may stand on others. */
export async function endBillingNotes(
  platform: Platform,
  notes: readonly { id: number; state: string; reason: string }[],
): Promise<void> {
  const { rows, clock } = platform;
  const cancelledAt = clock.now();
  await rows.update(
    BILLING_NOTE,
    notes.map(({ id, state, reason }) => ({ id, state, cancelledAt, cancelReason: reason })),
  );
  const lines = await linesOfNotes(
    platform,
    notes.map(({ id }) => id),
  );
  await rows.update(
    BILLING_NOTE_LINE,
    lines.map(({ id }) => ({ id, live: false })),
  );
}
