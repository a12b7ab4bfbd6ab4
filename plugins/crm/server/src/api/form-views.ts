import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import { type FormFacts, formText, labelIn, TRAP } from '../domain/form';
import { longest } from '../domain/submission';
import type { FormRow } from '../stores/forms';
import type { SubmissionRow } from '../stores/submissions';

export const formView = ({ documentId, code, name, purpose, state, fields, thankYou, translations }: FormRow) => ({
  ...{ documentId, code, name, purpose, state, fields, thankYou, translations },
});

export const shownFormView = (form: FormFacts, language: Language) => ({
  ...{ code: form.code, name: formText(form, 'name', language) ?? form.name, purpose: form.purpose, trap: TRAP },
  fields: form.fields.map((field) => ({
    ...{ key: field.key, kind: field.kind, label: labelIn(field.label, language), required: field.required },
    most: longest(field) || null,
    choices: field.choices?.map(({ value, label }) => ({ value, label: labelIn(label, language) })) ?? null,
  })),
});

export const submissionView = (row: SubmissionRow) => ({
  ...{ documentId: row.documentId, state: row.state, purpose: row.purpose, language: row.language },
  ...{ name: row.name, email: row.email, phone: row.phone, submittedAt: row.submittedAt },
  ...{ handledAt: row.handledAt, note: row.note },
});
