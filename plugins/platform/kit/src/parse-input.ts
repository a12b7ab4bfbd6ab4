import type { z } from 'zod';
import { badInput, hasControlCharacters } from '../../kernel/src';

/** Path of the first text with control characters, or undefined. Depth is bounded: deeper is nobody's order. */
function controlCharacterAt(value: unknown, path: string[], depth = 0): string[] | undefined {
  if (depth > 20) return path;
  if (typeof value === 'string') return hasControlCharacters(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (hasControlCharacters(key)) return [...path, '?'];
    const found = controlCharacterAt(inner, [...path, key], depth + 1);
    if (found) return found;
  }
  return undefined;
}

type Issue = z.core.$ZodIssue;

/** Our code of a zod issue: a rule may bring its own by `params: { code }`. */
function codeOf(issue: Issue): string {
  const own = (issue as { params?: { code?: string } }).params?.code;
  if (own) return own;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'input.required' : 'input.wrong_type';
    case 'too_big':
      return issue.origin === 'string'
        ? 'input.too_long'
        : issue.origin === 'array'
          ? 'input.too_many'
          : 'input.too_large';
    case 'too_small':
      return issue.origin === 'string'
        ? 'input.too_short'
        : issue.origin === 'array'
          ? 'input.too_few'
          : 'input.too_small';
    case 'unrecognized_keys':
      return 'input.unknown_field';
    case 'invalid_value':
      return 'input.not_one_of';
    default:
      return 'input.invalid';
  }
}

function paramsOf(issue: Issue): Record<string, string | number> {
  switch (issue.code) {
    case 'invalid_type':
      return { expected: issue.expected };
    case 'too_big':
      return { maximum: String(issue.maximum) };
    case 'too_small':
      return { minimum: String(issue.minimum) };
    case 'unrecognized_keys':
      return { fields: issue.keys.join(', ').slice(0, 200) };
    case 'invalid_value':
      return { values: issue.values.map(String).join(', ') };
    case 'custom': {
      // What a rule of ours says besides its code.
      const { code: _code, ...own } = (issue.params ?? {}) as Record<string, string | number>;
      return own;
    }
    default:
      return {};
  }
}

/** The input in the action's shape, or a 400 that names the first field that is wrong and what would be right. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const dirty = controlCharacterAt(raw, []);
  if (dirty) throw badInput('input.control_characters', { field: dirty.join('.') });
  const parsed = schema.safeParse(raw ?? {}, { reportInput: true });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (!issue) throw badInput('input.invalid');
  const field = issue.path.map(String).join('.');
  throw badInput(codeOf(issue), { field: field || undefined, params: { field: field || '-', ...paramsOf(issue) } });
}
