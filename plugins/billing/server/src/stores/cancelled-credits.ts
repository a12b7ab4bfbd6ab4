import { sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import {
  ALLOCATION_LINE,
  CREDIT_NOTE,
  CREDIT_NOTE_LINE,
  DEBIT_NOTE,
  INVOICE,
  PAYMENT,
  TAX_INVOICE,
} from '../content-types/types';
import type { CancelCreditFacts } from '../domain/cancel-credit';
import type { InvoiceFacts } from '../domain/settlement';
import { standingAllocations } from './allocations';
import { loadDeposits } from './deposits';
import { standingTaxInvoices } from './payment-documents';
import { standingRefunds } from './refunds';

export interface CancelledNote extends Ref {
  number: string;
  state: CancelCreditFacts['note']['state'];
  customer: number;
  invoice: number;
  issuedOn: string;
  issuedAt: string;
  total: bigint;
  taxedNet: bigint;
  byHand: boolean | null;
}

const NOTE_FIELDS = [
  ...['number', 'state', 'customer', 'invoice', 'issuedOn', 'issuedAt', 'total', 'taxedNet', 'byHand'],
] as const;

export const creditNotesById = (platform: Platform, ids: readonly number[]): Promise<CancelledNote[]> =>
  platform.rows.byIds<Omit<CancelledNote, keyof Ref>>(CREDIT_NOTE, ids, { fields: NOTE_FIELDS });

/** Standing credit notes of an invoice, in the order they were issued. */
const notesOf = (platform: Platform, invoice: number) =>
  platform.rows.find<{ number: string; total: bigint; taxedNet: bigint }>(
    CREDIT_NOTE,
    (query, column) =>
      void query.where(column('invoice'), invoice).where(column('state'), 'issued').orderBy(column('id')),
    { fields: ['number', 'total', 'taxedNet'] },
  );

const debitsSince = (platform: Platform, invoice: number, since: string) =>
  platform.rows
    .find<{
      number: string;
      issuedAt: string;
    }>(DEBIT_NOTE, (query, column) => void query.where(column('invoice'), invoice).where(column('state'), 'issued'), {
      fields: ['number', 'issuedAt'],
    })
    .then((notes) => notes.filter(({ issuedAt }) => issuedAt >= since));

const allocated = (platform: Platform, allocations: readonly { id: number }[]) =>
  platform.rows.find<{ invoiceLine: number; amount: bigint }>(
    ALLOCATION_LINE,
    (query, column) =>
      void query.whereIn(
        column('allocation'),
        allocations.map(({ id }) => id),
      ),
    { fields: ['invoiceLine', 'amount'] },
  );

function byLine(parts: readonly { invoiceLine: number; amount: bigint }[]): Map<number, bigint> {
  const sums = new Map<number, bigint>();
  for (const { invoiceLine, amount } of parts) sums.set(invoiceLine, (sums.get(invoiceLine) ?? 0n) + amount);
  return sums;
}

interface NoteLine {
  invoiceLine: number;
  taxInvoice: number | null;
  debitNote: number | null;
  total: bigint;
}

/**
 * A tax invoice that rests on the note: for what credit has paid of lines that it touches, so of what it left of them, or
 * one that outlived its payment because the note names it.
 */
async function documentedBy(
  platform: Platform,
  invoice: number,
  touched: ReadonlySet<number>,
  isTaxed: boolean,
): Promise<string | undefined> {
  const standing = await standingTaxInvoices(platform, 'invoice', [invoice]);
  const causes = await platform.rows.byIds<{ cause: string }>(
    TAX_INVOICE,
    standing.map(({ id }) => id),
    { fields: ['cause'] },
  );
  const payments = await platform.rows.byIds<{ state: string }>(
    PAYMENT,
    standing.flatMap(({ payment }) => payment ?? []),
    { fields: ['state'] },
  );
  const reversed = new Set(payments.filter(({ state }) => state === 'reversed').map(({ id }) => id));
  const byCredit = new Set(
    causes.filter(({ cause }) => cause === 'credit' || cause === 'replacement').map(({ id }) => id),
  );
  return standing.find(({ id, payment, lines }) =>
    payment === null
      ? byCredit.has(id) && lines.some(({ invoiceLine }) => touched.has(invoiceLine))
      : isTaxed && reversed.has(payment),
  )?.number;
}

/** What cancelling a credit note must know, the customer being locked; and whether all of its invoice is credited. */
export async function cancelCreditFacts(
  platform: Platform,
  note: CancelledNote,
  invoice: InvoiceFacts,
): Promise<CancelCreditFacts & { allocations: number[]; whole: boolean }> {
  const { rows } = platform;
  const lines = await rows.find<NoteLine>(
    CREDIT_NOTE_LINE,
    (query, column) => void query.where(column('creditNote'), note.id),
    { fields: ['invoiceLine', 'taxInvoice', 'debitNote', 'total'] },
  );
  const laid = await standingAllocations(platform, 'creditNote', [note.id]);
  const numbers = await rows.byIds<{ number: string }>(
    INVOICE,
    laid.map((one) => one.invoice),
    { fields: ['number'] },
  );
  const own = await allocated(
    platform,
    laid.filter((one) => one.invoice === invoice.id),
  );
  const standing = await standingAllocations(platform, 'invoice', [invoice.id]);
  const paid = standing.filter(({ payment }) => payment !== null);
  const notes = await notesOf(platform, invoice.id);
  const isTaxed = note.taxedNet > 0n;
  const later = notes.find(({ id, taxedNet }) => id > note.id && taxedNet > 0n);
  const [debit] = isTaxed ? await debitsSince(platform, invoice.id, note.issuedAt) : [];
  const [refund] = await standingRefunds(platform, 'creditNote', [note.id]);
  const deposits = await loadDeposits(platform, 'invoice', [invoice.id]);
  const untaxed = lines.filter(({ taxInvoice, debitNote }) => taxInvoice === null && debitNote === null);
  const touched = new Set([...own, ...untaxed].map(({ invoiceLine }) => invoiceLine));
  return {
    note: { number: note.number, state: note.state, byHand: note.byHand === true },
    invoice,
    ofDeposit: deposits.length > 0,
    refund: refund?.number,
    laid: laid.map((one) => ({
      ...{ invoice: one.invoice, amount: one.amount },
      number: numbers.find(({ id }) => id === one.invoice)?.number ?? '',
    })),
    documented: await documentedBy(platform, invoice.id, touched, isTaxed),
    correctedBy: isTaxed ? (later?.number ?? debit?.number) : undefined,
    adjusted: byLine(untaxed.map(({ invoiceLine, total }) => ({ invoiceLine, amount: total }))),
    money: byLine(await allocated(platform, paid)),
    allocations: laid.map(({ id }) => id),
    whole: sum(notes.map(({ total }) => total)) >= invoice.total,
  };
}
