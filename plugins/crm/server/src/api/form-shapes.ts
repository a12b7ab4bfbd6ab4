import { z } from 'zod';
import { instant, translations } from '@sanya/strapi-plugin-platform/kit';
import { FIELD_KINDS, FORM_PURPOSES, FORM_STATES } from '../domain/form';
import { SUBMISSION_STATES } from '../domain/submission';

const line = (most: number) => z.string().trim().max(most);
const text = z.string();
const perhaps = text.nullable();

const labelDraft = z.strictObject({ th: line(500).optional(), en: line(500).optional() });
const texts = z.strictObject({ name: line(200).optional(), thankYou: line(2000).optional() });

const fieldDraft = z.strictObject({
  key: line(40),
  kind: z.enum(FIELD_KINDS),
  label: labelDraft,
  required: z.boolean().optional(),
  /** Longest text. */
  most: z.int().min(1).max(10_000).nullish(),
  choices: z
    .array(z.strictObject({ value: line(100), label: labelDraft }))
    .max(100)
    .nullish(),
});

const formParts = {
  name: line(200),
  purpose: z.enum(FORM_PURPOSES),
  fields: z.array(fieldDraft).max(50),
  /** Said to whoever sent it. */
  thankYou: line(2000).nullish(),
  translations: z.strictObject({ th: texts.optional(), en: texts.optional() }).nullish(),
};
export const formDraft = z.strictObject({ code: line(60), ...formParts });
export const formChange = z.strictObject(formParts).partial();

/** Answers by the key of their question. */
export const filledForm = z.record(z.string(), z.unknown());

export const handling = z.strictObject({ note: line(2000).optional() });
export const dismissal = z.strictObject({ reason: line(2000).min(1) });

const label = z.partialRecord(z.enum(['th', 'en']), text);

/** A form as staff see it. */
export const form = z
  .strictObject({
    documentId: text,
    code: text,
    name: text,
    purpose: z.enum(FORM_PURPOSES),
    state: z.enum(FORM_STATES),
    fields: z.array(
      z.strictObject({
        key: text,
        kind: z.enum(FIELD_KINDS),
        label,
        required: z.boolean(),
        most: z.int().nullable(),
        choices: z.array(z.strictObject({ value: text, label })).nullable(),
      }),
    ),
    thankYou: perhaps,
    translations,
  })
  .meta({ id: 'Form' });

/** A form as a storefront shows it, in the reader's language. */
export const shownForm = z
  .strictObject({
    code: text,
    name: text,
    purpose: z.enum(FORM_PURPOSES),
    fields: z.array(
      z.strictObject({
        key: text,
        kind: z.enum(FIELD_KINDS),
        label: text,
        required: z.boolean(),
        /** Longest text; null where none is typed. */
        most: z.int().nullable(),
        choices: z.array(z.strictObject({ value: text, label: text })).nullable(),
      }),
    ),
    /** Key of a field to be hidden from people: what fills it in is no person. */
    trap: text,
  })
  .meta({ id: 'ShownForm' });

export const submitted = z
  .strictObject({ documentId: text, submittedAt: instant, thankYou: perhaps })
  .meta({ id: 'SubmittedForm' });

export const submission = z
  .strictObject({
    documentId: text,
    state: z.enum(SUBMISSION_STATES),
    purpose: z.enum(FORM_PURPOSES),
    name: perhaps,
    email: perhaps,
    phone: perhaps,
    language: z.enum(['th', 'en']),
    submittedAt: instant,
    handledAt: instant.nullable(),
    note: perhaps,
  })
  .meta({ id: 'FormSubmission' });
