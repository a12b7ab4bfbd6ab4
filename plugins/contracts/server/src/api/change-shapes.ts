import { z } from 'zod';
import { civilDate } from '@sanya/strapi-plugin-platform/kit';
import { contractInput, documentId, maybe, minor, text } from './shapes';

const changed = {
  /** The line, as it stands. */
  line: documentId,
  /** What it becomes, at the price of the catalogue; the price alone where the product has several. */
  product: documentId.optional(),
  price: documentId.optional(),
  /** As many as until now unless told. */
  quantity: z.string().max(40).optional(),
};

/** One shape for both doors: what only staff may ask for is refused to customers. */
export const changeInput = z.strictObject({
  /** At once, or the day after the period that runs. */
  when: z.enum(['now', 'period_end']).default('now'),
  /** The first day of what is new, today or later; only staff name one. */
  on: civilDate.nullish(),
  lines: z
    .array(
      z.strictObject({
        ...changed,
        /** For each whole period; only staff name a price of their own. */
        unitPrice: minor.optional(),
        /** Off each whole period; only staff give one. */
        discount: minor.optional(),
        /** Only staff call it something else. */
        description: text(300).min(1).optional(),
      }),
    )
    .max(200)
    .default([]),
  /** Lines that are taken off, by staff. */
  remove: z.array(documentId).max(200).default([]),
  /** Lines that join, by staff; billed with the periods of those that run. */
  add: z.array(contractInput.shape.lines.element).max(200).default([]),
  reason: maybe(500),
});
