import { forbidden, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Caller, OfferedReport, Platform } from '@sanya/strapi-plugin-platform/kit';

export const maySee = (caller: Caller, { plugin, permission }: OfferedReport): boolean =>
  caller.can(`plugin::${plugin}.${permission}`);

/** A report by its code, if the caller may see it. */
export function reportFor(platform: Platform, caller: Caller, code: string, field = 'code'): OfferedReport {
  const report = platform.reports.offered().find((one) => one.code === code);
  if (!report) throw notFound('report.unknown', { field });
  if (!maySee(caller, report)) throw forbidden('access.not_allowed');
  return report;
}
