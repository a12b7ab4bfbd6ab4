import type { Caller, Platform, ReportColumn, ReportPlot } from '@sanya/strapi-plugin-platform/kit';
import { type Cell, cellOf, totalsOf } from '../domain/cells';
import { type RawRow, reportRows } from '../stores/report-rows';
import { askReport, type AskedReport, type Question } from './ask-report';

export interface Page {
  page: number;
  pageSize: number;
}

interface Point {
  label: Cell;
  values: Record<string, string>;
}

/** How the texts of a report are said to whoever reads it. */
export const sayTo = (platform: Platform, caller: Caller) => {
  const say = (code: string): string => platform.messages.say(caller.language, code);
  return {
    say,
    title: (column: ReportColumn): string => say(`report.column.${column.key}`),
    row: (raw: RawRow, columns: readonly ReportColumn[]): Record<string, Cell> =>
      platform.messages.tell(
        caller.language,
        Object.fromEntries(columns.map((column) => [column.key, cellOf(raw[column.key] ?? null, column, say)])),
      ),
  };
};

type Words = ReturnType<typeof sayTo>;
type Store = ReturnType<typeof reportRows>;

async function pointsOf(
  { along, of }: ReportPlot,
  store: Store,
  totals: Record<string, string>,
  columns: readonly ReportColumn[],
  words: Words,
): Promise<Point[]> {
  if (along === undefined) {
    return of.map((key) => ({ label: words.say(`report.column.${key}`), values: { total: totals[key] ?? '0' } }));
  }
  const column = columns.find((one) => one.key === along);
  return (await store.series({ along, of })).map((raw) => ({
    label: column ? cellOf(raw.along ?? null, column, words.say) : null,
    values: Object.fromEntries(of.map((key) => [key, String(raw[key] ?? 0)])),
  }));
}

/** What is drawn: the columns with their names, and how the labels of the points are read. */
function plotOf(plot: ReportPlot, columns: readonly ReportColumn[], words: Words) {
  const named = (key: string, name: string) => ({ key, title: words.say(`report.column.${name}`) });
  return {
    along: columns.find((column) => column.key === plot.along)?.type ?? null,
    of: plot.along === undefined ? [named('total', 'total')] : plot.of.map((key) => named(key, key)),
  };
}

/** One page of a report with its totals, what it is held against, and what is drawn of it. */
export async function readReport(
  platform: Platform,
  caller: Caller,
  code: string,
  question: Question,
  { page, pageSize }: Page,
) {
  const { report, asked, query, before }: AskedReport = await askReport(platform, caller, code, question);
  const words = sayTo(platform, caller);
  const columns = report.columns(asked.by);
  const plot = report.plot?.(asked.by);

  const store = reportRows(platform, query, columns);
  const { rows: total, totals } = await store.totals();
  const rows = await store.page(pageSize, (page - 1) * pageSize);
  const earlier = before && reportRows(platform, before.query, columns);
  const held = await earlier?.totals();
  return {
    code: report.code,
    title: words.say(`report.${report.code}`),
    period: { from: asked.from, to: asked.to },
    time: report.time,
    by: asked.by,
    currency: query.currency,
    columns: columns.map((column) => ({ key: column.key, title: words.title(column), type: column.type })),
    rows: rows.map((raw) => words.row(raw, columns)),
    totals: totalsOf(totals, columns),
    comparison: before && held ? { period: before.period, totals: totalsOf(held.totals, columns) } : null,
    plot: plot
      ? {
          ...plotOf(plot, columns, words),
          points: await pointsOf(plot, store, totals, columns, words),
          before: earlier && held ? await pointsOf(plot, earlier, held.totals, columns, words) : [],
        }
      : null,
    pagination: { page, pageSize, total },
  };
}
