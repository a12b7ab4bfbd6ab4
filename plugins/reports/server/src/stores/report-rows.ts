import type { Platform, ReportColumn, ReportPlot, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { isAmount, isTotalled, type RawCell } from '../domain/cells';

export type RawRow = Record<string, RawCell>;

/** Points of a plot along something that is no time: the largest ones. */
const MOST_POINTS = 400;
const MOST_NAMES = 12;
const CHUNK = 2_000;
const CURSOR = 'sanya_report';

/** A report's statement read in pages, added up, or as a whole in chunks: whatever its plugin wrote. */
export function reportRows({ rows, transaction }: Platform, query: ReportQuery, columns: readonly ReportColumn[]) {
  // Amounts travel as text: a driver would make floats of them.
  const shown = (column: ReportColumn): string =>
    isAmount(column) ? `cast(r."${column.key}" as text) as "${column.key}"` : `r."${column.key}"`;
  const all = `select ${columns.map(shown).join(', ')} from (${query.sql}) r order by ${query.order}`;
  const sumOf = (key: string): string => `cast(coalesce(sum("${key}"), 0) as text) as "${key}"`;

  async function read(sql: string, more: Record<string, number> = {}): Promise<RawRow[]> {
    return rows.ask<RawRow>(sql, { ...query.bindings, ...more });
  }
  const page = (limit: number, offset: number): Promise<RawRow[]> =>
    read(`${all} limit :rowLimit offset :rowOffset`, { rowLimit: limit, rowOffset: offset });

  /** One statement for all chunks where the database has cursors: what happens meanwhile is not half in it. */
  async function* withCursor(): AsyncGenerator<RawRow[]> {
    await read(`declare ${CURSOR} no scroll cursor for ${all}`);
    for (;;) {
      const chunk = await read(`fetch ${CHUNK} from ${CURSOR}`);
      if (chunk.length > 0) yield chunk;
      if (chunk.length < CHUNK) break;
    }
    await read(`close ${CURSOR}`);
  }
  async function* withPages(): AsyncGenerator<RawRow[]> {
    for (let offset = 0; ; offset += CHUNK) {
      const chunk = await page(CHUNK, offset);
      if (chunk.length > 0) yield chunk;
      if (chunk.length < CHUNK) return;
    }
  }

  return {
    page,
    async totals(): Promise<{ rows: number; totals: Record<string, string> }> {
      const totalled = columns.filter(isTotalled);
      const sums = ['count(*) as "rows"', ...totalled.map(({ key }) => sumOf(key))];
      const [found = {}] = await read(`select ${sums.join(', ')} from (${query.sql}) r`);
      return {
        rows: Number(found.rows ?? 0),
        totals: Object.fromEntries(totalled.map(({ key }) => [key, String(found[key] ?? 0)])),
      };
    },
    /** Sums along a column: in its own order where that is time, else the largest first. */
    series({ along, of }: ReportPlot & { along: string }): Promise<RawRow[]> {
      const type = columns.find((column) => column.key === along)?.type;
      const isTime = type === 'date' || type === 'month';
      return read(
        `select "${along}" as "along", ${of.map(sumOf).join(', ')} from (${query.sql}) r group by "${along}"
        order by ${isTime ? '1' : `sum("${of[0]}") desc, 1`} limit ${isTime ? MOST_POINTS : MOST_NAMES}`,
      );
    },
    /** Every row of one moment, in the order of the report; nothing but the database is awaited meanwhile. */
    each: (take: (chunk: RawRow[]) => void): Promise<void> =>
      transaction(async () => {
        for await (const chunk of rows.dialect === 'postgres' ? withCursor() : withPages()) take(chunk);
      }),
  };
}
