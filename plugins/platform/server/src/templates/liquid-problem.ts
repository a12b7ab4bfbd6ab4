import type { MessageParams } from '../../../kernel/src';

/** What is wrong with a text, and where: lines and columns count from one. */
export interface TemplateProblem {
  code: string;
  params: MessageParams & { line: number; column: number };
}

interface LiquidError {
  name: string;
  message: string;
  token?: { getPosition?: () => [number, number] };
  originalError?: unknown;
}

/** What the engine refuses in its own words, by what staff have to mend. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^undefined filter: (.+)$/, 'template.filter_unknown'],
  [/^tag "?([^"]+)"? not found$/, 'template.tag_unknown'],
  [/^(?:output|tag) "?(.+?)"? not closed$/s, 'template.not_closed'],
];
const TOO_MUCH = / limit exceeded$/;

const NAMES = new Set(['ParseError', 'TokenizationError', 'RenderError', 'UndefinedVariableError', 'LiquidErrors']);

const isLiquidError = (error: unknown): error is LiquidError =>
  error instanceof Error && (NAMES.has(error.name) || 'token' in error);

/** Pure. Undefined where the error is none of the engine's. */
export function problemOf(error: unknown): TemplateProblem | undefined {
  if (error instanceof Error && TOO_MUCH.test(error.message.split(', line:')[0] ?? '')) {
    return { code: 'template.too_much', params: { line: 1, column: 1 } };
  }
  if (!isLiquidError(error)) return undefined;
  const [line = 1, column = 1] = error.token?.getPosition?.() ?? [];
  const said = (error.message.split(/, (?:line|file):/)[0] ?? '').trim();
  for (const [pattern, code] of KINDS) {
    const [, name] = pattern.exec(said) ?? [];
    if (name !== undefined) return { code, params: { name: name.slice(0, 80).trim(), line, column } };
  }
  return { code: 'template.syntax', params: { problem: said, line, column } };
}
