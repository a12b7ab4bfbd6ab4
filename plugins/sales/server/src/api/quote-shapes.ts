import { z } from 'zod';
import { civilDate } from '@sanya/strapi-plugin-platform/kit';
import { memberLine, shipping, staffLine } from './shapes';

const text = (most: number) => z.string().trim().max(most);
const documentId = z.string().regex(/^[a-z0-9]{1,40}$/);
/** An empty text is none. */
const maybe = (most: number) =>
  text(most)
    .transform((typed) => typed || null)
    .nullish();

const terms = {
  contact: documentId.nullish(),
  lines: z.array(staffLine),
  coupons: z.array(text(60)).max(20).optional(),
  /** Null: as many days from its sending as the settings say. */
  validUntil: civilDate.nullish(),
  /** Null: as the settings say. */
  terms: maybe(5000),
  deliveryTime: maybe(200),
  note: maybe(2000),
  /** Never told to the customer. */
  internalNote: maybe(5000),
};

export const quoteInput = z.strictObject({ customer: documentId, ...terms });
/** What is not named stays; lines and coupons that are named are all there are from now on. */
export const quoteChangeInput = z.strictObject(terms).partial();
export const quoteRequest = z.strictObject({ lines: z.array(memberLine).default([]), note: maybe(2000) });
export const sendInput = z.strictObject({
  /** False: no mail, it is handed over otherwise. */
  mail: z.boolean().default(true),
});
export const acceptInput = z.strictObject({
  /** Who accepts; the one who is logged in unless told. */
  name: text(200).optional(),
  poNumber: text(60).optional(),
  note: text(2000).optional(),
  shipping: shipping.optional(),
});
export const declineInput = z.strictObject({ reason: text(500).optional() });
