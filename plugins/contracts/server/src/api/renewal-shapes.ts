import { z } from 'zod';
import { civilDate } from '@sanya/strapi-plugin-platform/kit';
import { RENEWAL_BASES } from '../domain/renewal-price';

const text = (most: number) => z.string().trim().max(most);
const maybe = (most: number) =>
  text(most)
    .transform((typed) => typed || null)
    .nullish();
const minor = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(BigInt)
  .meta({ format: 'minor-units' });

/** What is agreed for the time after the term. */
export const renewalTerms = z.strictObject({
  /** It goes on by itself unless somebody says otherwise before the days of notice. */
  auto: z.boolean().default(false),
  /** The first term is free: the table is counted from the one after it. */
  firstTermFree: z.boolean().default(false),
  /** What further terms cost, from the first paid term on; as until now without. */
  table: z
    .strictObject({
      basis: z.enum(RENEWAL_BASES),
      /** Of the basis, in ppm: 40 % is 400000. */
      ratesPpm: z.array(z.int()).max(50).optional(),
      /** Of `fixed`, in minor units. */
      amounts: z
        .array(z.string().regex(/^\d{1,15}$/))
        .max(50)
        .optional(),
    })
    .nullish(),
});

/** What is agreed anew while a contract runs; what is left out stays. */
export const renewalTermsInput = z.strictObject({
  renewal: z
    .strictObject({
      /** It goes on by itself unless somebody says otherwise before the days of notice. */
      auto: z.boolean().optional(),
      /** What further terms cost; null: as until now. */
      table: renewalTerms.shape.table,
    })
    .optional(),
  noticeDays: z.int().optional(),
  /** On one invoice with the customer's other contracts that are billed so. */
  billedTogether: z.boolean().optional(),
  /** For staff; null: none. */
  note: maybe(2000),
});

export const offerInput = z.strictObject({
  /** Of the whole term, in minor units; by the table, or as until now, unless told. */
  price: minor.nullish(),
  /** Why it is another. */
  note: maybe(500),
});
export const declineInput = z.strictObject({
  /** Code or document id of a reason of the list. */
  reason: text(60).min(1).optional(),
  note: maybe(500),
});
export const winBackInput = z.strictObject({
  /** The first day; today unless told. Where the offered invoice stands, its days hold. */
  startsOn: civilDate.optional(),
});
export const daysAsked = z.strictObject({ from: civilDate.optional(), to: civilDate.optional() });
export const cockpitAsked = z.strictObject({
  /** `2026-03`; without, all that is near. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  /** Id of who looks after the customer. */
  owner: z.coerce.number().int().min(1).optional(),
});
