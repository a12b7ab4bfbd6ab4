import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { SAVED_REPORT } from '../content-types/types';

export interface SavedReport extends Ref {
  name: string;
  report: string;
  filters: Record<string, string>;
}

const FIELDS = ['name', 'report', 'filters'];

export const savedReports = ({ rows }: Platform, owner: number): Promise<SavedReport[]> =>
  rows.find<SavedReport>(
    SAVED_REPORT,
    (query, column) => void query.where(column('owner'), owner).orderBy(column('name')),
    { fields: FIELDS },
  );

/** One saved report, if it is that person's. */
export async function savedReport({ rows }: Platform, owner: number, documentId: string): Promise<Ref | undefined> {
  const [row] = await rows.find(
    SAVED_REPORT,
    (query, column) => void query.where(column('owner'), owner).where(column('documentId'), documentId),
    { fields: [] },
  );
  return row;
}
