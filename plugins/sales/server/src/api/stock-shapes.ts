import { z } from 'zod';
import { decimal } from '@sanya/strapi-plugin-platform/kit';
import { documentId, quantity } from './shapes';

const text = (most: number) => z.string().trim().max(most);

export const stockInput = z.strictObject({
  quantity,
  reason: text(200).optional(),
  /** A count says how much was found, the others what comes or goes. */
  kind: z.enum(['receive', 'adjust', 'count']).optional(),
  /** Document id; the default one unless told. */
  warehouse: documentId.optional(),
});
export const moveStockInput = z.strictObject({
  /** Document ids of warehouses. */
  from: documentId,
  to: documentId,
  quantity,
  reason: text(200).optional(),
});
export const lowInput = z.strictObject({
  /** A decimal; null: it is never low. */
  lowBelow: quantity.nullable(),
});

export const stockLevelsInput = z.strictObject({
  /** In the name of the product or its code. */
  q: text(100).optional(),
  /** Only what is low. */
  low: z.enum(['true', 'false']).optional(),
  /** Document id: only what lies there. */
  warehouse: documentId.optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

export const stockLevelsAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      product: z.string(),
      name: z.string(),
      sku: z.string().nullable(),
      unit: z.string(),
      onHand: decimal,
      reserved: decimal,
      available: decimal,
      lowBelow: decimal.nullable(),
      low: z.boolean(),
      /** What lies in which warehouse, by its document id; those with nothing are left out. */
      shelves: z.array(z.strictObject({ warehouse: z.string(), onHand: decimal })),
    }),
  ),
  page: z.int(),
  pageSize: z.int(),
  total: z.int(),
});
