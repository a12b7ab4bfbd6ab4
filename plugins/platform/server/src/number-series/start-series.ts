import { badInput, conflict, formatNumber, HEAD_OFFICE, notFound, periodKey, readNumber } from '../../../kernel/src';
import type { Platform, SeriesSeed } from '../../../kit/src/platform';
import { SERIES } from '../core/numbers';
import { type Counting, countingOf, keyOf, type SeriesRow } from './counting';
import { allRows, type BranchRow, branchRows, type SeriesShown, shown } from './number-series';

const MOST = 999_999_999_999;

/** Which number of which period was the last: said as it stood on the paper, or as a whole number of the period of today. */
export function lastOf(
  { pattern }: Pick<Counting, 'pattern'>,
  text: string,
  { today, branch }: { today: string; branch: string },
): { period: string; last: bigint } {
  const now = periodKey(pattern, today);
  if (/^\d{1,12}$/.test(text)) return { period: now, last: BigInt(text) };
  const read = readNumber(pattern, text);
  const isOurs = read && read.counter <= MOST && (read.branch ?? branch) === branch && read.period <= now;
  if (isOurs) return { period: read.period, last: BigInt(read.counter) };
  throw badInput('number_series.number_unlike', {
    field: 'last',
    params: { number: text, example: formatNumber(pattern, { date: today, counter: 123, branch }) },
  });
}

/**
 * Whether a series still has to be told where it goes on. Only upwards, and only while no number was given here in that
 * period: what lies between would be missing. Pure.
 */
export function decideStart(row: Pick<SeriesRow, 'counter' | 'startsAfter'>, last: bigint): boolean {
  if (row.startsAfter === last) return false;
  if (row.counter > row.startsAfter) {
    throw conflict('number_series.in_use', { field: 'last', params: { last: String(row.counter) } });
  }
  if (last < row.startsAfter) {
    throw conflict('number_series.only_upwards', { field: 'last', params: { last: String(row.startsAfter) } });
  }
  return true;
}

export interface SeriesStart {
  series: string;
  /** Document id. */
  branch: string | null;
  /** The last number that was given elsewhere. */
  last: string;
  /** A day of the period that a counter alone is of; today where it is not said. */
  on?: string;
}

/** What series and branches there are, as a start is held against them. */
export interface SeriesThere {
  seeds: readonly SeriesSeed[];
  rows: readonly SeriesRow[];
  branches: readonly BranchRow[];
  today: string;
}

/** The counter that is meant, and the last number it goes on after. Pure. */
export function meantBy(start: SeriesStart, { seeds, rows, branches, today }: SeriesThere) {
  const seed = seeds.find((one) => one.code === start.series);
  if (!seed) throw notFound('number_series.unknown', { field: 'series' });
  const branch = start.branch === null ? null : branches.find((one) => one.documentId === start.branch);
  if (branch === undefined) throw badInput('branch.unknown', { field: 'branch' });
  // A period that has not begun would go on in silence when it does, and nobody could take that back.
  if (start.on !== undefined && start.on > today) {
    throw badInput('series_import.day_ahead', { field: 'on', params: { date: start.on, today } });
  }
  const counting = countingOf(seed, rows, branch);
  if (branch !== null && counting.branch === null) throw badInput('number_series.with_company', { field: 'branch' });
  const code = branch?.code ?? HEAD_OFFICE;
  const { period, last } = lastOf(counting, start.last, { today: start.on ?? today, branch: code });
  const { pattern } = counting;
  const key = keyOf(seed.code, counting.branch, period);
  return { seed, branch, period, last, pattern, counter: counting.branch, seriesKey: key };
}

/** Says after which numbers of the books before series go on: all of them, or none. */
export async function startSeries(
  platform: Platform,
  seeds: readonly SeriesSeed[],
  starts: readonly SeriesStart[],
): Promise<SeriesShown[]> {
  return platform.transaction(async () => {
    const today = platform.clock.today();
    const branches = await branchRows(platform);
    const there = { seeds, rows: await allRows(platform), branches, today };
    const meant = starts.map((start) => meantBy(start, there));
    await platform.rows.insert(
      SERIES,
      meant.map(({ seed, counter, period, pattern, seriesKey }) => ({
        ...{ code: seed.code, branch: counter, period, pattern, seriesKey, startsAfter: 0n, counter: 0n },
      })),
      { conflict: 'ignore' },
    );
    const locked = await platform.rows.find<SeriesRow>(
      SERIES,
      (query, column) =>
        void query
          .whereIn(
            column('seriesKey'),
            meant.map(({ seriesKey }) => seriesKey),
          )
          .orderBy(column('seriesKey')),
      { lock: 'wait' },
    );
    const byKey = new Map(locked.map((row) => [row.seriesKey, row]));
    const fresh = meant.flatMap((one) => {
      const row = byKey.get(one.seriesKey);
      return row && decideStart(row, one.last) ? [{ ...one, row }] : [];
    });
    await platform.rows.update(
      SERIES,
      fresh.map(({ row, last }) => ({ id: row.id, startsAfter: last, counter: last })),
    );
    await platform.events.record(
      fresh.map(({ row, seed, branch, period, last }) => ({
        name: 'number-series.started',
        subject: { type: SERIES, id: row.id, documentId: row.documentId },
        before: { series: seed.code, branch: branch?.code ?? null, last: String(row.startsAfter) },
        after: { series: seed.code, branch: branch?.code ?? null, period, last: String(last) },
      })),
    );
    const after = await allRows(platform);
    return meant.map(({ seed, branch }) => shown(seed, branch, after, today));
  });
}
