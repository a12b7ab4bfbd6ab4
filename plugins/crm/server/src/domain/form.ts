import { badInput, type Language, machine } from '@sanya/strapi-plugin-platform/kernel';
import type { Translations } from '@sanya/strapi-plugin-platform/kit';

export const FORM_PURPOSES = ['quote_request', 'contact', 'suggestion', 'complaint', 'order'] as const;
export type FormPurpose = (typeof FORM_PURPOSES)[number];
export const FORM_STATES = ['open', 'closed'] as const;
export type FormState = (typeof FORM_STATES)[number];
export const FIELD_KINDS = ['text', 'long_text', 'email', 'phone', 'number', 'choice', 'product', 'consent'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A field that no person sees and machines fill in. */
export const TRAP = 'website';

export const formMachine = machine<FormState, 'open' | 'close'>({
  type: 'form',
  states: FORM_STATES,
  initial: ['open'],
  transitions: [
    { verb: 'close', from: ['open'], to: 'closed' },
    { verb: 'open', from: ['closed'], to: 'open' },
  ],
});

/** A text in one language or both. */
export type Label = Partial<Record<Language, string>>;

export interface FormChoice {
  value: string;
  label: Label;
}

export interface FormField {
  key: string;
  kind: FieldKind;
  label: Label;
  required: boolean;
  /** Longest text, in characters; null: as its kind has it. */
  most: number | null;
  /** Of a `choice`. */
  choices: readonly FormChoice[] | null;
}

/** A form as stored. */
export interface FormFacts {
  code: string;
  name: string;
  purpose: FormPurpose;
  state: FormState;
  fields: readonly FormField[];
  thankYou: string | null;
  translations: Translations;
}

export interface FieldDraft extends Pick<FormField, 'key' | 'kind' | 'label'> {
  required?: boolean;
  most?: number | null;
  choices?: readonly FormChoice[] | null;
}

export interface FormDraft extends Pick<FormFacts, 'code' | 'name' | 'purpose'> {
  fields: readonly FieldDraft[];
  thankYou?: string | null;
  translations?: Translations;
}
export type FormChange = Partial<Omit<FormDraft, 'code'>>;

const CODE = /^[a-z][a-z0-9-]{1,59}$/;
const KEY = /^[a-z][a-z0-9_]{0,39}$/;

/** A text in the reader's language, else in the other. */
export const labelIn = (label: Label, language: Language): string =>
  label[language] || label[language === 'th' ? 'en' : 'th'] || '';

const isSaid = (label: Label): boolean => labelIn(label, 'th') !== '';

function checkField(field: FormField, at: string): void {
  const { key, kind, label, most, choices } = field;
  if (!KEY.test(key)) throw badInput('form.key_invalid', { field: `${at}.key` });
  if (key === TRAP) throw badInput('form.key_reserved', { field: `${at}.key`, params: { key } });
  if (!isSaid(label)) throw badInput('form.no_label', { field: `${at}.label` });
  if (most !== null && kind !== 'text' && kind !== 'long_text') {
    throw badInput('form.most_of_text_only', { field: `${at}.most` });
  }
  if (kind !== 'choice') {
    if (choices !== null) throw badInput('form.choices_of_choice_only', { field: `${at}.choices` });
    return;
  }
  if (choices === null || choices.length === 0) throw badInput('form.no_choices', { field: `${at}.choices` });
  const values = new Set<string>();
  for (const [index, choice] of choices.entries()) {
    const where = `${at}.choices.${index}`;
    if (choice.value === '') throw badInput('form.no_choice_value', { field: `${where}.value` });
    if (values.has(choice.value)) {
      throw badInput('form.choice_twice', { field: `${where}.value`, params: { value: choice.value } });
    }
    if (!isSaid(choice.label)) throw badInput('form.no_label', { field: `${where}.label` });
    values.add(choice.value);
  }
}

const completeField = ({ key, kind, label, required, most, choices }: FieldDraft): FormField => ({
  ...{ key, kind, label, required: required ?? false },
  ...{ most: most ?? null, choices: choices ?? null },
});

/** The form as it is stored, or what is wrong with it. */
export function completeForm(draft: FormDraft, state: FormState = 'open'): FormFacts {
  const name = draft.name.trim();
  if (!CODE.test(draft.code)) throw badInput('form.code_invalid', { field: 'code' });
  if (name === '') throw badInput('name.missing', { field: 'name' });
  const fields = draft.fields.map(completeField);
  if (fields.length === 0) throw badInput('form.no_fields', { field: 'fields' });
  const keys = new Set<string>();
  for (const [index, field] of fields.entries()) {
    checkField(field, `fields.${index}`);
    if (keys.has(field.key)) {
      throw badInput('form.key_twice', { field: `fields.${index}.key`, params: { key: field.key } });
    }
    keys.add(field.key);
  }
  // Whoever asks for a price wants an answer.
  const answerable = fields.some(({ kind, required }) => required && (kind === 'email' || kind === 'phone'));
  if (draft.purpose === 'quote_request' && !answerable) throw badInput('form.no_way_back', { field: 'fields' });
  return {
    ...{ code: draft.code, name, purpose: draft.purpose, state, fields },
    ...{ thankYou: draft.thankYou?.trim() || null, translations: draft.translations ?? null },
  };
}

/** The form with a change put in; what the change does not name stays. */
export function changeForm(form: FormFacts, change: FormChange): FormFacts {
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return completeForm({ ...form, ...said }, form.state);
}

/** Name and thanks of a form in the reader's language, else as staff wrote them. */
export const formText = (
  form: Pick<FormFacts, 'name' | 'thankYou' | 'translations'>,
  key: 'name' | 'thankYou',
  language: Language,
): string | null => form.translations?.[language]?.[key] || form[key];
