import type { Caller, OfferedReport, Platform, ReportAsked, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { checkFilters, type Filters } from '../domain/filters';
import { type Before, type Period, periodAsked, periodBefore } from '../domain/period';
import { branchId } from '../stores/branches';
import { reportFor } from './offered';

export interface Question extends Filters, Partial<Period> {
  currency?: string;
  compare?: Before;
}

export interface AskedReport {
  report: OfferedReport;
  asked: ReportAsked;
  query: ReportQuery;
  /** The same report of the period that it is held against. */
  before: { period: Period; query: ReportQuery } | undefined;
}

/** Finds the report, checks who asks for what, and gets the statement from the plugin that offers it. */
export async function askReport(
  platform: Platform,
  caller: Caller,
  code: string,
  question: Question,
): Promise<AskedReport> {
  const report = reportFor(platform, caller, code);
  const by = checkFilters(report, question);
  const period = periodAsked(report.time, question, platform.clock.today());
  const asked: ReportAsked = {
    ...period,
    by,
    currency: question.currency,
    customer: question.customer,
    ...(question.branch !== undefined && { branch: await branchId(platform, question.branch) }),
  };
  const earlier = question.compare && periodBefore(period, report.time, question.compare);
  return {
    report,
    asked,
    query: await report.query(platform, asked),
    before: earlier && { period: earlier, query: await report.query(platform, { ...asked, ...earlier }) },
  };
}
