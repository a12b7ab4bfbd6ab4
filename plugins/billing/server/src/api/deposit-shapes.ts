import { z } from 'zod';
import { civilDate, money } from '@sanya/strapi-plugin-platform/kit';
import { DEPOSIT_KINDS, depositLife } from '../domain/deposit';
import { because, documentId, minorUnits, refundAccount } from './shapes';

const line = (most: number) => z.string().trim().max(most);

export const depositWish = z.strictObject({
  customer: documentId,
  kind: z.enum(['advance', 'security']),
  /** What it is for. */
  description: line(250).min(1),
  /** Before VAT. */
  amount: minorUnits,
  /** An advance for goods: nothing is withheld of it. */
  goods: z.boolean().optional(),
  taxCategory: line(40).min(1).optional(),
  dueDate: civilDate.optional(),
  poNumber: line(60).nullish(),
});
export const depositUse = z.strictObject({ invoice: documentId, amount: minorUnits.optional() });
export const depositRelease = because.extend({ invoice: documentId });
export const depositReturn = because.extend({
  how: z.enum(['refund', 'credit']).default('refund'),
  account: refundAccount.optional(),
});

const numbered = z.strictObject({ documentId: z.string(), number: z.string() });
export const depositAnswer = z.strictObject({
  documentId: z.string(),
  kind: z.enum(DEPOSIT_KINDS),
  state: z.enum(depositLife.states),
  /** Derived from the money: asked for, held, used up; or how it ended. */
  standing: z.enum(['asked', 'held', 'used', 'returned', 'forfeited']),
  currency: z.string(),
  paid: money,
  applied: money,
  /** What can still be used or given back. */
  held: money,
  /** The invoice that asked for it. */
  invoice: numbered.nullable(),
  /** Final invoices that it is laid on. */
  on: z.array(z.strictObject({ ...numbered.shape, amount: money })),
});
