import type { ReportsDoors } from './doors';

export type Offer = ReportsDoors['GET /reports/reports']['answers'][number];
export type Saved = ReportsDoors['GET /reports/saved-reports']['answers'][number];

export type Report = ReportsDoors['GET /reports/reports/:code']['answers'];
export type ReportColumn = Report['columns'][number];
export type Period = Report['period'];
export type Plot = NonNullable<Report['plot']>;
export type Cell = Plot['points'][number]['label'];
