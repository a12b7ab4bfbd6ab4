import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { BRANCH } from '../content-types/types';
import { HEAD_OFFICE } from '../domain/filters';

/** Row id of a branch that was asked for; null is the head office. */
export async function branchId({ rows }: Platform, asked: string): Promise<number | null> {
  if (asked === HEAD_OFFICE) return null;
  const [branch] = await rows.byDocumentIds(BRANCH, [asked], { fields: [] });
  if (!branch) throw notFound('report.branch_unknown', { field: 'branch' });
  return branch.id;
}

export const branches = ({ rows }: Platform) =>
  rows.find<{ code: string; name: string }>(BRANCH, (query, column) => void query.orderBy(column('code')), {
    fields: ['code', 'name'],
  });
