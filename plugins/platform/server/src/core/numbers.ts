import { formatNumber, HEAD_OFFICE, periodKey, readNumber } from '../../../kernel/src';
import type { NumberRequest, SeriesSeed } from '../../../kit/src/platform';
import type { Rows } from '../../../kit/src/rows';
import { type Counting, countingOf, keyOf, type SeriesRow } from '../number-series/counting';
import { documentIds } from './random-ids';

export const SERIES = 'plugin::platform.number-series';
export const BRANCH = 'plugin::platform.branch';

interface Branch {
  id: number;
  code: string;
}

interface Group extends Counting {
  series: string;
  period: string;
  places: number[];
}

/**
 * Gapless numbers. A row (series, branch, period) is the counter; taking n numbers is one `UPDATE … RETURNING` that
 * locks the row until the transaction ends, so a rollback gives them back and concurrent takers queue. Deadlock cannot
 * arise because rows are taken in the order of their key and the series are the last locks of every use case.
 */
export function createNumbers(rows: Rows, seeds: () => readonly SeriesSeed[]) {
  const seriesOf = (codes: readonly string[]): Promise<SeriesRow[]> =>
    rows.find<SeriesRow>(SERIES, (query, column) => void query.whereIn(column('code'), codes), {
      fields: ['code', 'branch', 'period', 'pattern'],
    });

  const branchesOf = async (requests: readonly NumberRequest[]): Promise<Map<number, Branch>> => {
    const ids = requests.flatMap((request) => (request.branch === null ? [] : [request.branch]));
    const found = await rows.byIds<Branch>(BRANCH, ids, { fields: ['code'] });
    return new Map(found.map((branch) => [branch.id, branch]));
  };

  async function take(requests: readonly NumberRequest[]): Promise<string[]> {
    if (requests.length === 0) return [];
    const known = await seriesOf([...new Set(requests.map((request) => request.series))]);
    const branches = await branchesOf(requests);
    const branchOf = ({ branch }: NumberRequest): Branch | null =>
      branch === null ? null : (branches.get(branch) ?? null);
    const seedOf = new Map(seeds().map((seed) => [seed.code, seed]));

    const groups = new Map<string, Group>();
    requests.forEach((request, place) => {
      const seed = seedOf.get(request.series);
      if (!seed) throw new Error(`No number series ${request.series}`);
      const counting = countingOf(seed, known, branchOf(request));
      const period = periodKey(counting.pattern, request.date);
      const key = keyOf(request.series, counting.branch, period);
      const group = groups.get(key) ?? { ...counting, series: request.series, period, places: [] };
      group.places.push(place);
      groups.set(key, group);
    });

    const numbers = new Array<string>(requests.length).fill('');
    for (const key of [...groups.keys()].sort()) {
      const group = groups.get(key);
      if (!group) continue;
      const last = await advance(group, key);
      group.places.forEach((place, index) => {
        const request = requests[place];
        if (!request) return;
        numbers[place] = formatNumber(group.pattern, {
          date: request.date,
          counter: Number(last) - group.places.length + index + 1,
          branch: branchOf(request)?.code ?? HEAD_OFFICE,
        });
      });
    }
    return numbers;
  }

  async function advance({ series, branch, period, pattern, places }: Group, seriesKey: string): Promise<bigint> {
    const table = rows.table(SERIES);
    const bump = async (): Promise<bigint | undefined> => {
      const [row] = await rows.ask<{ counter: string | number }>(
        `update "${table}" set counter = counter + ? where series_key = ? returning counter`,
        [places.length, seriesKey],
      );
      return row ? BigInt(row.counter) : undefined;
    };
    const taken = await bump();
    if (taken !== undefined) return taken;
    // First number of the period. Two who come at once: the unique key lets one row in, both then count on it.
    await insertUnlessThere({ code: series, branch, period, pattern, seriesKey, startsAfter: 0n, counter: 0n });
    const counted = await bump();
    if (counted === undefined) throw new Error(`Number series ${seriesKey} vanished`);
    return counted;
  }

  /** The counter of a period that has none yet. */
  async function insertUnlessThere(row: Omit<SeriesRow, 'id' | 'documentId'>): Promise<void> {
    const knex = await rows.knex();
    const values: Record<string, unknown> = { document_id: documentIds(1)[0] };
    for (const [attribute, value] of Object.entries(row)) {
      values[rows.column(SERIES, attribute)] = typeof value === 'bigint' ? value.toString() : value;
    }
    await knex(rows.table(SERIES)).insert(values).onConflict('series_key').ignore();
  }

  /** Of numbers that are brought in, those that a series would still give, with what it has counted so far. */
  async function ahead(series: string, texts: readonly string[], since: string): Promise<Map<string, bigint>> {
    const seed = seeds().find(({ code }) => code === series);
    if (!seed || texts.length === 0) return new Map();
    const known = await rows.find<SeriesRow>(SERIES, (query, column) => void query.where(column('code'), series), {
      fields: ['code', 'branch', 'period', 'pattern', 'counter'],
    });
    const branches = await rows.find<Branch>(BRANCH, () => undefined, { fields: ['code'] });
    const countings = [null, ...branches].map((branch) => countingOf(seed, known, branch));
    const found = new Map<string, bigint>();
    for (const text of texts) {
      for (const { pattern, branch } of countings) {
        const read = readNumber(pattern, text);
        const isOver = read === undefined || (read.period !== '' && read.period < periodKey(pattern, since));
        if (isOver) continue;
        const last = known.find((row) => row.branch === branch && row.period === read.period)?.counter ?? 0n;
        if (BigInt(read.counter) > last) found.set(text, last);
      }
    }
    return found;
  }

  return { take, ahead };
}
