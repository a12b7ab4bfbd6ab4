import { z } from 'zod';
import { civilDate, day, money } from '@sanya/strapi-plugin-platform/kit';
import { MOST_DAYS, MOST_FEE_PPM, MOST_STEPS } from '../domain/dunning/check-policy';
import { ACTIONS, CHANNELS, FEE_PLACES, WARNINGS } from '../domain/dunning/policy';
import { because, documentId, minorUnits } from './shapes';

const text = (most: number) => z.string().trim().max(most);
const dayOffset = z.int().min(-MOST_DAYS).max(MOST_DAYS);

export const policyWish = z.strictObject({
  name: text(200).min(1),
  /** Document id; none: for customers whose class has no policy of its own. */
  customerClass: documentId.nullish(),
  active: z.boolean().default(false),
  floor: minorUnits.prefault('0'),
  feeOn: z.enum(FEE_PLACES).default('own_invoice'),
  noticeDays: z.int().min(1).max(90).default(7),
  workingDays: z.boolean().default(true),
  steps: z
    .array(
      z.strictObject({
        /** Document id of a step of this policy: it is that one, on whichever day. */
        step: documentId.optional(),
        day: dayOffset,
        channel: z.enum(CHANNELS).default('mail'),
        template: text(60).nullish(),
        feeAmount: minorUnits.prefault('0'),
        feePpm: z.int().min(0).max(MOST_FEE_PPM).default(0),
        action: z.enum(ACTIONS).default('none'),
        warns: z.enum(WARNINGS).default('none'),
      }),
    )
    .max(MOST_STEPS),
});

export const policyAnswer = z.strictObject({
  documentId: z.string(),
  name: z.string(),
  customerClass: z.strictObject({ documentId: z.string(), name: z.string() }).nullable(),
  active: z.boolean(),
  floor: money,
  feeOn: z.enum(FEE_PLACES),
  noticeDays: z.int(),
  workingDays: z.boolean(),
  steps: z.array(
    z.strictObject({
      documentId: z.string(),
      day: z.int(),
      channel: z.enum(CHANNELS),
      template: z.string().nullable(),
      feeAmount: money,
      feePpm: z.int(),
      action: z.enum(ACTIONS),
      warns: z.enum(WARNINGS),
    }),
  ),
});
export const policiesAnswer = z.array(policyAnswer);

export const promiseWish = z.strictObject({
  until: civilDate,
  note: text(500).nullish(),
  all: z.boolean().default(false),
});
export const exemptionWish = because.extend({ all: z.boolean().default(false) });
export const callWish = z.strictObject({
  outcome: z.enum(['reached', 'not_reached', 'promised']),
  note: text(500).nullish(),
  until: civilDate.optional(),
});

export const waitingFeeAnswer = z.strictObject({
  documentId: z.string(),
  /** It is beyond the limit of whoever wants it: who grants it decides. */
  approval: z.strictObject({ documentId: z.string() }).nullable(),
});

const action = z.enum(ACTIONS);
export const boardRow = z.strictObject({
  /** Of the invoice. */
  documentId: z.string(),
  number: z.string(),
  customer: z.strictObject({ documentId: z.string(), name: z.string(), phone: z.string().nullable() }),
  dueDate: day,
  daysOverdue: z.int(),
  amountDue: money,
  currency: z.string(),
  isFee: z.boolean(),
  /** The last step that was taken. */
  last: z.strictObject({ day: z.int(), on: day, action }).nullable(),
  next: z.strictObject({ day: z.int(), on: day, action, channel: z.enum(CHANNELS) }).nullable(),
  pause: z
    .strictObject({
      kind: z.enum(['promise', 'exemption']),
      documentId: z.string(),
      until: day.nullable(),
      /** All that the customer owes. */
      whole: z.boolean(),
    })
    .nullable(),
  policy: z.string().nullable(),
  /** The notice whose call is still to be made. */
  call: z.string().nullable(),
});
export const boardAnswer = z.array(boardRow);

/** All that is overdue. */
export const atRisk = z
  .strictObject({ amount: money, currency: z.string(), invoices: z.int(), customers: z.int() })
  .meta({ id: 'MoneyAtRisk' });
