import type { MessageParams } from './messages';
import { isRefusal } from './refusal';

type Say = (code: string, params?: MessageParams) => string;

const LONGEST = 2000;
/** STX and ETX. No door lets them in: what people typed is never taken for words that were kept. */
const BEGINS = '\u0002';
const ENDS = '\u0003';
const KEPT = new RegExp(`${BEGINS}([^${ENDS}]*)${ENDS}`, 'g');

interface Kept {
  code: string;
  params?: MessageParams;
}

/** Whether a text holds what only kept words may. */
export const hasKeptMarks = (text: string): boolean => text.includes(BEGINS) || text.includes(ENDS);

/** A text of others, which must not be taken for words that we kept. */
export const withoutKeptMarks = (text: string): string => text.replaceAll(BEGINS, '').replaceAll(ENDS, '');

/**
 * What the system says by itself, as a column or an event keeps it beside what people type there: by its code, so that
 * each reader is told in their own language.
 */
export const keepWords = (code: string, params?: MessageParams): string =>
  `${BEGINS}${JSON.stringify({ code, params } satisfies Kept)}${ENDS}`;

/** What went wrong, as a column keeps it: a refusal by its code, a defect by its own words. */
export function keepProblem(error: unknown): string {
  if (isRefusal(error)) return keepWords(error.code, error.params);
  const text = error instanceof Error ? error.message || error.name : String(error);
  // PostgreSQL keeps no U+0000.
  return withoutKeptMarks(text.replaceAll('\u0000', '')).slice(0, LONGEST);
}

/** What cannot be read is told as it is. */
function told(json: string, say: Say): string {
  try {
    const { code, params } = JSON.parse(json) as Kept;
    return say(code, params);
  } catch {
    return json;
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** A text, or all texts of a list or record, with kept words as their reader is told them. */
export function tellWords<T>(value: T, say: Say): T {
  if (typeof value === 'string') {
    return (value.includes(BEGINS) ? value.replace(KEPT, (_, json: string) => told(json, say)) : value) as T;
  }
  if (Array.isArray(value)) return value.map((one: unknown) => tellWords(one, say)) as T;
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, tellWords(inner, say)])) as T;
}

/** The kept problem for a reader. Where nobody types, words that were kept without marks are known too. */
export function tellProblem(kept: string | null, say: Say): string | null {
  return kept?.startsWith('{"code":') ? told(kept, say) : tellWords(kept, say);
}
