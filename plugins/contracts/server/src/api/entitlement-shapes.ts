import { z } from 'zod';
import { parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import { civilDate, day, decimal } from '@sanya/strapi-plugin-platform/kit';
import { CARRIES, ENTITLED_PER, type Entitlement, ENTITLEMENT_UNITS } from '../domain/entitlement';

const thousandths = (pattern: RegExp) =>
  z
    .string()
    .regex(pattern)
    .transform((text) => parseQuantity(text) ?? 0n)
    .meta({ format: 'decimal' });
const quantity = thousandths(/^\d{1,9}(\.\d{1,3})?$/);
const reason = z.string().trim().max(500);

const entitlementInput = z.strictObject({
  unit: z.enum(ENTITLEMENT_UNITS),
  /** Granted for each period; hours may have parts. */
  quantity,
  per: z.enum(ENTITLED_PER).default('term'),
  /** What of the rest the next period takes over. */
  carries: z.enum(CARRIES).default('none'),
  /** At most so much of it. */
  most: quantity.optional(),
  /** What was taken over is good for so many months. */
  carriedMonths: z.int().nullish(),
});

export const entitlementInputs = z.array(entitlementInput).max(ENTITLEMENT_UNITS.length);

/** As they are agreed: of those that take over at most nothing, the domain says what is wrong. */
export const entitlementOf = (input: z.output<typeof entitlementInput>): Omit<Entitlement, 'from'> => ({
  ...{ unit: input.unit, quantity: input.quantity, per: input.per, carriedMonths: input.carriedMonths ?? null },
  carryOver: input.carries === 'at_most' ? { carries: 'at_most', most: input.most ?? 0n } : { carries: input.carries },
});

export const agreeInput = z.strictObject({ entitlements: entitlementInputs });
export const useInput = z.strictObject({
  unit: z.enum(ENTITLEMENT_UNITS),
  quantity,
  /** Today unless told; it counts to the period that this day lies in. */
  on: civilDate.optional(),
  reason: reason.optional(),
});
export const topUpInput = z.strictObject({ unit: z.enum(ENTITLEMENT_UNITS), quantity, reason: reason.optional() });
export const adjustInput = z.strictObject({
  unit: z.enum(ENTITLEMENT_UNITS),
  /** Below zero where there is too much. */
  quantity: thousandths(/^-?\d{1,9}(\.\d{1,3})?$/),
  reason: reason.min(1),
});
export const undoInput = z.strictObject({ reason: reason.optional() });

const text = z.string();

/** How what a contract entitles to stands. */
export const entitlementsAnswer = z
  .strictObject({
    contract: text,
    entitlements: z.array(
      z
        .strictObject({
          /** The contract line. */
          line: text,
          description: text,
          unit: z.enum(ENTITLEMENT_UNITS),
          quantity: decimal,
          per: z.enum(ENTITLED_PER),
          carries: z.enum(CARRIES),
          most: decimal.nullable(),
          carriedMonths: z.int().nullable(),
          /** The period that runs. */
          startsOn: day.nullable(),
          endsOn: day.nullable(),
          granted: decimal,
          carried: decimal,
          /** Topped up, or put right by hand. */
          added: decimal,
          used: decimal,
          expired: decimal,
          left: decimal,
          /** What of it is lost where it is not used in this period. */
          expiring: decimal,
        })
        .meta({ id: 'Entitlement' }),
    ),
  })
  .meta({ id: 'Entitlements' });
