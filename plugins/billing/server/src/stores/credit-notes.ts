import { sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, CREDIT_NOTE_LINE } from '../content-types/types';
import type { CreditPlan } from '../domain/credit-invoice';
import type { CreditedLine } from '../domain/credit-settlement';
import type { NoteDay } from '../domain/note-day';
import type { Buyer, Seller } from '../domain/parties';
import { standingAllocations } from './allocations';
import { standingRefunds } from './refunds';

export interface WrittenCreditNote extends Ref {
  number: string;
  plan: CreditPlan;
}

export interface NewCreditNote extends NoteDay {
  plan: CreditPlan;
  number: string;
  seller: Seller;
  buyer: Buyer;
  cause: string;
  reason: string;
  byHand: boolean;
  settle: readonly { how: string; amount: bigint; invoice?: string }[];
}

export async function writeCreditNotes(
  platform: Platform,
  list: readonly NewCreditNote[],
): Promise<WrittenCreditNote[]> {
  const { rows, clock } = platform;
  const refs = await rows.insert(
    CREDIT_NOTE,
    list.map(({ plan, number, seller, buyer, cause, reason, happenedOn, late, byHand, settle }) => ({
      number,
      state: 'issued',
      customer: plan.invoice.customer,
      branch: plan.invoice.branch,
      invoice: plan.invoice.id,
      currency: plan.invoice.currency,
      issuedOn: clock.today(),
      issuedAt: clock.now(),
      happenedOn,
      late,
      cause,
      reason,
      net: plan.net,
      tax: plan.tax,
      total: plan.total,
      taxedNet: plan.taxedNet,
      taxedTax: plan.taxedTax,
      originals: plan.originals,
      settle,
      byHand,
      seller,
      buyer,
    })),
  );
  await rows.insert(
    CREDIT_NOTE_LINE,
    list.flatMap(({ plan }, index) =>
      plan.lines.map(({ line, document, ratePpm, quantity, net, tax, total }, place) => ({
        creditNote: refs[index]?.id,
        invoiceLine: line.id,
        taxInvoice: document?.kind === 'tax_invoice' ? document.id : null,
        debitNote: document?.kind === 'debit_note' ? document.id : null,
        position: place + 1,
        description: line.description,
        quantity,
        unit: line.unit,
        taxCategory: line.taxCategory,
        ratePpm,
        net,
        tax,
        total,
      })),
    ),
  );
  return list.map(({ plan, number }, index) => ({
    id: refs[index]?.id ?? 0,
    documentId: refs[index]?.documentId ?? '',
    number,
    plan,
  }));
}

/** Standing credit notes of customers: what of them no invoice has taken is customer credit. */
export const standingCreditNotes = (platform: Platform, customers: readonly number[]) =>
  platform.rows.find<{ customer: number; number: string; total: bigint; currency: string }>(
    CREDIT_NOTE,
    (query, column) =>
      void query
        .whereIn(column('customer'), [...customers])
        .where(column('state'), 'issued')
        .orderBy(column('id')),
    { fields: ['customer', 'number', 'total', 'currency'] },
  );

/** A standing credit note of an invoice, with what of it nothing has taken. */
export interface FreeCredit {
  id: number;
  invoice: number;
  left: bigint;
  lines: CreditedLine[];
}

/** What standing credit notes of invoices still have, in the order they were issued. */
export async function freeCreditOf(platform: Platform, invoices: readonly number[]): Promise<FreeCredit[]> {
  const notes = await platform.rows.find<{ invoice: number; total: bigint }>(
    CREDIT_NOTE,
    (query, column) =>
      void query
        .whereIn(column('invoice'), [...invoices])
        .where(column('state'), 'issued')
        .orderBy(column('id')),
    { fields: ['invoice', 'total'] },
  );
  if (notes.length === 0) return [];
  const ids = notes.map(({ id }) => id);
  const taken = [
    ...(await standingAllocations(platform, 'creditNote', ids)),
    ...(await standingRefunds(platform, 'creditNote', ids)),
  ];
  const lines = await platform.rows.find<{ creditNote: number; invoiceLine: number; total: bigint }>(
    CREDIT_NOTE_LINE,
    (query, column) => void query.whereIn(column('creditNote'), ids),
    { fields: ['creditNote', 'invoiceLine', 'total'] },
  );
  return notes.flatMap(({ id, invoice, total }) => {
    const left = total - sum(taken.filter(({ creditNote }) => creditNote === id).map(({ amount }) => amount));
    const own = lines.filter(({ creditNote }) => creditNote === id);
    if (left <= 0n) return [];
    return [{ id, invoice, left, lines: own.map((line) => ({ line: { id: line.invoiceLine }, total: line.total })) }];
  });
}

/** What standing credit notes took off lines of invoices, part by part. */
export async function creditedLines(
  platform: Platform,
  lines: readonly number[],
): Promise<{ invoiceLine: number; total: bigint }[]> {
  const parts = await platform.rows.find<{ creditNote: number; invoiceLine: number; total: bigint }>(
    CREDIT_NOTE_LINE,
    (query, column) => void query.whereIn(column('invoiceLine'), [...lines]),
    { fields: ['creditNote', 'invoiceLine', 'total'] },
  );
  const notes = await platform.rows.byIds<{ state: string }>(
    CREDIT_NOTE,
    parts.map(({ creditNote }) => creditNote),
    { fields: ['state'] },
  );
  const standing = new Set(notes.filter(({ state }) => state === 'issued').map(({ id }) => id));
  return parts.filter(({ creditNote }) => standing.has(creditNote));
}
