import { z } from 'zod';
import { day, decimal, instant, money, translations } from '@sanya/strapi-plugin-platform/kit';
import { PERIODS } from '../domain/catalogue';
import { COUPON_KINDS, COUPON_STATES, DURATIONS } from '../domain/coupon';
import { ORDER_STATES } from '../domain/order-machine';
import { QUOTE_STATES } from '../domain/quote-machine';
import { PRICE_MODELS } from '../domain/tiers';

const text = z.string();
const perhaps = text.nullable();
const kind = z.enum(['goods', 'service']);
const per = z.enum(PERIODS);
const whole = z.int();
const appliedCoupon = z.strictObject({ code: text, name: text, amount: money }).meta({ id: 'AppliedCoupon' });
const productName = z.strictObject({ documentId: text, name: text }).meta({ id: 'ProductName' });
const chosenOption = z
  .strictObject({ group: text, groupName: text, choice: text, name: text, sku: perhaps, priceDelta: money })
  .meta({ id: 'ChosenOption' });
const lineDiscount = z
  .strictObject({
    cause: z.enum(['manual', 'trial', 'coupon']),
    name: text.optional(),
    amount: money,
    /** What the coupon takes off the whole order, where that is more. */
    whole: money.optional(),
    periods: whole.nullable().optional(),
    /** Days for which nothing is asked. */
    days: whole.optional(),
  })
  .meta({ id: 'LineDiscount' });

/** What a line of a basket, a quote or an order says of itself. */
const pricedLine = {
  sku: perhaps,
  description: text,
  details: perhaps,
  kind,
  per,
  quantity: decimal,
  unit: text,
  options: z.array(chosenOption),
  unitPrice: money,
  discount: money,
  discounts: z.array(lineDiscount),
  net: money,
  tax: money,
  total: money,
};

/** What the lines come to, with what was taken off them. */
const sums = {
  currency: text,
  pricesIncludeTax: z.boolean(),
  discount: money,
  coupons: z.array(appliedCoupon),
  net: money,
  tax: money,
  total: money,
};

const writtenLine = { id: whole, documentId: text, position: whole, ...pricedLine };

const orderLine = z
  .strictObject({
    ...writtenLine,
    /** Where the order was priced just now. */
    product: productName.optional(),
    delivered: decimal,
    /** What of the delivered came back. */
    returned: decimal,
  })
  .meta({ id: 'OrderLine' });

const orderInvoice = z
  .strictObject({
    id: whole,
    documentId: text,
    number: text,
    state: text,
    total: money,
    amountDue: money,
    dueDate: day,
  })
  .meta({ id: 'OrderInvoice' });

export const place = z
  .strictObject({
    name: text.optional(),
    phone: text.optional(),
    line1: text.optional(),
    line2: text.optional(),
    subdistrict: text.optional(),
    district: text.optional(),
    province: text.optional(),
    postcode: text.optional(),
    country: text.optional(),
  })
  .meta({ id: 'Shipping' });

/** An order as actions answer it; with its invoice where it was made just now. */
export const order = z
  .strictObject({
    id: whole,
    documentId: text,
    number: perhaps,
    state: z.enum(ORDER_STATES),
    source: z.enum(['storefront', 'staff']),
    ...sums,
    shipping: place.nullable(),
    note: perhaps,
    poNumber: perhaps,
    /** The day the customer was told to have it. */
    promisedOn: day.nullable(),
    delayReason: perhaps,
    placedAt: instant.nullable(),
    confirmedAt: instant.nullable(),
    deliveredAt: instant.nullable(),
    closedAt: instant.nullable(),
    cancelledAt: instant.nullable(),
    cancelReason: perhaps,
    expiredAt: instant.nullable(),
    lines: z.array(orderLine),
    invoice: orderInvoice.optional(),
  })
  .meta({ id: 'Order' });

/** What the read of one order says of its money: all that was invoiced for it, and what of it is still open. */
export const orderMoney = z
  .object({ invoices: z.array(orderInvoice), amountDue: money.meta({ description: 'Open of all its invoices' }) })
  .meta({ id: 'OrderMoney' });

const quoteLine = z.strictObject(writtenLine).meta({ id: 'QuoteLine' });

/** A quote as actions answer it, in one of its versions. */
export const quote = z
  .strictObject({
    id: whole,
    documentId: text,
    number: perhaps,
    version: whole,
    /** Number and version; of a draft without number, that it is one. */
    name: text,
    state: z.enum(QUOTE_STATES),
    expired: z.boolean(),
    ...sums,
    requestedOn: day.nullable(),
    requestNote: perhaps,
    validUntil: day.nullable(),
    terms: perhaps,
    note: perhaps,
    deliveryTime: perhaps,
    poNumber: perhaps,
    sentAt: instant.nullable(),
    acceptedAt: instant.nullable(),
    answeredBy: perhaps,
    answeredVia: z.enum(['storefront', 'staff']).nullable(),
    declinedAt: instant.nullable(),
    declineReason: perhaps,
    supersededAt: instant.nullable(),
    lines: z.array(quoteLine),
  })
  .meta({ id: 'Quote' });

