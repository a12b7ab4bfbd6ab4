import { z } from 'zod';
import { civilDate } from '@sanya/strapi-plugin-platform/kit';
import { ROLES } from '../domain/statements/layouts';
import { documentId, minorUnits } from './shapes';

const text = (most: number) => z.string().trim().max(most);

const mapping = z.strictObject({
  columns: z.partialRecord(z.enum(ROLES), text(120).min(1)),
  dateOrder: z.enum(['dmy', 'mdy']).default('dmy'),
});

/** Parts of a multipart body are text. */
const mappingText = text(4000).transform((json, context) => {
  try {
    const read = mapping.safeParse(JSON.parse(json));
    if (read.success) return read.data;
  } catch {
    // Said below.
  }
  context.addIssue({ code: 'custom', input: json, params: { code: 'statement.mapping_wrong' } });
  return z.NEVER;
});

const file = {
  account: text(30).optional(),
  mapping: mappingText.optional(),
};

export const statementPreview = z.strictObject(file);
export const statementImport = z.strictObject({
  ...file,
  saveAs: text(60).min(1).optional(),
  skipUnreadable: z.enum(['true', 'false']).default('false'),
});

const application = z.strictObject({
  line: documentId,
  /** Place of the proposal, from 0: the first unless said. */
  proposal: z.int().min(0).max(20).optional(),
  /** By hand: to the account of a customer, oldest due first, or on the invoices that are named. */
  customer: documentId.optional(),
  allocations: z
    .array(z.strictObject({ invoice: documentId, amount: minorUnits, withheld: minorUnits.optional() }))
    .min(1)
    .max(200)
    .optional(),
});

/** Without lines: all that are matched, in their order; `most` of them, where they are applied piece by piece. */
export const statementApply = z.strictObject({
  lines: z.array(application).min(1).max(500).optional(),
  most: z.int().min(1).max(5000).optional(),
});

const whole = z.coerce.number().int();

export const TABS = ['matched', 'to_check', 'unknown', 'applied', 'aside', 'outgoing'] as const;
export const linesPage = z.object({
  tab: z.enum(TABS).default('matched'),
  page: whole.min(1).max(100_000).default(1),
});
export const suspensePage = z.object({ page: whole.min(1).max(100_000).default(1) });
export const counted = z.object({ statements: z.string().regex(/^[a-z0-9]{1,40}(,[a-z0-9]{1,40}){0,99}$/) });

export const returning = z.strictObject({ reason: text(500).min(1), on: civilDate.optional() });
