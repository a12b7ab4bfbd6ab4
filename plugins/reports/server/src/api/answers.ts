import { z } from 'zod';
import { day, REPORT_COLUMN_TYPES } from '@sanya/strapi-plugin-platform/kit';

const text = z.string();
const whole = z.int();
const titled = z.strictObject({ code: text, title: text });
const column = z.enum(REPORT_COLUMN_TYPES);
const time = z.enum(['period', 'day']);
const period = z.strictObject({ from: day, to: day });

export const offers = z.array(
  z.strictObject({
    code: text,
    title: text,
    group: titled,
    time,
    branch: z.boolean(),
    customer: z.enum(['optional', 'required']).nullable(),
    /** What its rows may stand for, the first by default. */
    by: z.array(titled),
  }),
);

/** Money in minor units and quantities as text, counts as numbers, words said. */
const told = z.union([text, z.number()]);
const cell = told.nullable();
const totals = z.record(text, told);
const point = z.strictObject({ label: cell, values: z.record(text, text) }).meta({ id: 'ReportPoint' });

/** A page of a report; `totals` are of all its pages. */
export const report = z.strictObject({
  code: text,
  title: text,
  period,
  time,
  by: text,
  currency: text,
  columns: z.array(z.strictObject({ key: text, title: text, type: column })),
  rows: z.array(z.record(text, cell)),
  totals,
  comparison: z.strictObject({ period, totals }).nullable(),
  plot: z
    .strictObject({
      /** How the labels of the points are read; null: they are headings. */
      along: column.nullable(),
      of: z.array(z.strictObject({ key: text, title: text })),
      points: z.array(point),
      before: z.array(point),
    })
    .nullable(),
  pagination: z.strictObject({ page: whole, pageSize: whole, total: whole }),
});

/** `branch` is what the filter asks by. */
export const reportBranches = z.array(z.strictObject({ branch: text, code: text, name: text }));

const asked = z.strictObject({
  from: day.optional(),
  to: day.optional(),
  branch: text.optional(),
  customer: text.optional(),
  currency: text.optional(),
  by: text.optional(),
  compare: text.optional(),
});

export const savedReport = z.strictObject({ documentId: text, name: text, report: text, filters: asked });
