import { z } from 'zod';
import { civilDate } from '@sanya/strapi-plugin-platform/kit';
import { ACTIVATIONS } from '../domain/activation';
import { FEE_KINDS } from '../domain/contract';
import { CYCLE_UNITS } from '../domain/cycle';
import { ENDINGS } from '../domain/ending';
import { BILLED_IN } from '../domain/periods-due';
import { ALIGNMENTS, SUSPENSION_POLICIES } from '../domain/schedule';
import { entitlementInputs } from './entitlement-shapes';
import { renewalTerms } from './renewal-shapes';

// Shapes and lengths only: what a contract is, the domain says.
export const text = (most: number) => z.string().trim().max(most);
export const documentId = z.string().regex(/^[a-z0-9]{1,40}$/);
/** An empty text is none. */
export const maybe = (most: number) =>
  text(most)
    .transform((typed) => typed || null)
    .nullish();
const whole = z.int().min(0).max(10_000);
export const minor = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(BigInt)
  .meta({ format: 'minor-units' });

export const nothing = z.strictObject({});

export const agreement = {
  /** How often it is billed: every `count` units. */
  cycle: z.strictObject({ unit: z.enum(CYCLE_UNITS), count: whole.default(1) }).default({ unit: 'month', count: 1 }),
  billedIn: z.enum(BILLED_IN).default('advance'),
  /** By the day it began on, or by the calendar: then the first period is a part of one. */
  alignment: z.enum(ALIGNMENTS).default('anniversary'),
  /** Days before a period on which it is billed. */
  leadDays: whole.default(0),
  whileSuspended: z.enum(SUSPENSION_POLICIES).default('keep'),
  minimumMonths: whole.nullish(),
  /** For leaving before the minimum term: minor units, ppm of the rest, or months of it. */
  fee: z.strictObject({ kind: z.enum(FEE_KINDS), value: minor }).optional(),
  /** What the line entitles to by number: visits, hours, cases. */
  entitlements: entitlementInputs.optional(),
};

export const terms = {
  /** What it waits for. */
  activation: z.enum(ACTIVATIONS).optional(),
  /** The day on which it begins, and before which it never does. */
  startsOn: civilDate.nullish(),
  /** It ends after so many months; without, when it is given up. */
  termMonths: whole.nullish(),
  noticeDays: whole.default(0),
  /** How it goes on after its term; without, it is asked when it ends. */
  renewal: renewalTerms.optional(),
  /** On one invoice with the customer's other contracts that are billed so. */
  billedTogether: z.boolean().default(false),
  note: maybe(2000),
  /** Not agreed yet. */
  draft: z.boolean().default(false),
};

export const contractInput = z.strictObject({
  customer: documentId,
  ...terms,
  poNumber: maybe(60),
  pricesIncludeTax: z.boolean().default(false),
  lines: z
    .array(
      z.strictObject({
        product: documentId.optional(),
        installedItem: documentId.optional(),
        /** The product's name unless told. */
        description: text(300).min(1).optional(),
        details: maybe(2000),
        quantity: z.string().max(40).default('1'),
        unit: text(40).optional(),
        /** For each whole period. */
        unitPrice: minor,
        /** Off each whole period. */
        discount: minor.optional(),
        taxCategory: text(40).min(1).optional(),
        incomeKind: maybe(40),
        ...agreement,
      }),
    )
    .max(500),
});

export const fromInvoiceInput = z.strictObject({
  ...terms,
  /** All lines of the paper unless told. */
  lines: z.array(documentId).max(500).optional(),
  /** The paper asks for the first period of each line. */
  firstPeriodBilled: z.boolean().default(true),
  ...agreement,
});

export const activateInput = z.strictObject({
  /** When it happened; today unless told. */
  on: civilDate.optional(),
});
export const suspendInput = z.strictObject({
  /** The first day on which it is off; today unless told. */
  from: civilDate.optional(),
  reason: text(500).min(1),
});
export const resumeInput = z.strictObject({
  /** The first day on which it is on again; today unless told. */
  on: civilDate.optional(),
});
export const endInput = z.strictObject({
  ending: z.enum(ENDINGS).default('period_end'),
  reason: maybe(500),
});
export const runInput = z.strictObject({
  /** Bills what is due until that day; today unless told. */
  asOf: civilDate.optional(),
  /** Only says what would be billed. */
  dryRun: z.boolean().default(false),
});
export const serviceIdInput = z.strictObject({ serviceId: z.string().max(40) });
