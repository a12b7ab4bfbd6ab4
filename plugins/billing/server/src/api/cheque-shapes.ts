import { z } from 'zod';
import { civilDate, day, money } from '@sanya/strapi-plugin-platform/kit';
import { chequeLife } from '../domain/cheque';
import { documentId, minorUnits, recording } from './shapes';

const line = (most: number) => z.string().trim().max(most);
const MOST_CHEQUES = 200;

export const chequeReceipt = z.strictObject({
  customer: documentId,
  bank: line(60).min(1),
  bankBranch: line(60).nullish(),
  /** As it is printed on the cheque. */
  number: line(40).regex(/^[0-9A-Za-z -]{3,40}$/),
  /** The date on it, which may lie ahead. */
  date: civilDate,
  amount: minorUnits,
  currency: recording.shape.currency,
  /** Today when absent. */
  receivedOn: civilDate.optional(),
  note: line(500).nullish(),
  allocations: recording.shape.allocations,
});

const cheques = z.array(documentId).min(1).max(MOST_CHEQUES);
export const chequeDeposit = z.strictObject({
  cheques,
  /** Today when absent. */
  on: civilDate.optional(),
  /** Number of one of the company's bank accounts. */
  account: line(30).min(1).optional(),
});
export const chequeClearing = z.strictObject({ cheques, on: civilDate.optional() });
export const chequeBounce = z.strictObject({
  reason: line(500).min(1),
  /** Charged on an invoice of its own. */
  fee: minorUnits.optional(),
});

export const chequeAnswer = z.strictObject({
  id: z.int(),
  documentId: z.string(),
  state: z.enum(chequeLife.states),
  bank: z.string(),
  bankBranch: z.string().nullable(),
  number: z.string(),
  chequeDate: day,
  currency: z.string(),
  amount: money,
  receivedOn: day,
  depositedOn: day.nullable(),
  clearedOn: day.nullable(),
  bouncedOn: day.nullable(),
  bounceReason: z.string().nullable(),
});

export const depositAnswer = z.strictObject({
  depositSlip: z.string(),
  cheques: z.int(),
  /** Where the list for the bank is fetched. */
  document: z.string(),
});

export const clearingAnswer = z.strictObject({
  cleared: z.int(),
  receipts: z.array(z.strictObject({ documentId: z.string(), number: z.string() })),
});
