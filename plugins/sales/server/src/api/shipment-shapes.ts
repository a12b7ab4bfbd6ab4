import { z } from 'zod';
import { civilDate, day, decimal, instant, money } from '@sanya/strapi-plugin-platform/kit';
import { CHECK_RESULTS } from '../domain/shipment';
import { SHIPMENT_STATES } from '../domain/shipment-machine';
import { place } from './answers';
import { documentId, maybe, quantity, serials } from './shapes';

const text = (most: number) => z.string().trim().max(most);

const wayShape = {
  /** Document id of a carrier of the list: its name and price are kept; null takes it away. */
  chosenCarrier: documentId.nullish(),
  carrier: maybe(100),
  trackingNumber: maybe(100),
  // Only a page of the web: it is sent to the customer as a link.
  trackingUrl: z
    .union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)])
    .transform((typed) => typed || null)
    .nullish(),
  note: maybe(2000),
};

/** Document id of the warehouse; the default one unless told. */
const from = { warehouse: documentId.optional() };

export const shipmentInput = z.strictObject({
  ...wayShape,
  ...from,
  /** All that is left, unless told. */
  lines: z
    .array(z.strictObject({ line: documentId, quantity: quantity.optional(), serials: serials.optional() }))
    .max(200)
    .optional(),
});
export const shipmentChangeInput = z.strictObject(wayShape);
export const shipInput = z.strictObject({
  ...wayShape,
  ...from,
  /** The day it was handed over, also to a carrier; today unless told. */
  on: civilDate.optional(),
  /** By document id of the shipment's line. */
  serials: z
    .array(z.strictObject({ line: documentId, serials }))
    .max(200)
    .optional(),
});
export const checkInput = z.strictObject({
  result: z.enum(CHECK_RESULTS),
  /** What was found; needed where the check failed. */
  note: text(200)
    .transform((typed) => typed || undefined)
    .optional(),
  /** Of a check that failed: pieces that are put aside, by document id of the shipment's line. */
  setAside: z
    .array(z.strictObject({ line: documentId, quantity }))
    .max(200)
    .optional(),
});
export const arriveInput = z.strictObject({
  /** The day it arrived; today unless told. */
  on: civilDate.optional(),
  receiver: text(200).optional(),
});
export const delayInput = z.strictObject({ promisedOn: civilDate, reason: text(500).min(1) });

const word = z.string();
const perhaps = word.nullable();

/** A shipment as actions answer it. */
export const shipment = z
  .strictObject({
    id: z.int(),
    documentId: word,
    number: word,
    state: z.enum(SHIPMENT_STATES),
    /** What it leaves. */
    warehouse: z.strictObject({ documentId: word, name: word }).nullable(),
    checkResult: z.enum(CHECK_RESULTS).nullable(),
    checkedBy: perhaps,
    checkedAt: instant.nullable(),
    checkNote: perhaps,
    shipTo: place.nullable(),
    /** Of the list; what it asked when it was chosen, and the day it promised. */
    chosenCarrier: z.strictObject({ documentId: word, name: word }).nullable(),
    shippingCost: money.nullable(),
    promisedOn: day.nullable(),
    carrier: perhaps,
    trackingNumber: perhaps,
    trackingUrl: perhaps,
    note: perhaps,
    shippedOn: day.nullable(),
    deliveredOn: day.nullable(),
    receiver: perhaps,
    plannedAt: instant,
    lines: z.array(
      z.strictObject({
        documentId: word,
        /** Document id of the order's line. */
        orderLine: word,
        position: z.int(),
        sku: perhaps,
        description: word,
        unit: word,
        quantity: decimal,
        serials: z.array(word),
      }),
    ),
  })
  .meta({ id: 'Shipment' });

export const shippedShipment = z.strictObject({
  ...shipment.shape,
  taxInvoices: z.array(z.strictObject({ documentId: word, number: word })),
});

/** What is to be fetched now, thing by thing. */
export const pickListAnswer = z.strictObject({
  picks: z.array(
    z.strictObject({
      sku: perhaps,
      description: word,
      unit: word,
      quantity: decimal,
      /** Null: nobody counts it. */
      onHand: decimal.nullable(),
      orders: z.array(
        z.strictObject({
          documentId: word,
          number: word,
          customer: word,
          promisedOn: day.nullable(),
          quantity: decimal,
        }),
      ),
    }),
  ),
});