/** An accepted quote with the order that it became. */
export const acceptedQuote = z.strictObject({ ...quote.shape, order });

export const amendedOrder = z.strictObject({
  ...order.shape,
  /** VAT included, of the order and of its contracts: what credit notes take off, and what is charged besides or instead. */
  credited: money,
  charged: money,
  /** Somebody else has to grant it first: until then the order stays as it is. */
  asked: z.boolean(),
  /** What is credited and charged, in words. */
  sentence: text,
});

export const deliveredOrder = z.strictObject({
  ...order.shape,
  taxInvoices: z.array(z.strictObject({ documentId: text, number: text })),
});

const basketLine = z
  .strictObject({
    /** Place of the wish among those asked: tiers and a setup fee make several lines of one. */
    asked: whole,
    /** Null: a line that says itself what it is. */
    product: productName.nullable(),
    price: z
      .strictObject({
        documentId: text,
        label: perhaps,
        model: z.enum(PRICE_MODELS),
        trialDays: whole.nullable(),
        minimumMonths: whole.nullable(),
      })
      .meta({ id: 'AppliedPrice' })
      .nullable(),
    ...pricedLine,
    /** That more would cost less. */
    hints: z.array(z.strictObject({ quantity: decimal, amount: money, message: text }).meta({ id: 'PriceHint' })),
  })
  .meta({ id: 'BasketLine' });

/** What an order would cost now, and what of it recurs from when. */
export const basket = z
  .strictObject({
    ...sums,
    lines: z.array(basketLine),
    recurring: z.array(z.strictObject({ line: whole, per, from: day, total: money }).meta({ id: 'RecurringCharge' })),
  })
  .meta({ id: 'Basket' });

export const stock = z.strictObject({ id: whole, onHand: decimal, reserved: decimal, available: decimal });

const optionGroup = z.strictObject({
  code: text,
  name: text,
  required: z.boolean(),
  many: z.boolean(),
  choices: z.array(
    z.strictObject({
      code: text,
      name: text,
      sku: perhaps.optional(),
      priceDelta: money,
      translations: translations.optional(),
    }),
  ),
  translations: translations.optional(),
});

const price = z.strictObject({
  id: whole,
  documentId: text,
  label: perhaps,
  model: z.enum(PRICE_MODELS),
  unitPrice: money,
  tiers: z.array(z.strictObject({ from: decimal, unitPrice: money })).nullable(),
  setupFee: money.nullable(),
  trialDays: whole.nullable(),
  minimumMonths: whole.nullable(),
  currency: text,
  per,
  validFrom: day.nullable(),
  validTo: day.nullable(),
  /** Null: as the settings say. */
  includesTax: z.boolean().nullable(),
  translations,
});

/** A product with all its prices, as staff read it. */
export const product = z.strictObject({
  id: whole,
  documentId: text,
  name: text,
  kind,
  sku: perhaps,
  group: perhaps,
  state: z.enum(['active', 'closed']),
  description: perhaps,
  sellingPoints: perhaps,
  unit: text,
  quantityStep: decimal,
  taxCategory: text,
  incomeKind: perhaps,
  stockTracked: z.boolean(),
  warrantyMonths: whole.nullable(),
  checkBeforeShipping: z.boolean(),
  weightGrams: whole.nullable(),
  hsCode: perhaps,
  originCountry: perhaps,
  translations,
  options: z.array(optionGroup).nullable(),
  components: z.array(z.strictObject({ product: text, quantity: decimal })).nullable(),
  prices: z.array(price),
});

/** What a product can be given. */
export const choices = z.strictObject({
  pricesIncludeTax: z.boolean(),
  groups: z.array(text),
  taxCategories: z.array(
    z.strictObject({ code: text, name: z.partialRecord(z.enum(['th', 'en']), text), ratePpm: whole }),
  ),
  incomeKinds: z.array(z.strictObject({ kind: text, withholdingPpm: whole })),
});

/** As staff keep it; whom and what it is for, they read by `coupon-scopes`. */
export const coupon = z.strictObject({
  id: whole,
  documentId: text,
  code: text,
  name: text,
  translations,
  state: z.enum(COUPON_STATES),
  kind: z.enum(COUPON_KINDS),
  ratePpm: whole.nullable(),
  cap: money.nullable(),
  amount: money.nullable(),
  currency: text,
  duration: z.enum(DURATIONS),
  periods: whole.nullable(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  totalLimit: whole.nullable(),
  perCustomerLimit: whole.nullable(),
  used: whole,
  stackable: z.boolean(),
});
