import { badInput, conflict, validatePattern } from '../../../kernel/src';
import type { SeriesSeed } from '../../../kit/src/platform';
import type { SeriesRow } from './counting';

const LONGEST = 40;
/** What stands well in a document number, a file name and a bank reference. */
const READABLE = /^[\p{L}\p{M}\p{N}\-/._{}:]+$/u;

/** Refuses a pattern that would not make numbers. Pure. */
function checkPattern(pattern: string): void {
  const field = 'pattern';
  const problem = validatePattern(pattern);
  if (problem) throw badInput(problem, { field });
  if (pattern.length > LONGEST) throw badInput('number_pattern.too_long', { field, params: { most: LONGEST } });
  if (!READABLE.test(pattern)) throw badInput('number_pattern.characters', { field });
}

export interface PatternWish {
  seed: SeriesSeed;
  branch: number | null;
  /** Null: the branch counts like the company again. */
  pattern: string | null;
}

/**
 * The rows whose pattern changes: those of the series and branch, and for the company's also those of the branches that
 * follow it. Refuses a pattern that another series or another branch has, for their numbers would be the same. Pure.
 */
export function decidePattern(
  { seed, branch, pattern }: PatternWish,
  seeds: readonly SeriesSeed[],
  rows: readonly SeriesRow[],
): { pattern: string; ids: number[] } {
  const patternOf = (code: string, id: number | null): string | undefined =>
    rows.filter((row) => row.code === code && row.branch === id).at(-1)?.pattern;
  const company = patternOf(seed.code, null) ?? seed.pattern;
  if (pattern === null && branch === null) throw badInput('number_pattern.counter_missing', { field: 'pattern' });
  const wanted = pattern ?? company;
  checkPattern(wanted);

  const otherSeries = seeds.find(
    (one) =>
      one.code !== seed.code &&
      ((patternOf(one.code, null) ?? one.pattern) === wanted ||
        rows.some((row) => row.code === one.code && row.pattern === wanted)),
  );
  if (otherSeries) {
    throw conflict('number_series.pattern_taken', {
      field: 'pattern',
      params: { pattern: wanted, series: `${otherSeries.name.th} (${otherSeries.name.en})` },
    });
  }
  const follows = (row: SeriesRow): boolean => branch === null && row.branch !== null && row.pattern === company;
  const otherBranch = rows.some(
    (row) =>
      row.code === seed.code &&
      row.branch !== branch &&
      row.branch !== null &&
      row.pattern === wanted &&
      !wanted.includes('{BR}') &&
      !follows(row),
  );
  if (otherBranch)
    throw conflict('number_series.branch_pattern_taken', { field: 'pattern', params: { pattern: wanted } });
  const own = rows.filter((row) => row.code === seed.code && (row.branch === branch || follows(row)));
  return { pattern: wanted, ids: own.map((row) => row.id) };
}
