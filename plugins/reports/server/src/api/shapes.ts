import { z } from 'zod';
import { parseCivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { HEAD_OFFICE } from '../domain/filters';

/** Before it nothing was written with a computer, and periods before it would leave the calendar. */
const EARLIEST = '1900-01-01';
/** Where a search among very many stops: nobody turns so many pages. */
const MOST_PAGES = 100_000;

const read = (text: string): string | undefined => {
  const date = parseCivilDate(text)?.date;
  return date !== undefined && date >= EARLIEST ? date : undefined;
};
/** As it is typed; a Buddhist year is converted, and the answer shows how it was read. */
const date = z
  .string()
  .max(20)
  .refine((text) => read(text) !== undefined, { params: { code: 'input.not_a_date' } })
  .transform((text) => read(text) ?? text);
const documentId = z.string().regex(/^[a-z0-9]{1,40}$/);

const filters = {
  from: date.optional(),
  to: date.optional(),
  branch: z.union([z.literal(HEAD_OFFICE), documentId]).optional(),
  customer: documentId.optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  by: z.string().max(40).optional(),
  compare: z.enum(['previous', 'year']).optional(),
};

export const nothing = z.strictObject({});

export const wholeReport = z.strictObject({ ...filters, format: z.enum(['xlsx', 'csv']) });

export const question = z.strictObject({
  ...filters,
  pagination: z
    .strictObject({
      page: z.coerce.number().int().min(1).max(MOST_PAGES).default(1),
      pageSize: z.coerce.number().int().min(1).max(200).default(50),
    })
    .default({ page: 1, pageSize: 50 }),
});

export const newSavedReport = z.strictObject({
  name: z.string().trim().min(1).max(100),
  report: z.string().max(60),
  filters: z.strictObject(filters),
});
