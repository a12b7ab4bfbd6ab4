import { instant } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CUSTOMER_STATES } from '../domain/customer';

const text = z.string();
const perhaps = text.nullable();
/** Rows by content type. */
const counts = z.array(z.strictObject({ type: text, rows: z.int() })).meta({ id: 'RowsOfTypes' });

export const alikeCustomers = z.array(
  z.strictObject({
    reasons: z.array(z.enum(['tax_id', 'name', 'phone', 'email'])),
    customers: z.array(
      z.strictObject({
        documentId: text,
        code: text,
        name: text,
        state: z.enum(CUSTOMER_STATES),
        taxId: perhaps,
        branchCode: perhaps,
        phone: perhaps,
        email: perhaps,
      }),
    ),
  }),
);

/** Two who were said not to be the same, by whom and when. */
export const distinctCustomers = z.array(
  z.strictObject({
    documentId: text,
    customers: z.array(z.strictObject({ documentId: text, code: text, name: text })),
    saidAt: instant,
    saidBy: text,
  }),
);

export const mergePreview = z.strictObject({
  /** Why it cannot be done, in the reader's words. */
  refused: perhaps,
  /** What is already with the one that stays. */
  has: counts,
  moves: counts,
});

export const customersMerged = z.strictObject({
  /** Of the merge, by which it is undone. */
  documentId: text,
  survivor: text,
  moved: counts,
  /** The one that stays had their like. */
  leftOut: counts,
});

export const mergeUndone = z.strictObject({ back: counts, stays: counts, refused: perhaps });
