import {
  badInput,
  broken,
  type CivilDate,
  conflict,
  isCivilDate,
  machine,
  notFound,
  sum,
} from '@sanya/strapi-plugin-platform/kernel';
import { appointedDay, type BillingDays } from './billing-days';
import { checkBilledOn } from './past-days';
import type { InvoiceFacts } from './settlement';

/** A note is handed over as it is issued: there is no draft of it. */
export const billingNoteLife = machine({
  type: 'billing_note',
  states: ['issued', 'cancelled'],
  initial: ['issued'],
  transitions: [{ verb: 'cancel', from: ['issued'], to: 'cancelled' }],
});
export type BillingNoteState = (typeof billingNoteLife.states)[number];

const MOST_INVOICES_A_NOTE = 500;

export interface BillingNoteWish {
  /** Row id. */
  customer: number;
  /** Row ids; all that are open and on no note when absent. */
  invoices?: readonly number[];
  /** Today when absent. */
  billedOn?: CivilDate;
  /** By the customer's payment days when absent. */
  payOn?: CivilDate;
  note?: string | null;
}

export type NotedInvoice = Pick<
  InvoiceFacts,
  'id' | 'number' | 'state' | 'customer' | 'currency' | 'issuedOn' | 'dueDate' | 'total' | 'amountDue'
>;

export interface PlannedBillingNote {
  customer: number;
  currency: string;
  billedOn: CivilDate;
  payOn: CivilDate;
  note: string | null;
  /** What is open of its invoices together. */
  total: bigint;
  invoices: NotedInvoice[];
}

interface NoteFacts {
  invoices: ReadonlyMap<number, NotedInvoice>;
  /** Open invoices of the customer. */
  open: readonly NotedInvoice[];
  /** Number of the live note that an invoice is on, by row id. */
  taken: ReadonlyMap<number, string>;
  days: BillingDays;
  today: CivilDate;
}

const byDate = (a: NotedInvoice, b: NotedInvoice): number =>
  a.issuedOn === b.issuedOn ? a.id - b.id : a.issuedOn < b.issuedOn ? -1 : 1;

function chosen(wish: BillingNoteWish, facts: NoteFacts, at: string): NotedInvoice[] {
  if (!wish.invoices) return facts.open.filter(({ id }) => !facts.taken.has(id));
  if (new Set(wish.invoices).size < wish.invoices.length)
    throw badInput('billing_note.twice', { field: `${at}invoices` });
  return wish.invoices.map((id, index) => {
    const field = `${at}invoices.${index}`;
    const invoice = facts.invoices.get(id);
    if (!invoice || invoice.customer !== wish.customer) throw notFound('billing_note.invoice_unknown', { field });
    const { number, state } = invoice;
    if (state !== 'open')
      throw conflict('billing_note.invoice_not_open', { field, params: { invoice: number, state } });
    const note = facts.taken.get(id);
    if (note !== undefined) throw conflict('billing_note.invoice_taken', { field, params: { invoice: number, note } });
    return invoice;
  });
}

/** What a note says, but for its number; refuses what cannot be billed by one. */
export function planBillingNote(wish: BillingNoteWish, facts: NoteFacts, at: string): PlannedBillingNote {
  const billedOn = wish.billedOn ?? facts.today;
  checkBilledOn(billedOn, facts.today, `${at}billedOn`);
  const invoices = chosen(wish, facts, at).sort(byDate);
  const [first] = invoices;
  if (!first) throw broken('billing_note.nothing_open', { field: `${at}customer` });
  if (invoices.length > MOST_INVOICES_A_NOTE) {
    throw badInput('billing_note.too_many', { field: `${at}invoices`, params: { most: MOST_INVOICES_A_NOTE } });
  }
  const later = invoices.find(({ issuedOn }) => issuedOn > billedOn);
  if (later) {
    throw badInput('billing_note.before_invoice', {
      field: `${at}billedOn`,
      params: { invoice: later.number, date: later.issuedOn },
    });
  }
  const due = invoices.map(({ dueDate }) => dueDate);
  const payOn = wish.payOn ?? appointedDay(facts.days, billedOn, due);
  if (!isCivilDate(payOn) || payOn < billedOn) throw badInput('billing_note.pay_before', { field: `${at}payOn` });
  return {
    customer: wish.customer,
    currency: first.currency,
    billedOn,
    payOn,
    note: wish.note?.trim() || null,
    total: sum(invoices.map(({ amountDue }) => amountDue)),
    invoices,
  };
}
