import { z } from 'zod';

// Shapes and lengths only: what a quantity, a price or a product is, the domain says.
const text = (most: number) => z.string().trim().max(most);
const documentId = z.string().regex(/^[a-z0-9]{1,40}$/);

/** A decimal string; a plain number is read as it prints. */
const quantity = z.union([z.string().max(40), z.number().transform(String)]);
/** Minor units as text: `"107000"`. */
const minor = z
  .string()
  .regex(/^-?\d{1,15}$/)
  .transform(BigInt);

const shipping = z.strictObject({
  name: text(200).optional(),
  phone: text(40).optional(),
  line1: text(200).optional(),
  line2: text(200).optional(),
  subdistrict: text(100).optional(),
  district: text(100).optional(),
  province: text(100).optional(),
  postcode: text(12).optional(),
  country: text(2).optional(),
});

// A product that is no document id is simply none that exists: the domain's answer names the line.
const wish = { product: z.string().min(1).max(100), price: z.string().min(1).max(100).optional(), quantity };
const memberLine = z.strictObject(wish);
const staffLine = z.strictObject({
  ...wish,
  details: text(2000).optional(),
  unitPrice: minor.optional(),
  discount: minor.optional(),
});

const terms = { currency: z.string().max(10).optional(), coupon: text(60).optional() };
const delivery = { shipping: shipping.optional(), note: text(2000).optional() };

export const priceInput = z.strictObject({ lines: z.array(memberLine), ...terms });
export const orderInput = z.strictObject({
  lines: z.array(memberLine),
  ...terms,
  ...delivery,
  poNumber: text(60).optional(),
});
export const staffPriceInput = z.strictObject({ lines: z.array(staffLine), ...terms });
export const staffOrderInput = z.strictObject({
  customer: documentId,
  contact: documentId.optional(),
  lines: z.array(staffLine),
  ...terms,
  ...delivery,
  poNumber: text(60).optional(),
});

export const nothing = z.strictObject({});
export const cancelInput = z.strictObject({ reason: text(500).optional() });
export const deliverInput = z.strictObject({
  /** The day it was handed over; today unless told. */
  on: z.iso.date().optional(),
  lines: z
    .array(z.strictObject({ line: documentId, quantity: quantity.optional() }))
    .max(200)
    .optional(),
});
export const stockInput = z.strictObject({
  quantity,
  reason: text(200).optional(),
  kind: z.enum(['receive', 'adjust']).optional(),
});
export const documentInput = z.strictObject({ lang: z.enum(['th', 'en']).optional() });
