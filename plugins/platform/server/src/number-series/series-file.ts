import {
  badInput,
  formatNumber,
  HEAD_OFFICE,
  isRefusal,
  periodKey,
  readBranchCode,
  type Refusal,
} from '../../../kernel/src';
import {
  type DecidedRow,
  type ImportKind,
  importLife,
  readCells,
  type SaidRow,
  wordsFor,
} from '../../../kit/src/imports';
import type { SeriesSeed } from '../../../kit/src/platform';
import { coreOf } from '../core/core-of';
import { allRows, branchRows } from './number-series';
import { SERIES_HEADINGS, type SeriesField } from './series-columns';
import { decideStart, meantBy, type SeriesStart, type SeriesThere, startSeries } from './start-series';

export const SERIES_IMPORT = 'plugin::platform.series-import';
export const SERIES_IMPORT_ROW = 'plugin::platform.series-import-row';
export const seriesLife = importLife('series-import');

export const seedsOf = (strapi: Parameters<typeof coreOf>[0]): readonly SeriesSeed[] =>
  coreOf(strapi).registry.collect((definition) => definition.series);

/** What a row says; one that names no number says nothing. */
export interface SeriesSaid {
  series: string;
  /** Its code; absent: the company. */
  branch?: string;
  last?: string;
  on?: string;
}

const startOf = ({ series, branch, last, on }: SeriesSaid, { branches }: SeriesThere): SeriesStart => {
  const named = branch === undefined ? null : branches.find(({ code }) => code === branch)?.documentId;
  if (named === undefined) throw badInput('branch.unknown', { field: 'branch' });
  return { series, branch: named, last: last ?? '', ...(on === undefined ? {} : { on }) };
};

/** Rows of one series and branch: each period is said once. */
function decideRows(rows: readonly SaidRow<SeriesSaid>[], there: SeriesThere) {
  const seen = new Map<string, number>();
  const starts: SeriesStart[] = [];
  const decide = ({ row, said }: SaidRow<SeriesSaid>): DecidedRow => {
    if (said.last === undefined) return { row, outcome: 'unchanged', columns: { next: null } };
    const start = startOf(said, there);
    const { seriesKey, pattern, period, last, branch } = meantBy(start, there);
    const first = seen.get(seriesKey);
    if (first !== undefined) throw badInput('series_import.twice', { field: 'series', params: { row: first } });
    seen.set(seriesKey, row);
    const isNow = period === periodKey(pattern, there.today);
    const number = { date: there.today, counter: Number(last) + 1, branch: branch?.code ?? HEAD_OFFICE };
    const columns = { next: isNow ? formatNumber(pattern, number) : null };
    const known = there.rows.find((one) => one.seriesKey === seriesKey);
    if (!decideStart(known ?? { counter: 0n, startsAfter: 0n }, last)) return { row, outcome: 'unchanged', columns };
    starts.push(start);
    return { row, outcome: 'started', columns };
  };
  const decided = rows.map((one): DecidedRow => {
    try {
      return decide(one);
    } catch (refusal) {
      if (!isRefusal(refusal)) throw refusal;
      return { row: one.row, outcome: 'wrong', refusal, columns: { next: null } };
    }
  });
  return { rows: decided, ...(starts.length > 0 ? { work: starts } : {}) };
}

/** Files of the last numbers that the books before have given. */
export const seriesFile = (
  seeds: () => readonly SeriesSeed[],
): ImportKind<SeriesField, SeriesSaid, SeriesStart[], object> => ({
  ...{ area: 'series_import', headings: SERIES_HEADINGS, anchors: ['series'] },
  ...{ type: SERIES_IMPORT, rowType: SERIES_IMPORT_ROW, event: 'series-import', life: seriesLife },
  ...{ keyColumn: 'series', longestKey: 80, blank: { next: null } },
  counts: { started: 'started', unchanged: 'unchanged', wrong: 'wrong' },
  async reader() {
    const known = seeds();
    const names = wordsFor(
      Object.fromEntries(known.map(({ code, name, words = [] }) => [code, [name.th, name.en, ...words]])),
    );
    const noSuchSeries = (value: string): Refusal =>
      badInput('series_import.no_such_series', {
        field: 'series',
        params: { value, known: { words: known.map(({ code }) => `series.${code}`) } },
      });
    return (cells, columns) => {
      const { text, date, wrong } = readCells(cells, columns, { area: 'series_import' });
      const said = text('series');
      if (said === '') throw wrong('missing', 'series');
      const series = names.get(said.toLowerCase());
      if (series === undefined) throw noSuchSeries(said);
      const branch = readBranchCode(text('branch'));
      const on = date('on');
      return {
        series,
        ...(branch !== '' && branch !== HEAD_OFFICE && { branch }),
        ...(text('last') !== '' && { last: text('last') }),
        ...(on && { on }),
      };
    };
  },
  keyOf: ({ series, branch }) => [series, branch].filter(Boolean).join(' '),
  async decide(platform, groups) {
    const there = {
      ...{ seeds: seeds(), rows: await allRows(platform), branches: await branchRows(platform) },
      today: platform.clock.today(),
    };
    return groups.map((rows) => decideRows(rows, there));
  },
  async write(platform, works) {
    await startSeries(platform, seeds(), works.flat());
  },
});
