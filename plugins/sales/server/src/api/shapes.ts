import { z } from 'zod';
import { civilDate } from '@sanya/strapi-plugin-platform/kit';
import { PERIODS } from '../domain/catalogue';
import { PRICE_MODELS } from '../domain/tiers';

// Shapes and lengths only: what a quantity, a price or a product is, the domain says.
const text = (most: number) => z.string().trim().max(most);
/** An empty text is none. */
export const maybe = (most: number) =>
  text(most)
    .transform((typed) => typed || null)
    .nullish();
export const documentId = z.string().regex(/^[a-z0-9]{1,40}$/);

/** A decimal string; a plain number is read as it prints. */
export const quantity = z.union([z.string().max(40), z.number().transform(String)]);
/** Minor units as text: `"107000"`. */
export const minor = z
  .string()
  .regex(/^-?\d{1,15}$/)
  .transform(BigInt)
  .meta({ format: 'minor-units' });

export const shipping = z.strictObject({
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
const wish = {
  product: z.string().min(1).max(100),
  price: z.string().min(1).max(100).optional(),
  quantity,
  options: z
    .array(z.strictObject({ group: z.string().max(60), choice: z.string().max(60) }))
    .max(100)
    .optional(),
};
export const memberLine = z.strictObject(wish);
/** Without a product it says itself what it is, and what it costs. */
export const staffLine = z.strictObject({
  ...wish,
  product: wish.product.optional(),
  description: text(300).optional(),
  unit: text(40).min(1).optional(),
  kind: z.enum(['goods', 'service']).optional(),
  taxCategory: text(60).min(1).optional(),
  incomeKind: text(60).nullish(),
  details: text(2000).optional(),
  unitPrice: minor.optional(),
  discount: minor.optional(),
});

const terms = {
  currency: z.string().max(10).optional(),
  coupon: text(60).optional(),
  /** Others beside it, where all of them are stackable. */
  coupons: z.array(text(60)).max(20).optional(),
};
const delivery = { shipping: shipping.optional(), note: text(2000).optional() };

export const priceInput = z.strictObject({ lines: z.array(memberLine), ...terms });
export const orderInput = z.strictObject({
  lines: z.array(memberLine),
  ...terms,
  ...delivery,
  poNumber: text(60).optional(),
});
/** Whose prices and coupons; nobody's yet when absent. */
export const staffPriceInput = z.strictObject({
  customer: documentId.optional(),
  lines: z.array(staffLine),
  ...terms,
});
export const staffOrderInput = z.strictObject({
  customer: documentId,
  contact: documentId.optional(),
  lines: z.array(staffLine),
  ...terms,
  ...delivery,
  poNumber: text(60).optional(),
});

const lines = (most: number) => z.string().trim().max(most).nullish();
const productTexts = z.strictObject({
  name: text(200).optional(),
  unit: text(40).optional(),
  description: text(5000).optional(),
  sellingPoints: text(5000).optional(),
});
const named = z.strictObject({ name: text(100).optional() });
const optionTexts = z.strictObject({ th: named.optional(), en: named.optional() }).nullish();
/** Minor units that stay text: they are kept so. */
const kept = z
  .string()
  .regex(/^-?\d{1,15}$/)
  .meta({ format: 'minor-units' });
const options = z
  .array(
    z.strictObject({
      code: text(40),
      name: text(100).min(1),
      required: z.boolean().default(false),
      many: z.boolean().default(false),
      choices: z
        .array(
          z.strictObject({
            code: text(40),
            name: text(100).min(1),
            sku: text(60).nullish(),
            priceDelta: kept.default('0'),
            translations: optionTexts,
          }),
        )
        .max(100),
      translations: optionTexts,
    }),
  )
  .max(20);
const productParts = {
  name: text(200).min(1),
  kind: z.enum(['goods', 'service']),
  sku: text(60).nullish(),
  group: text(100).nullish(),
  description: lines(5000),
  sellingPoints: lines(5000),
  unit: text(40).min(1).optional(),
  /** A decimal string: sold in multiples of it. */
  quantityStep: quantity.optional(),
  taxCategory: text(60).min(1).optional(),
  incomeKind: text(60).nullish(),
  stockTracked: z.boolean().optional(),
  warrantyMonths: z.int().nullish(),
  /** Nothing of it leaves before a check was passed. */
  checkBeforeShipping: z.boolean().optional(),
  /** Of one unit, packed. */
  weightGrams: z.int().min(1).max(100_000_000).nullish(),
  hsCode: z
    .string()
    .regex(/^\d{4,6}(\.?\d{2}){0,3}$/)
    .nullish(),
  /** Two letters, as `TH`. */
  originCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullish(),
  translations: z.strictObject({ th: productTexts.optional(), en: productTexts.optional() }).nullish(),
  options: options.nullish(),
  /** What it is made of. */
  components: z
    .array(z.strictObject({ product: documentId, quantity: z.string().max(40) }))
    .max(50)
    .nullish(),
};
const priceTexts = z.strictObject({ label: text(100).optional() });
const priceParts = {
  label: text(100).nullish(),
  model: z.enum(PRICE_MODELS).optional(),
  /** With tiers that of the first, which may be left out. */
  unitPrice: minor.optional(),
  tiers: z
    .array(z.strictObject({ from: text(40), unitPrice: kept }))
    .max(20)
    .nullish(),
  setupFee: minor.nullish(),
  trialDays: z.number().int().nullish(),
  minimumMonths: z.number().int().nullish(),
  per: z.enum(PERIODS).optional(),
  validFrom: civilDate.nullish(),
  validTo: civilDate.nullish(),
  /** Null: as the settings say. */
  includesTax: z.boolean().nullish(),
  translations: z.strictObject({ th: priceTexts.optional(), en: priceTexts.optional() }).nullish(),
};
export const productInput = z.strictObject({
  ...productParts,
  prices: z.array(z.strictObject(priceParts)).max(100).default([]),
});
export const productChangeInput = z.strictObject({
  ...z.strictObject(productParts).partial().shape,
  /** Without a document id: a new one. What is not named stays. */
  prices: z
    .array(z.strictObject({ ...z.strictObject(priceParts).partial().shape, documentId: documentId.optional() }))
    .max(100)
    .optional(),
});

export const nothing = z.strictObject({});
export const serials = z.array(text(100)).max(1000);
export const amendInput = z.strictObject({
  /** How much there is to be of each line that changes; `"0"` takes it away. */
  lines: z
    .array(z.strictObject({ line: documentId, quantity }))
    .max(200)
    .default([]),
  /** At the prices of today. */
  add: z.array(staffLine).max(200).default([]),
  reason: text(500).min(1),
});
export const cancelInput = z.strictObject({ reason: text(500).optional() });
export const deliverInput = z.strictObject({
  /** The day it was handed over; today unless told. */
  on: civilDate.optional(),
  lines: z
    .array(z.strictObject({ line: documentId, quantity: quantity.optional() }))
    .max(200)
    .optional(),
  /** Who took it. */
  receiver: text(200).optional(),
  /** Of what goes out now, by order line. */
  serials: z
    .array(z.strictObject({ line: documentId, serials }))
    .max(200)
    .optional(),
  /** Document id of the warehouse it leaves; the default one unless told. */
  warehouse: documentId.optional(),
});
export const documentInput = z.strictObject({ lang: z.enum(['th', 'en']).optional() });
