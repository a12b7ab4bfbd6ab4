import type { Platform } from './platform';

/**
 * How a value is read: `money` in minor units, `quantity` in thousandths, `count` a whole number, `date` and `month` as
 * `YYYY-MM-DD` and `YYYY-MM`, `word` a code that a message says.
 */
export const REPORT_COLUMN_TYPES = ['money', 'quantity', 'count', 'date', 'month', 'text', 'word'] as const;
export type ReportColumnType = (typeof REPORT_COLUMN_TYPES)[number];

export interface ReportColumn {
  /** Name in the query; the heading is the message `report.column.<key>`. */
  key: string;
  type: ReportColumnType;
  /** Of a word: the message `<words>.<value>` says it. */
  words?: string;
  /** False where adding up says nothing: a running balance, pieces and hours. Money and counts are added up otherwise. */
  total?: false;
}

/** What a reader asked of a report, already checked. */
export interface ReportAsked {
  /** Civil dates, both included. Of a report as of a day both are that day. */
  from: string;
  to: string;
  /** Row id of a branch, null for the head office; absent: all. */
  branch?: number | null;
  /** Document id. */
  customer?: string;
  /** Absent: the company's own. */
  currency?: string;
  /** One of the report's own `by`. */
  by: string;
}

/**
 * One set-based statement whose result has a column for each key of the report, and whatever else `order` names. Its
 * amounts are of one currency. Values stand in it as `:name` and in `bindings`.
 */
export interface ReportQuery {
  sql: string;
  bindings: Record<string, string | number>;
  /** SQL of an order that leaves no two rows equal. */
  order: string;
  currency: string;
}

/** What is drawn above the table: columns of amounts along another one, or, without it, their totals beside each other. */
export interface ReportPlot {
  along?: string;
  of: readonly string[];
}

/** A report that a plugin offers. It knows nothing of who shows it. */
export interface ReportDefinition {
  /** In the address, kebab-case, unique over all plugins: `output-vat`; its title is the message `report.<code>`. */
  code: string;
  /** Its heading in the list is the message `report.group.<group>`. */
  group: string;
  /** Permission of the offering plugin, without prefix: `report.output-vat`. */
  permission: string;
  /** uids of the documents that it counts. It counts all of them, so only who may read every row of each sees it. */
  of: readonly string[];
  time: 'period' | 'day';
  branch?: boolean;
  customer?: 'optional' | 'required';
  /** What its rows may stand for, the first by default: `day`, `month` …, said by the message `report.by.<by>`. */
  by: readonly string[];
  columns: (by: string) => readonly ReportColumn[];
  plot?: (by: string) => ReportPlot | undefined;
  query: (platform: Platform, asked: ReportAsked) => Promise<ReportQuery>;
}

export interface OfferedReport extends ReportDefinition {
  plugin: string;
}
