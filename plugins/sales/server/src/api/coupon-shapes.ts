import { z } from 'zod';
import { COUPON_KINDS, DURATIONS } from '../domain/coupon';

// Shapes and lengths only: what a coupon may take and for whom, the domain says.
const text = (most: number) => z.string().trim().max(most);
const documentId = z.string().regex(/^[a-z0-9]{1,40}$/);
const whole = z.number().int().max(2_000_000_000);
/** Minor units as text: `"50000"`. */
const minor = z
  .string()
  .regex(/^-?\d{1,15}$/)
  .transform(BigInt)
  .meta({ format: 'minor-units' });

const names = z.strictObject({ name: text(200).optional() });

/** An empty list narrows nothing. */
const scope = z.strictObject({
  products: z.array(documentId).max(1000).optional(),
  groups: z.array(text(100).min(1)).max(1000).optional(),
  customers: z.array(documentId).max(1000).optional(),
  classes: z.array(documentId).max(1000).optional(),
});

const parts = {
  code: text(60).min(1),
  name: text(200).min(1),
  translations: z.strictObject({ th: names.optional(), en: names.optional() }).nullish(),
  kind: z.enum(COUPON_KINDS),
  /** Of a percent coupon: 150000 is 15 %. */
  ratePpm: whole.nullish(),
  /** Most that a percent coupon takes off one order. */
  cap: minor.nullish(),
  /** Of an amount coupon. */
  amount: minor.nullish(),
  duration: z.enum(DURATIONS).optional(),
  periods: whole.nullish(),
  validFrom: z.iso.date().nullish(),
  validTo: z.iso.date().nullish(),
  totalLimit: whole.nullish(),
  perCustomerLimit: whole.nullish(),
  stackable: z.boolean().optional(),
  scope: scope.optional(),
};

export const couponInput = z.strictObject(parts);
/** What is not named stays; a list of the scope that is named is that list from now on. */
export const couponChangeInput = z.strictObject(parts).partial();
