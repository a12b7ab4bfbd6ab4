import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import { defineAction, type Platform, rowId, rowIds } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { BILLING_NOTE, CUSTOMER, INVOICE } from '../content-types/types';
import { type BillingDays, nextDay } from '../domain/billing-days';
import { proposeBillingNotes } from '../services/billing-note-proposals';
import { daysOf, readBillingDays } from '../stores/billing-days';
import { loadBillingNotes } from '../stores/billing-notes';
import { cancelBillingNotes, sendBillingNotes } from '../use-cases/change-billing-notes';
import { issueBillingNotes } from '../use-cases/issue-billing-notes';
import { setBillingDays } from '../use-cases/set-billing-days';
import { sent } from './answers';
import {
  billingDays,
  billingDaysAnswer,
  billingNoteAnswer,
  issuing,
  proposalsAnswer,
  proposalsAsked,
} from './billing-note-shapes';
import { documentAction } from './document-action';
import { because, nothing } from './shapes';

/** How far ahead billing days are proposed. */
const DAYS_AHEAD = 7;

const daysView = ({ clock }: Platform, { billing, payment }: BillingDays) => ({
  billing,
  payment,
  nextBilling: nextDay(billing, clock.today()),
  nextPayment: nextDay(payment, clock.today()),
});

async function notesView(platform: Platform, ids: readonly number[]) {
  const rows = new Map((await loadBillingNotes(platform, ids)).map((row) => [row.id, row]));
  return ids.flatMap((asked) => {
    const row = rows.get(asked);
    if (!row) return [];
    const { id, documentId, number, state, currency, billedOn, payOn, total, cancelReason } = row;
    return [{ id, documentId, number, state, currency, billedOn, payOn, total, cancelReason }];
  });
}

async function wishesOf(platform: Platform, { notes }: z.output<typeof issuing>) {
  const customers = await rowIds(
    platform,
    CUSTOMER,
    notes.map((note) => note.customer),
    'payment.customer_unknown',
    (index) => `notes.${index}.customer`,
  );
  const named = notes.flatMap((note, index) =>
    (note.invoices ?? []).map((id, place) => ({ id, index, field: `notes.${index}.invoices.${place}` })),
  );
  const ids = await rowIds(
    platform,
    INVOICE,
    named.map(({ id }) => id),
    'billing_note.invoice_unknown',
    (index) => named[index]?.field ?? '',
  );
  return notes.map((note, index) => ({
    ...note,
    customer: customers[index] ?? 0,
    invoices: note.invoices && ids.filter((_, place) => named[place]?.index === index),
  }));
}

export const billingNoteActions = [
  defineAction({
    name: 'billingDays',
    summary: 'On which days a customer takes billing notes and pays, and the next of each',
    subject: CUSTOMER,
    staff: { method: 'GET', path: '/customers/:id/billing-days', permission: 'account.read' },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: billingDaysAnswer,
    run: async ({ platform, subject }) =>
      daysView(platform, daysOf(await readBillingDays(platform, [subject.id]), subject.id)),
  }),
  defineAction({
    name: 'setBillingDays',
    summary: 'Say on which days of each month a customer takes billing notes and pays; its invoices are due by them',
    subject: CUSTOMER,
    staff: { method: 'PUT', path: '/customers/:id/billing-days', permission: 'billing-note.issue' },
    graphql: 'none',
    input: billingDays,
    output: billingDaysAnswer,
    run: async ({ platform, subject, input }) => {
      const [days] = await setBillingDays(platform, [{ ...input, customer: subject.id }]);
      return days && daysView(platform, days);
    },
  }),
  defineAction({
    name: 'proposeBillingNotes',
    summary:
      'Customers whose billing day comes (within a week unless told), with open invoices that are on no note yet',
    staff: { method: 'GET', path: '/billing-note-proposals', permission: 'billing-note.issue' },
    graphql: 'none',
    writes: false,
    input: proposalsAsked,
    output: proposalsAnswer,
    run: async ({ platform, input: { until, customer } }) =>
      proposeBillingNotes(platform, {
        until: until ?? addDays(platform.clock.today(), DAYS_AHEAD),
        ...(customer && {
          customer: await rowId(platform, CUSTOMER, customer, 'payment.customer_unknown', 'customer'),
        }),
      }),
  }),
  defineAction({
    name: 'issueBillingNotes',
    summary: 'Bill customers by notes over their open invoices: all of them, or none',
    staff: { method: 'POST', path: '/billing-notes', permission: 'billing-note.issue' },
    graphql: 'none',
    input: issuing,
    output: z.array(billingNoteAnswer),
    status: 201,
    run: async ({ platform, input }) => {
      const issued = await issueBillingNotes(platform, await wishesOf(platform, input), input.send);
      return notesView(
        platform,
        issued.map(({ id }) => id),
      );
    },
  }),
  defineAction({
    name: 'cancelBillingNote',
    summary: 'Take a billing note back: its invoices can be billed by another',
    subject: BILLING_NOTE,
    staff: { method: 'POST', path: '/billing-notes/:id/cancel', permission: 'billing-note.cancel' },
    graphql: 'none',
    input: because,
    output: billingNoteAnswer,
    run: async ({ platform, subject, input }) => {
      await cancelBillingNotes(platform, [{ note: subject.id, reason: input.reason }]);
      return (await notesView(platform, [subject.id]))[0];
    },
  }),
  defineAction({
    name: 'sendBillingNote',
    summary: 'Send a billing note by mail again',
    subject: BILLING_NOTE,
    staff: { method: 'POST', path: '/billing-notes/:id/send', permission: 'billing-note.issue' },
    graphql: 'none',
    input: nothing,
    output: sent,
    run: async ({ platform, subject }) => (await sendBillingNotes(platform, [subject.id]))[0],
  }),
  documentAction('billingNoteDocument', 'The billing note as PDF', 'billing-note', BILLING_NOTE, '/billing-notes'),
];
