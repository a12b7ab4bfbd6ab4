import {
  badInput,
  formatQuantity,
  isEmail,
  type Language,
  lowerEmail,
  machine,
  parseQuantity,
} from '@sanya/strapi-plugin-platform/kernel';
import { type FieldKind, type FormField, type FormPurpose, type Label, labelIn, TRAP } from './form';
import { readPhone } from './phone';

export const SUBMISSION_STATES = ['new', 'handled', 'dismissed'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** What a machine sent is dismissed as it comes. */
export const submissionMachine = machine<SubmissionState, 'handle' | 'dismiss'>({
  type: 'form submission',
  states: SUBMISSION_STATES,
  initial: ['new', 'dismissed'],
  transitions: [
    { verb: 'handle', from: ['new'], to: 'handled' },
    { verb: 'dismiss', from: ['new'], to: 'dismissed' },
  ],
});

/** A product that somebody asks for; whether there is one, whoever sells it says. */
export interface AskedProduct {
  /** Document id. */
  product: string;
  /** Decimal text. */
  quantity: string;
  options?: readonly { group: string; choice: string }[];
}

export type AnswerValue = string | boolean | readonly AskedProduct[];

/** An answer with its question as it was when it was given. */
export interface FrozenAnswer {
  key: string;
  kind: FieldKind;
  label: Label;
  value: AnswerValue;
  /** What the chosen value was called. */
  choice?: Label;
}

export interface SubmissionFacts {
  /** Row id. */
  form: number;
  purpose: FormPurpose;
  state: SubmissionState;
  answers: readonly FrozenAnswer[];
  name: string | null;
  email: string | null;
  /** E.164 */
  phone: string | null;
  /** Row id of the customer whose member sent it, or whose it turned out to be. */
  customer: number | null;
  language: Language;
  submittedAt: string;
  handledAt: string | null;
  /** Key of who handled or dismissed it: `staff:3`. */
  handledBy: string | null;
  note: string | null;
}

const LONGEST: Partial<Record<FieldKind, number>> = { text: 200, long_text: 5000, email: 254, phone: 40, number: 40 };
const MOST_PRODUCTS = 50;
const MOST_OPTIONS = 100;
const DOCUMENT_ID = /^[a-z0-9]{1,40}$/;
const NUMBER = /^-?\d{1,15}(\.\d{1,6})?$/;

/** Characters that a text may have: as the form says, else as its kind is. */
export const longest = (field: Pick<FormField, 'kind' | 'most'>): number => field.most ?? LONGEST[field.kind] ?? 0;

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readOptions(said: unknown, field: string): AskedProduct['options'] {
  if (said === undefined || said === null) return undefined;
  const wrong = badInput('form.options_wrong', { field });
  if (!Array.isArray(said) || said.length > MOST_OPTIONS) throw wrong;
  return said.map((one) => {
    const { group, choice } = isPlain(one) ? one : {};
    if (typeof group !== 'string' || typeof choice !== 'string') throw wrong;
    return { group: group.slice(0, 60), choice: choice.slice(0, 60) };
  });
}

function readProducts(said: unknown, key: string): AskedProduct[] {
  if (!Array.isArray(said)) throw badInput('form.products_wrong', { field: key });
  if (said.length > MOST_PRODUCTS) {
    throw badInput('form.too_many_products', { field: key, params: { most: MOST_PRODUCTS } });
  }
  return said.map((line, index) => {
    const at = `${key}.${index}`;
    if (!isPlain(line)) throw badInput('form.products_wrong', { field: at });
    const { product, quantity = '1', options, ...others } = line;
    const [unknown] = Object.keys(others);
    if (unknown !== undefined) throw badInput('form.products_wrong', { field: `${at}.${unknown.slice(0, 60)}` });
    if (typeof product !== 'string' || !DOCUMENT_ID.test(product)) {
      throw badInput('form.product_unknown', { field: `${at}.product` });
    }
    const typed = typeof quantity === 'number' ? String(quantity) : quantity;
    const read = typeof typed === 'string' && typed.length <= 40 ? parseQuantity(typed) : undefined;
    if (read === undefined || read <= 0n) throw badInput('form.quantity_wrong', { field: `${at}.quantity` });
    const chosen = readOptions(options, `${at}.options`);
    return { product, quantity: formatQuantity(read), ...(chosen ? { options: chosen } : {}) };
  });
}

/** The answer to one question as it is kept, or the refusal that names it. */
function readValue(field: FormField, said: unknown, language: Language): AnswerValue {
  const { key, kind, choices } = field;
  const params = { label: labelIn(field.label, language) };
  if (kind === 'product') return readProducts(said, key);
  if (kind === 'consent') {
    if (said !== true) throw badInput('form.consent_wrong', { field: key, params });
    return true;
  }
  const typed = kind === 'number' && typeof said === 'number' ? String(said) : said;
  if (typeof typed !== 'string') throw badInput('form.answer_no_text', { field: key, params });
  const text = typed.trim();
  if (kind === 'choice') {
    if (choices?.some(({ value }) => value === text)) return text;
    const values = (choices ?? []).map(({ value }) => value).join(', ');
    throw badInput('form.no_such_choice', { field: key, params: { ...params, values } });
  }
  const most = longest(field);
  if (text.length > most) throw badInput('form.answer_too_long', { field: key, params: { ...params, most } });
  switch (kind) {
    case 'email':
      if (!isEmail(text)) throw badInput('email.invalid', { field: key });
      return lowerEmail(text);
    case 'phone':
      return readPhone(text, key) ?? '';
    case 'number':
      if (!NUMBER.test(text)) throw badInput('form.number_wrong', { field: key, params });
      return text;
    default:
      return text;
  }
}

/**
 * What was written into a form, each answer with its question as it is now. Refuses, naming the field, what the form does
 * not ask, what it asks and is not there, and what is no answer to the question.
 */
export function readAnswers(
  fields: readonly FormField[],
  said: Readonly<Record<string, unknown>>,
  language: Language,
): FrozenAnswer[] {
  const known = new Set([TRAP, ...fields.map(({ key }) => key)]);
  const unknown = Object.keys(said).find((key) => !known.has(key));
  if (unknown !== undefined) {
    const field = unknown.slice(0, 60);
    throw badInput('form.unknown_answer', {
      field,
      params: { field, fields: fields.map(({ key }) => key).join(', ') },
    });
  }
  return fields.flatMap((field): FrozenAnswer[] => {
    const { key, kind, label, required, choices } = field;
    const answer = Object.hasOwn(said, key) ? said[key] : undefined;
    if (isNothing(answer)) {
      if (!required) return [];
      const code = kind === 'consent' ? 'form.consent_missing' : 'form.answer_missing';
      throw badInput(code, { field: key, params: { label: labelIn(label, language) } });
    }
    const value = readValue(field, answer, language);
    const choice = choices?.find((one) => one.value === value)?.label;
    return [{ ...{ key, kind, label, value }, ...(choice ? { choice } : {}) }];
  });
}

/** Whether a machine filled in what no person sees. */
export const isTrapped = (said: Readonly<Record<string, unknown>>): boolean =>
  Object.hasOwn(said, TRAP) && !isNothing(said[TRAP]);

/** Who wrote: what stands under `name`, and the first mail address and number. */
export function personIn(answers: readonly FrozenAnswer[]): Pick<SubmissionFacts, 'name' | 'email' | 'phone'> {
  const textOf = (found: FrozenAnswer | undefined): string | null =>
    typeof found?.value === 'string' && found.value !== '' ? found.value : null;
  return {
    name: textOf(answers.find(({ key, kind }) => key === 'name' && kind === 'text'))?.slice(0, 200) ?? null,
    email: textOf(answers.find(({ kind }) => kind === 'email')),
    phone: textOf(answers.find(({ kind }) => kind === 'phone'))?.slice(0, 40) ?? null,
  };
}

/** All products that were asked for, each with its place in what was sent: `products.0`. */
export const productsIn = (answers: readonly FrozenAnswer[]): (AskedProduct & { field: string })[] =>
  answers.flatMap(({ key, kind, value }) =>
    kind === 'product' && Array.isArray(value)
      ? (value as AskedProduct[]).map((asked, index) => ({ ...asked, field: `${key}.${index}` }))
      : [],
  );
