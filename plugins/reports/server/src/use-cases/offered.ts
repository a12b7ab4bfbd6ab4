import { forbidden, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Caller, OfferedReport, Platform } from '@sanya/strapi-plugin-platform/kit';

const hasRight = (caller: Caller, { plugin, permission }: OfferedReport): boolean =>
  caller.can(`plugin::${plugin}.${permission}`);

/** A report counts every document: what a reader sees of them only in part, or not at all, it must not tell them. */
const seesAll = (platform: Platform, caller: Caller, { of }: OfferedReport): boolean =>
  of.every((uid) => Object.keys(platform.visible.filter(caller, uid)).length === 0);

export const maySee = (platform: Platform, caller: Caller, report: OfferedReport): boolean =>
  hasRight(caller, report) && seesAll(platform, caller, report);

/** A report by its code, if the caller may see it. */
export function reportFor(platform: Platform, caller: Caller, code: string, field = 'code'): OfferedReport {
  const report = platform.reports.offered().find((one) => one.code === code);
  if (!report) throw notFound('report.unknown', { field });
  if (!hasRight(caller, report)) throw forbidden('access.not_allowed');
  if (!seesAll(platform, caller, report)) throw forbidden('report.rows_limited');
  return report;
}
