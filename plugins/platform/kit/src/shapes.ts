import { z } from 'zod';
import { parseCivilDate } from '../../kernel/src';
import type { FileAnswer } from './actions';

const ISO_LIKE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A date as it comes through a door, `2026-01-31`. A year of 2400 or more is Buddhist: what
 * was typed as `2569-01-31` is read as `2026-01-31`, and never stored otherwise.
 */
export const civilDate = z
  .string()
  .meta({ format: 'date' })
  .transform((text, context) => {
    const read = ISO_LIKE.test(text) ? parseCivilDate(text) : undefined;
    if (read) return read.date;
    context.addIssue({ code: 'custom', input: text, params: { code: 'input.not_a_date' } });
    return z.NEVER;
  });

// What follows stands in answers. `format` is what OpenAPI shows and what GraphQL chooses its scalar by.

/** Money in minor units: text on the wire, in GraphQL the number `Long`. */
export const money = z
  .string()
  .regex(/^-?\d+$/)
  .meta({ format: 'minor-units' });
/** A quantity: a decimal. */
export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d{1,3})?$/)
  .meta({ format: 'decimal' });
/** A date, `2026-01-31`. */
export const day = z.string().regex(ISO_LIKE).meta({ format: 'date' });
/** A moment, ISO-8601 in UTC. */
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/)
  .meta({ format: 'date-time' });
/** The answer is a file, not JSON. */
export const fileAnswer = z.custom<FileAnswer>().meta({ format: 'binary' });
/** A text in both languages of the house. */
export const bilingual = z.strictObject({ th: z.string(), en: z.string() });
/** Texts of a row in other languages than the site's own, by their name. */
export const translations = z.partialRecord(z.enum(['th', 'en']), z.record(z.string(), z.string())).nullable();
export type Translations = z.output<typeof translations>;
/** Facts of an event by their name: what each of them is, its type of event says. */
export const facts = z.record(z.string(), z.unknown()).nullable();
/** What happened, as its readers see it. */
export const timeline = z.array(
  z
    .strictObject({
      id: z.int(),
      documentId: z.string(),
      name: z.string(),
      subjectType: z.string(),
      subjectId: z.int(),
      subjectDocumentId: z.string(),
      /** The name of the event in the reader's language. */
      title: z.string(),
      actor: z.string(),
      /** Null where nobody is there of that name any more, and for the system. */
      actorName: z.string().nullable(),
      /** Of the amounts before and after. */
      currency: z.string().nullable(),
      before: facts,
      after: facts,
      at: instant,
    })
    .meta({ id: 'TimelineEntry' }),
);
/** What a row that is no longer there was called. */
export const gone = z.strictObject({ documentId: z.string() }).meta({ id: 'Gone' });

/**
 * What a use case may answer where the wire has `T`: text of a whole number may still be a bigint, and lists may be
 * read-only.
 */
export type Told<T> = T extends FileAnswer
  ? T
  : T extends string
    ? string extends T
      ? string | bigint
      : T
    : T extends readonly (infer One)[]
      ? readonly Told<One>[]
      : T extends object
        ? { [Key in keyof T]: Told<T[Key]> }
        : T;

/** Of a row what a shape tells, and nothing else: a row has technical columns, too. */
export function only<Shape extends z.ZodObject>(
  shape: Shape,
  row: Told<z.output<Shape>> | undefined,
): Told<z.output<Shape>> | undefined {
  const told = new Set(Object.keys(shape.shape));
  return row && (Object.fromEntries(Object.entries(row).filter(([key]) => told.has(key))) as Told<z.output<Shape>>);
}
