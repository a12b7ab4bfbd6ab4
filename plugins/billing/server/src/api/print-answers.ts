import { z } from 'zod';
import { day, money } from '@sanya/strapi-plugin-platform/kit';
import { PRINT_KINDS } from '../domain/printing';

const text = z.string();

/** Documents that wait to be printed. */
export const waitingForPrint = z.array(
  z.strictObject({
    kind: z.enum(PRINT_KINDS),
    documentId: text,
    number: text,
    /** The day on it. */
    on: day,
    /** Document id. */
    customer: text,
    name: text,
    currency: text,
    amount: money,
  }),
);

/** Printed together; `document` and `envelopes` say where the sheets are fetched. */
export const printedBatch = z.strictObject({ batch: text, sheets: z.int(), document: text, envelopes: text });
