import { broken, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Caller, Platform } from '@sanya/strapi-plugin-platform/kit';
import { SAVED_REPORT } from '../content-types/types';
import { type SavedReport, savedReport, savedReports } from '../stores/saved-reports';
import { reportFor } from './offered';

/** So many that nobody needs more, and that a list of them is read at once. */
const MOST = 100;

const ownerOf = (caller: Caller): number => caller.userId ?? 0;

export const listSaved = (platform: Platform, caller: Caller): Promise<SavedReport[]> =>
  savedReports(platform, ownerOf(caller));

export interface NewSavedReport {
  name: string;
  report: string;
  filters: Record<string, string>;
}

/** Keeps the filters of a report under a name, for whoever saves it and nobody else. */
export const saveReport = (platform: Platform, caller: Caller, wish: NewSavedReport): Promise<SavedReport> =>
  platform.transaction(async () => {
    reportFor(platform, caller, wish.report, 'report');
    const owner = ownerOf(caller);
    if ((await savedReports(platform, owner)).length >= MOST) {
      throw broken('saved_report.too_many', { params: { most: MOST } });
    }
    const [ref] = await platform.rows.insert(SAVED_REPORT, [{ ...wish, owner }]);
    return { id: ref?.id ?? 0, documentId: ref?.documentId ?? '', ...wish };
  });

/** Somebody else's is not found. */
export const forgetReport = (platform: Platform, caller: Caller, documentId: string): Promise<void> =>
  platform.transaction(async () => {
    const found = await savedReport(platform, ownerOf(caller), documentId);
    if (!found) throw notFound('saved_report.not_found', { field: 'id' });
    await platform.rows.remove(SAVED_REPORT, [found.id]);
  });
