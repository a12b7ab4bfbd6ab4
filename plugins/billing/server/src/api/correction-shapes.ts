import { civilDate } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CREDIT_CAUSES, DEBIT_CAUSES } from '../domain/causes';
import { because, documentId, minorUnits, quantity, refundAccount } from './shapes';

/** When the cause of a note arose, today where it is not said; `late`: staff know that its month and the next are over. */
const noteDay = { happenedOn: civilDate.optional(), late: z.boolean().optional() };

/** Without `lines` the invoice is credited whole. Amounts include VAT. */
export const creditNote = because.extend({
  cause: z.enum(CREDIT_CAUSES).default('other'),
  ...noteDay,
  lines: z
    .array(z.strictObject({ line: documentId, quantity: quantity.optional(), amount: minorUnits.optional() }))
    .min(1)
    .max(1000)
    .optional(),
  settle: z
    .array(
      z.strictObject({
        how: z.enum(['refund', 'credit', 'offset']),
        amount: minorUnits.optional(),
        invoice: documentId.optional(),
      }),
    )
    .max(20)
    .optional(),
  /** Where money that goes back is to go. */
  account: refundAccount.optional(),
});

/** By how much too little was charged, VAT included. */
export const debitNote = because.extend({
  cause: z.enum(DEBIT_CAUSES).default('price_too_low'),
  ...noteDay,
  lines: z
    .array(z.strictObject({ line: documentId, amount: minorUnits }))
    .min(1)
    .max(1000),
});
