export interface Offer {
  code: string;
  title: string;
  group: { code: string; title: string };
  time: 'period' | 'day';
  branch: boolean;
  customer: 'optional' | 'required' | null;
  by: { code: string; title: string }[];
}

export type Cell = string | number | null;
export type Totals = Record<string, string | number>;

export interface ReportColumn {
  key: string;
  title: string;
  type: 'money' | 'quantity' | 'count' | 'date' | 'month' | 'text' | 'word';
}

export interface Point {
  label: Cell;
  values: Record<string, string>;
}

export interface Plot {
  /** How the labels of the points are read; null: they are headings. */
  along: ReportColumn['type'] | null;
  of: { key: string; title: string }[];
  points: Point[];
  before: Point[];
}

export interface Period {
  from: string;
  to: string;
}

export interface Report {
  code: string;
  title: string;
  period: Period;
  currency: string;
  columns: ReportColumn[];
  rows: Record<string, Cell>[];
  totals: Totals;
  comparison: { period: Period; totals: Totals } | null;
  plot: Plot | null;
  pagination: { page: number; pageSize: number; total: number };
}

export interface Saved {
  documentId: string;
  name: string;
  report: string;
  filters: Record<string, string>;
}

export interface Branch {
  branch: string;
  code: string;
  name: string;
}
