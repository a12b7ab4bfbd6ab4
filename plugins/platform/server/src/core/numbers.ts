import { formatNumber, periodKey } from '../../../kernel/src';
import type { NumberRequest, SeriesSeed } from '../../../kit/src/platform';
import type { Rows } from '../../../kit/src/rows';
import { documentIds } from './random-ids';

const SERIES = 'plugin::platform.number-series';
const BRANCH = 'plugin::platform.branch';

interface SeriesRow {
  code: string;
  branch: number | null;
  period: string;
  pattern: string;
  counter: bigint;
}

/**
 * Gapless numbers. A row (series, branch, period) is the counter; taking n numbers is one `UPDATE … RETURNING` that
 * locks the row until the transaction ends, so a rollback gives them back and concurrent takers queue. Deadlock cannot
 * arise because rows are taken in the order of their key and the series are the last locks of every use case.
 */
export function createNumbers(rows: Rows, seeds: () => readonly SeriesSeed[]) {
  const keyOf = (code: string, branch: number | null, period: string): string => `${code}|${branch ?? ''}|${period}`;

  /** The pattern is the one staff last gave that series; a new period begins with the pattern of the one before. */
  async function patterns(codes: readonly string[]): Promise<Map<string, string>> {
    const found = await rows.find<SeriesRow>(SERIES, (query, column) => void query.whereIn(column('code'), codes), {
      fields: ['code', 'branch', 'period', 'pattern'],
    });
    const byCode = new Map<string, string>(seeds().map((seed) => [seed.code, seed.pattern]));
    for (const row of found) {
      byCode.set(row.code, row.pattern);
      byCode.set(`${row.code}|${row.branch ?? ''}`, row.pattern);
    }
    return byCode;
  }

  async function take(requests: readonly NumberRequest[]): Promise<string[]> {
    if (requests.length === 0) return [];
    const known = await patterns([...new Set(requests.map((request) => request.series))]);
    const branchCodes = new Map<number, string>();
    const branchIds = requests.flatMap((request) => (request.branch === null ? [] : [request.branch]));
    for (const branch of await rows.byIds<{ code: string }>(BRANCH, branchIds, { fields: ['code'] })) {
      branchCodes.set(branch.id, branch.code);
    }
    const groups = new Map<string, { request: NumberRequest; pattern: string; period: string; places: number[] }>();
    requests.forEach((request, place) => {
      const pattern = known.get(`${request.series}|${request.branch ?? ''}`) ?? known.get(request.series);
      if (pattern === undefined) throw new Error(`No number series ${request.series}`);
      const period = periodKey(pattern, request.date);
      const key = keyOf(request.series, request.branch, period);
      const group = groups.get(key) ?? { request, pattern, period, places: [] };
      group.places.push(place);
      groups.set(key, group);
    });

    const numbers = new Array<string>(requests.length).fill('');
    for (const key of [...groups.keys()].sort()) {
      const group = groups.get(key);
      if (!group) continue;
      const last = await advance(group.request, group.pattern, group.period, group.places.length);
      group.places.forEach((place, index) => {
        const request = requests[place];
        if (!request) return;
        numbers[place] = formatNumber(group.pattern, {
          date: request.date,
          counter: Number(last) - group.places.length + index + 1,
          branch: request.branch === null ? '00000' : (branchCodes.get(request.branch) ?? '00000'),
        });
      });
    }
    return numbers;
  }

  async function advance(request: NumberRequest, pattern: string, period: string, by: number): Promise<bigint> {
    const knex = await rows.knex();
    const table = rows.table(SERIES);
    const seriesKey = keyOf(request.series, request.branch, period);
    const bump = async (): Promise<bigint | undefined> => {
      const result: unknown = await knex.raw(
        `update "${table}" set counter = counter + ? where series_key = ? returning counter`,
        [by, seriesKey],
      );
      const [row] = Array.isArray(result) ? result : (result as { rows: unknown[] }).rows;
      return row ? BigInt((row as { counter: string | number }).counter) : undefined;
    };
    const taken = await bump();
    if (taken !== undefined) return taken;
    // First number of the period. Two who come at once: the unique key lets one row in, both then count on it.
    await insertUnlessThere({ code: request.series, branch: request.branch, period, pattern, seriesKey, counter: 0n });
    const counted = await bump();
    if (counted === undefined) throw new Error(`Number series ${seriesKey} vanished`);
    return counted;
  }

  async function insertUnlessThere(row: Record<string, unknown>): Promise<void> {
    const knex = await rows.knex();
    const values: Record<string, unknown> = { document_id: documentIds(1)[0] };
    for (const [attribute, value] of Object.entries(row)) {
      values[rows.column(SERIES, attribute)] = typeof value === 'bigint' ? value.toString() : value;
    }
    await knex(rows.table(SERIES)).insert(values).onConflict('series_key').ignore();
  }

  return { take };
}
