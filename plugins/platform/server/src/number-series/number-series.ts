import { badInput, formatNumber, HEAD_OFFICE, type Language, notFound, periodKey } from '../../../kernel/src';
import type { Platform, SeriesSeed } from '../../../kit/src/platform';
import { BRANCH, SERIES } from '../core/numbers';
import { countingOf, keyOf, type SeriesRow } from './counting';
import { decidePattern } from './decide-pattern';

export interface BranchRow {
  id: number;
  documentId: string;
  code: string;
  name: string;
  active: boolean;
}

/** A series of one branch as staff see it. */
export interface SeriesShown {
  series: string;
  name: Record<Language, string>;
  /** Null: the head office and every branch without a pattern of its own. */
  branch: { documentId: string; code: string; name: string } | null;
  pattern: string;
  own: boolean;
  /** How many numbers were given here in the period of today. */
  issued: string;
  /** The last number of that period that was given elsewhere; 0: none. */
  startsAfter: string;
  next: string;
}

export const allRows = (platform: Platform): Promise<SeriesRow[]> =>
  platform.rows.find<SeriesRow>(SERIES, () => undefined);

export const branchRows = (platform: Platform): Promise<BranchRow[]> =>
  platform.rows.find<BranchRow>(BRANCH, (query, column) => void query.orderBy(column('code')));

export function shown(
  seed: SeriesSeed,
  branch: BranchRow | null,
  rows: readonly SeriesRow[],
  today: string,
): SeriesShown {
  const { pattern, own, branch: counter } = countingOf(seed, rows, branch);
  const key = keyOf(seed.code, counter, periodKey(pattern, today));
  const row = rows.find((one) => one.seriesKey === key);
  const last = row?.counter ?? 0n;
  return {
    series: seed.code,
    name: seed.name,
    branch: branch && { documentId: branch.documentId, code: branch.code, name: branch.name },
    pattern,
    own,
    issued: String(last - (row?.startsAfter ?? 0n)),
    startsAfter: String(row?.startsAfter ?? 0n),
    next: formatNumber(pattern, { date: today, counter: Number(last) + 1, branch: branch?.code ?? HEAD_OFFICE }),
  };
}

/** Every series with the pattern of the company and of each branch, and the number that comes next. */
export async function listSeries(platform: Platform, seeds: readonly SeriesSeed[]): Promise<SeriesShown[]> {
  const rows = await allRows(platform);
  const branches = (await branchRows(platform)).filter(({ code, active }) => active && code !== HEAD_OFFICE);
  const today = platform.clock.today();
  return seeds.flatMap((seed) =>
    (seed.companyWide ? [null] : [null, ...branches]).map((branch) => shown(seed, branch, rows, today)),
  );
}

export interface PatternChange {
  series: string;
  /** Document id. */
  branch: string | null;
  pattern: string | null;
}

/** Gives a series its pattern from now on; numbers that were given stay, and the counter of the period counts on. */
export async function changePattern(
  platform: Platform,
  seeds: readonly SeriesSeed[],
  change: PatternChange,
): Promise<SeriesShown> {
  const seed = seeds.find((one) => one.code === change.series);
  if (!seed) throw notFound('number_series.unknown', { field: 'series' });
  return platform.transaction(async () => {
    const branches = await branchRows(platform);
    const branch = change.branch === null ? null : branches.find((one) => one.documentId === change.branch);
    if (branch === undefined) throw badInput('branch.unknown', { field: 'branch' });
    if (branch && seed.companyWide) throw badInput('number_series.company_wide', { field: 'branch' });
    if (branch?.code === HEAD_OFFICE) throw badInput('number_series.head_office', { field: 'branch' });
    const before = await allRows(platform);
    const past = countingOf(seed, before, branch).pattern;
    const { pattern, ids } = decidePattern(
      { seed, branch: branch?.id ?? null, pattern: change.pattern },
      seeds,
      before,
    );
    await platform.rows.update(
      SERIES,
      ids.map((id) => ({ id, pattern })),
    );
    const period = periodKey(pattern, platform.clock.today());
    const seriesKey = keyOf(seed.code, branch?.id ?? null, period);
    const row = {
      code: seed.code,
      branch: branch?.id ?? null,
      period,
      pattern,
      seriesKey,
      startsAfter: 0n,
      counter: 0n,
    };
    // The row that bears the pattern also where nothing was counted yet.
    await platform.rows.insert(SERIES, [row], { conflict: 'ignore' });
    const after = await allRows(platform);
    const subject = after.find((one) => one.seriesKey === seriesKey);
    if (subject && past !== pattern) {
      await platform.events.record([
        {
          name: 'number-series.changed',
          subject: { type: SERIES, id: subject.id, documentId: subject.documentId },
          before: { series: seed.code, branch: branch?.code ?? null, pattern: past },
          after: { series: seed.code, branch: branch?.code ?? null, pattern },
        },
      ]);
    }
    return shown(seed, branch, after, platform.clock.today());
  });
}
