import { z } from 'zod';
import { civilDate, day, instant, money } from '@sanya/strapi-plugin-platform/kit';
import { SETTLEMENTS, UNDO_CAUSES } from '../domain/undo-run';
import { documentId } from './shapes';

export const undoInput = z.strictObject({
  /** Stands on void invoices and credit notes. */
  reason: z.string().trim().max(500).default(''),
  /** Lawful cause that credit notes name. */
  cause: z.enum(UNDO_CAUSES).default('other'),
  /** Where the money of customers goes for whom nothing else is said. */
  settle: z.enum(SETTLEMENTS).default('credit'),
  customers: z
    .array(z.strictObject({ customer: documentId, settle: z.enum(SETTLEMENTS) }))
    .max(10_000)
    .default([]),
  /** From that day on the clock bills what was undone again; tomorrow unless told. Staff bill it whenever they like. */
  billAgainOn: civilDate.optional(),
});

const text = z.string();
const whole = z.int();

export const billingUndo = z
  .strictObject({
    documentId: text,
    state: z.enum(['running', 'finished']),
    reason: text,
    cause: z.enum(UNDO_CAUSES),
    billAgainOn: day,
    startedAt: instant,
    finishedAt: instant.nullable(),
    /** How many invoices there were to undo. */
    invoices: whole,
    voided: whole,
    credited: whole,
    /** Could not be undone; why, their items say. */
    left: whole,
    periods: whole,
    currency: text,
    /** Of what was void or credited, VAT included. */
    total: money,
  })
  .meta({ id: 'BillingUndo' });

export const undoPreview = z
  .strictObject({
    invoices: whole,
    periods: whole,
    currency: text,
    total: money,
    /** Of the invoices that were looked at. */
    voided: whole,
    credited: whole,
    left: whole,
    list: z.array(
      z
        .strictObject({
          documentId: text,
          number: text,
          customer: text,
          way: z.enum(['void', 'credit']).nullable(),
          total: money,
          settled: money,
        })
        .meta({ id: 'UndoInvoice' }),
    ),
    /** Those who paid: what becomes of their money is decided for each. */
    customers: z.array(
      z
        .strictObject({ documentId: text, name: text, invoices: whole, settled: money, refundable: money })
        .meta({ id: 'UndoCustomer' }),
    ),
    problems: z.array(
      z.strictObject({ documentId: text, number: text, customer: text, problem: text }).meta({ id: 'UndoProblem' }),
    ),
    /** There are more than were looked at. */
    more: z.boolean(),
  })
  .meta({ id: 'UndoPreview' });
