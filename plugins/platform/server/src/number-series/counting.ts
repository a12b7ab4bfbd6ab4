import { HEAD_OFFICE } from '../../../kernel/src';
import type { SeriesSeed } from '../../../kit/src/platform';

/** A counter: one per series, branch and period. */
export interface SeriesRow {
  id: number;
  documentId: string;
  seriesKey: string;
  code: string;
  branch: number | null;
  period: string;
  pattern: string;
  /** The last number that was given elsewhere: this series goes on after it. */
  startsAfter: bigint;
  counter: bigint;
}

/** Which counter a branch counts on, and with which pattern. */
export interface Counting {
  pattern: string;
  /** Null: the company's own counter. */
  branch: number | null;
  /** The branch has a pattern of its own. */
  own: boolean;
}

export const keyOf = (code: string, branch: number | null, period: string): string =>
  `${code}|${branch ?? ''}|${period}`;

const namesBranch = (pattern: string): boolean => pattern.includes('{BR}');

/**
 * How a branch counts: by a pattern of its own, else by the company's. A pattern that does not name the branch would
 * give two branches the same numbers, so without one of its own a branch counts on with the company. The head office is
 * the company, whether it has a row or not.
 */
export function countingOf(
  seed: SeriesSeed,
  rows: readonly Pick<SeriesRow, 'code' | 'branch' | 'pattern'>[],
  branch: { id: number; code: string } | null,
): Counting {
  const patternOf = (id: number | null): string | undefined =>
    rows.filter((row) => row.code === seed.code && row.branch === id).at(-1)?.pattern;
  const company = patternOf(null) ?? seed.pattern;
  if (branch === null || branch.code === HEAD_OFFICE) return { pattern: company, branch: null, own: false };
  const own = patternOf(branch.id);
  if (own !== undefined && own !== company) return { pattern: own, branch: branch.id, own: true };
  return { pattern: company, branch: namesBranch(company) ? branch.id : null, own: false };
}
