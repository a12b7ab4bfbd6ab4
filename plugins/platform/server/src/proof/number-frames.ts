import { HEAD_OFFICE, type NumberFrame, numberFrame } from '../../../kernel/src';
import type { SeriesSeed } from '../../../kit/src/platform';
import type { SeriesRow } from '../number-series/counting';

/** A pattern that was given up; its numbers stay. */
export interface PastPattern {
  series: string;
  /** Code of the branch whose own it was; null: the company's. */
  branch: string | null;
  pattern: string;
}

/** A counter with what its numbers can look like, the present look first. */
export interface FramedSeries {
  row: SeriesRow;
  /** Code. */
  branch: string;
  frames: NumberFrame[];
}

export const frameKey = ({ head, tail }: Pick<NumberFrame, 'head' | 'tail'>): string => `${head}\n${tail}`;

const namesBranch = (pattern: string): boolean => pattern.includes('{BR}');

/**
 * The counters of a series with the frames of their numbers. A counter goes on where its pattern is changed, so that it
 * may have numbers of several. A branch counts by patterns of its own, and by those of the company that name it; by
 * others it counts with the company. Pure.
 */
export function framedSeries(
  seed: SeriesSeed,
  rows: readonly SeriesRow[],
  past: readonly PastPattern[],
  branches: readonly { id: number; code: string }[],
): FramedSeries[] {
  const own = rows.filter((row) => row.code === seed.code);
  const codes = new Map(branches.map(({ id, code }) => [id, code]));
  const codeOf = (branch: number | null): string => (branch === null ? HEAD_OFFICE : (codes.get(branch) ?? ''));
  const givenUp = past.filter(({ series }) => series === seed.code);
  const companys = new Set([
    ...own.flatMap(({ branch, pattern }) => (branch === null ? [pattern] : [])),
    ...givenUp.flatMap(({ branch, pattern }) => (branch === null ? [pattern] : [])),
    seed.pattern,
  ]);
  return own.map((row) => {
    const branch = codeOf(row.branch);
    const ofBranch = givenUp.flatMap((one) => (one.branch === branch ? [one.pattern] : []));
    const patterns =
      row.branch === null
        ? [row.pattern, ...companys]
        : [row.pattern, ...ofBranch, ...companys].filter((one) => !companys.has(one) || namesBranch(one));
    const frames = [...new Set(patterns)].flatMap((pattern) => numberFrame(pattern, row.period, branch) ?? []);
    return { row, branch, frames: [...new Map(frames.map((frame) => [frameKey(frame), frame])).values()] };
  });
}

/** A run of counters, both ends included. */
export interface Run {
  from: bigint;
  to: bigint;
}

/** Runs as they stand on paper: `INV-2569-000003, INV-2569-000007–INV-2569-000009`. */
export function writtenRuns({ frames: [frame] }: FramedSeries, runs: readonly Run[]): string {
  const { head, tail, width } = frame ?? { head: '', tail: '', width: 1 };
  const written = (counter: bigint): string => `${head}${String(counter).padStart(width, '0')}${tail}`;
  return runs.map(({ from, to }) => (from === to ? written(from) : `${written(from)}–${written(to)}`)).join(', ');
}
