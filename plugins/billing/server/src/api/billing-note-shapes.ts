import { z } from 'zod';
import { civilDate, day, money } from '@sanya/strapi-plugin-platform/kit';
import { billingNoteLife } from '../domain/billing-note';
import { documentId } from './shapes';

const MOST_NOTES = 100;
const MOST_INVOICES = 500;

const lastDay = 31;
const rule = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('days'),
      from: z.int().min(1).max(lastDay),
      to: z.int().min(1).max(lastDay),
    }),
    z.strictObject({
      kind: z.literal('weekday'),
      /** The n-th of the month; -1 is the last. */
      nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]),
      /** Monday is 1, Sunday 7. */
      weekday: z.int().min(1).max(7),
    }),
  ])
  .meta({ id: 'DayRule' });

/** On which days of each month a customer takes billing notes, and on which it pays. */
export const billingDays = z.strictObject({ billing: z.array(rule), payment: z.array(rule) });

export const billingDaysAnswer = z.strictObject({
  ...billingDays.shape,
  /** The next of each from today on. */
  nextBilling: day,
  nextPayment: day,
});

export const proposalsAsked = z.strictObject({ until: civilDate.optional(), customer: documentId.optional() });

export const proposalsAnswer = z.array(
  z.strictObject({
    customer: z.string(),
    code: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    billedOn: day,
    payOn: day,
    currency: z.string(),
    total: money,
    invoices: z.array(
      z.strictObject({
        documentId: z.string(),
        number: z.string(),
        issuedOn: day,
        dueDate: day,
        total: money,
        amountDue: money,
      }),
    ),
  }),
);

export const issuing = z.strictObject({
  notes: z
    .array(
      z.strictObject({
        customer: documentId,
        /** All that are open and on no note where they are not named. */
        invoices: z.array(documentId).min(1).max(MOST_INVOICES).optional(),
        billedOn: civilDate.optional(),
        payOn: civilDate.optional(),
        note: z.string().trim().max(500).nullish(),
      }),
    )
    .min(1)
    .max(MOST_NOTES),
  /** By mail to the customers who have an address. */
  send: z.boolean().default(true),
});

export const billingNoteAnswer = z.strictObject({
  id: z.int(),
  documentId: z.string(),
  number: z.string(),
  state: z.enum(billingNoteLife.states),
  currency: z.string(),
  billedOn: day,
  payOn: day,
  total: money,
  cancelReason: z.string().nullable(),
});
