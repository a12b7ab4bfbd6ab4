import { buddhistYear, monthOf, yearOf, type CivilDate } from './dates';

/**
 * Patterns of document numbers. Tokens: `{YYYY}` `{YY}` Gregorian year, `{BBBB}` `{BB}` Buddhist year, `{MM}` month,
 * `{BR}` branch code, `{N:6}` the counter with zeros to that width. All else stands as it is.
 */

/** What a number is made of: the document's civil date, the counter within its period, the branch where it is named. */
export interface NumberParts {
  date: CivilDate;
  counter: number;
  branch?: string;
}

const TOKEN = /\{([^{}]*)\}/g;
const COUNTER = /^N:([1-9]|1[0-2])$/;
const YEAR_TOKENS = ['YYYY', 'YY', 'BBBB', 'BB'];
const PLAIN_TOKENS = [...YEAR_TOKENS, 'MM', 'BR'];

const tokensOf = (pattern: string): string[] => [...pattern.matchAll(TOKEN)].map((match) => match[1] ?? '');
const hasYear = (tokens: readonly string[]): boolean => tokens.some((token) => YEAR_TOKENS.includes(token));

/**
 * What is wrong with a pattern, as a code for the reader, or undefined when it is sound:
 * `number_pattern.unknown_token` (also a stray brace), `number_pattern.counter_missing`,
 * `number_pattern.counter_repeated`, `number_pattern.month_without_year` (each January would repeat the last).
 */
export function validatePattern(pattern: string): string | undefined {
  const tokens = tokensOf(pattern);
  const counters = tokens.filter((token) => COUNTER.test(token));
  const stray = /[{}]/.test(pattern.replace(TOKEN, ''));
  if (stray || tokens.some((token) => !PLAIN_TOKENS.includes(token) && !COUNTER.test(token))) {
    return 'number_pattern.unknown_token';
  }
  if (counters.length === 0) return 'number_pattern.counter_missing';
  if (counters.length > 1) return 'number_pattern.counter_repeated';
  if (tokens.includes('MM') && !hasYear(tokens)) return 'number_pattern.month_without_year';
  return undefined;
}

/** Patterns found sound: a run takes thousands of numbers of one pattern. */
const sound = new Set<string>();
const MOST_KNOWN = 1000;

function refuseUnsound(pattern: string): void {
  if (sound.has(pattern)) return;
  const problem = validatePattern(pattern);
  if (problem) throw new RangeError(`${problem}: ${pattern}`);
  if (sound.size < MOST_KNOWN) sound.add(pattern);
}

/**
 * The number: `RC-{BBBB}-{N:6}` on 2026-11-23 with counter 1 is `RC-2569-000001`. A counter wider than its place is
 * written whole, so no number comes twice. RangeError when the pattern is unsound, the counter is not a whole number of
 * 1 or more, or the pattern names a branch and there is none.
 */
export function formatNumber(pattern: string, parts: NumberParts): string {
  if (!Number.isSafeInteger(parts.counter) || parts.counter < 1) {
    throw new RangeError(`number pattern: the counter is ${parts.counter}`);
  }
  return written(pattern, parts, (width) => String(parts.counter).padStart(width, '0'));
}

function written(
  pattern: string,
  { date, branch }: Omit<NumberParts, 'counter'>,
  counter: (width: number) => string,
): string {
  refuseUnsound(pattern);
  const year = yearOf(date);
  const write = (value: number): string => String(value).padStart(4, '0');
  const values: Record<string, () => string> = {
    YYYY: () => write(year),
    YY: () => write(year).slice(-2),
    BBBB: () => write(buddhistYear(year)),
    BB: () => write(buddhistYear(year)).slice(-2),
    MM: () => monthOf(date).slice(5),
    BR: () => {
      if (!branch) throw new RangeError(`number pattern: ${pattern} needs a branch`);
      return branch;
    },
  };
  return pattern.replace(TOKEN, (_, token: string) => {
    const width = COUNTER.exec(token)?.[1];
    return width === undefined ? (values[token]?.() ?? '') : counter(Number(width));
  });
}

/** What stands around the counter in each number of one period. */
export interface NumberFrame {
  head: string;
  tail: string;
  /** How many digits the counter has at least. */
  width: number;
}

/** The frame of a period's numbers; undefined where the pattern counts in periods of another kind. */
export function numberFrame(pattern: string, period: string, branch: string): NumberFrame | undefined {
  const date = period === '' ? '2000-01-01' : `${period}-01-01`.slice(0, 10);
  if (periodKey(pattern, date) !== period) return undefined;
  let width = 0;
  const [head = '', tail = ''] = written(pattern, { date, branch }, (digits) => {
    width = digits;
    return '\n';
  }).split('\n');
  return { head, tail, width };
}

/** The period the counter counts in, Gregorian: `2026-11` with a month, `2026` with a year, else `` (it never restarts). */
export function periodKey(pattern: string, date: CivilDate): string {
  const tokens = tokensOf(pattern);
  if (tokens.includes('MM')) return monthOf(date);
  return hasYear(tokens) ? monthOf(date).slice(0, 4) : '';
}

/** A number read back: the period it was counted in, and which of it it was. */
export interface ReadNumber {
  period: string;
  counter: number;
  /** Where the pattern names it. */
  branch?: string;
}

const GROUPS: Record<string, string> = {
  YYYY: '(\\d{4})',
  YY: '(\\d{2})',
  BBBB: '(\\d{4})',
  BB: '(\\d{2})',
  MM: '(\\d{2})',
  BR: '(\\d{5})',
};
/** Two digits of a year are of this century, or of that which the Buddhist calendar has with it. */
const YEARS: Record<string, (digits: number) => number> = {
  YYYY: (digits) => digits,
  YY: (digits) => 2000 + digits,
  BBBB: (digits) => digits - 543,
  BB: (digits) => 2500 + digits - 543,
};

/** What a number says that a pattern made: the other way round of `formatNumber`. Undefined where it made none such. */
export function readNumber(pattern: string, text: string): ReadNumber | undefined {
  refuseUnsound(pattern);
  const tokens = tokensOf(pattern);
  const plain = pattern.split(TOKEN).map((part, index) => {
    if (index % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return GROUPS[part] ?? `(\\d{${COUNTER.exec(part)?.[1] ?? 1},15})`;
  });
  const found = new RegExp(`^${plain.join('')}$`, 'u').exec(text);
  if (!found) return undefined;
  const values = tokens.map((token, index) => ({ token, digits: found[index + 1] ?? '' }));
  const counter = Number(values.find(({ token }) => COUNTER.test(token))?.digits);
  const year = values.flatMap(({ token, digits }) => YEARS[token]?.(Number(digits)) ?? [])[0];
  const month = values.find(({ token }) => token === 'MM')?.digits;
  const branch = values.find(({ token }) => token === 'BR')?.digits;
  if (counter < 1 || (year !== undefined && year < 1) || (month !== undefined && (month < '01' || month > '12'))) {
    return undefined;
  }
  const yearText = year === undefined ? '' : String(year).padStart(4, '0');
  return {
    period: month === undefined ? yearText : `${yearText}-${month}`,
    counter,
    ...(branch === undefined ? {} : { branch }),
  };
}
