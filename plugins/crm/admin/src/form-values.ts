import type { FieldKind, Form } from './types';

/** A field of a form as it is typed. */
export interface FieldValues {
  key: string;
  kind: FieldKind;
  th: string;
  en: string;
  required: boolean;
  most: string;
  /** One choice a line: `value = Thai / English`. */
  choices: string;
}

export const NEW_FIELD: FieldValues = {
  ...{ key: '', kind: 'text', th: '', en: '', required: false, most: '', choices: '' },
};

const PARTS = /^([^=]+?)(?:\s*=\s*(.*?)(?:\s*\/\s*(.*))?)?$/;

export const fieldValues = (fields: Form['fields']): FieldValues[] =>
  fields.map(({ key, kind, label, required, most, choices }) => ({
    ...{ key, kind, required, th: label.th ?? '', en: label.en ?? '', most: most === null ? '' : String(most) },
    choices: (choices ?? []).map((one) => `${one.value} = ${one.label.th ?? ''} / ${one.label.en ?? ''}`).join('\n'),
  }));

/** A choice that says nothing but its value is called by it. */
function choicesOf(text: string) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, value = line, th = value, en = ''] = PARTS.exec(line) ?? [];
      return { value: value.trim(), label: { th: th.trim(), en: en.trim() } };
    });
}

/** The fields as the server takes them. */
export const fieldsOf = (rows: readonly FieldValues[]) =>
  rows.map(({ key, kind, th, en, required, most, choices }) => ({
    ...{ key: key.trim(), kind, required, label: { th: th.trim(), en: en.trim() } },
    most: (kind === 'text' || kind === 'long_text') && /^\d+$/.test(most.trim()) ? Number(most.trim()) : null,
    choices: kind === 'choice' ? choicesOf(choices) : null,
  }));
