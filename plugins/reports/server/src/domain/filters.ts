import { badInput } from '@sanya/strapi-plugin-platform/kernel';
import type { ReportDefinition } from '@sanya/strapi-plugin-platform/kit';

/** Stands for the head office where a branch is asked for. */
export const HEAD_OFFICE = 'head-office';

export interface Filters {
  branch?: string;
  customer?: string;
  by?: string;
}

/** What a report's rows stand for; refuses what the report does not know, and a missing customer where it needs one. */
export function checkFilters(report: ReportDefinition, { branch, customer, by }: Filters): string {
  const notTaken = (field: string): Error => badInput('report.filter_not_taken', { field, params: { field } });
  if (branch !== undefined && !report.branch) throw notTaken('branch');
  if (customer !== undefined && !report.customer) throw notTaken('customer');
  if (customer === undefined && report.customer === 'required') {
    throw badInput('report.customer_required', { field: 'customer' });
  }
  if (by !== undefined && !report.by.includes(by)) {
    throw badInput('input.not_one_of', { field: 'by', params: { field: 'by', values: report.by.join(', ') } });
  }
  return by ?? report.by[0] ?? '';
}
