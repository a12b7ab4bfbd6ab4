import { badInput, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_NOTE } from '../content-types/types';
import { type BillingNoteWish, planBillingNote } from '../domain/billing-note';
import { billingNoteMail } from '../domain/billing-note-mail';
import { daysOf, readBillingDays } from '../stores/billing-days';
import {
  liveNotesOf,
  type NewBillingNote,
  notedInvoices,
  openInvoicesOf,
  writeBillingNotes,
} from '../stores/billing-notes';
import { lockCustomers, readSellers } from '../stores/parties';

export type IssuedBillingNote = NewBillingNote & Ref;

/**
 * Bills customers by notes over their open invoices: all of the notes, or none. With their customers locked, no invoice
 * is paid or billed by another note meanwhile.
 */
export const issueBillingNotes = (
  platform: Platform,
  wishes: readonly BillingNoteWish[],
  send: boolean,
): Promise<IssuedBillingNote[]> =>
  platform.transaction(async () => {
    const ids = wishes.map(({ customer }) => customer);
    const at = (index: number): string => (wishes.length > 1 ? `notes.${index}.` : 'notes.0.');
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index) throw badInput('billing_note.customer_twice', { field: `${at(index)}customer` });
    });
    const customers = await lockCustomers(platform, ids);
    const open = await openInvoicesOf(platform, ids);
    const named = await notedInvoices(
      platform,
      wishes.flatMap(({ invoices }) => invoices ?? []),
    );
    const invoices = new Map([...open, ...named].map((invoice) => [invoice.id, invoice]));
    const live = await liveNotesOf(platform, [...invoices.keys()]);
    const taken = new Map([...live].map(([id, { number }]) => [id, number]));
    const days = await readBillingDays(platform, ids);
    const today = platform.clock.today();
    const planned = wishes.map((wish, index) => {
      const customer = customers.get(wish.customer);
      if (!customer) throw notFound('payment.customer_unknown', { field: `${at(index)}customer` });
      const own = open.filter((invoice) => invoice.customer === wish.customer);
      const facts = { invoices, open: own, taken, days: daysOf(days, wish.customer), today };
      return { ...planBillingNote(wish, facts, at(index)), buyer: customer.buyer };
    });
    const seller = (await readSellers(platform, []))(null);
    const numbers = await platform.numbers.take(
      planned.map(({ billedOn }) => ({ series: 'billing-note', branch: null, date: billedOn })),
    );
    const notes = planned.map((note, index): NewBillingNote => ({ ...note, seller, number: numbers[index] ?? '' }));
    const refs = await writeBillingNotes(platform, notes);
    const issued = notes.map((note, index): IssuedBillingNote => ({ id: 0, documentId: '', ...note, ...refs[index] }));
    await platform.events.record(
      issued.map(({ id, documentId, customer, number, total, billedOn, payOn, invoices: own }) => ({
        name: 'billing_note.issued',
        subject: { type: BILLING_NOTE, id, documentId },
        customer,
        after: { number, total, billedOn, payOn, invoices: own.length },
      })),
    );
    if (send) await platform.mail.queue(issued.flatMap(mailOf));
    return issued;
  });

function mailOf({ buyer, invoices, ...note }: IssuedBillingNote) {
  if (!buyer.email) return [];
  const lines = invoices.map(({ number, amountDue }) => ({ invoiceNumber: number, open: amountDue }));
  return [billingNoteMail({ ...note, lines }, { ...buyer, email: buyer.email }, `billing-note:${note.documentId}`)];
}
