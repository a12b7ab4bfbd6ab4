import { notFound } from '../../kernel/src';
import type { Caller } from './caller';
import type { Platform } from './platform';
import type { Ref } from './rows';

/**
 * The rows of a type that a caller may name in a path or a body: a member the own ones, staff those that the read right
 * on the type and its conditions leave, the system all.
 */
export interface Visible {
  /** Of the rows that these document ids name, the visible ones by document id. */
  rows(caller: Caller, uid: string, documentIds: readonly string[]): Promise<Map<string, Ref>>;
  /** The same as a filter of Strapi's, for queries of own. */
  filter(caller: Caller, uid: string): Record<string, unknown>;
}

/** Row ids of what a body names, in the order asked. What is not the caller's is not there: 404 with its field. */
export async function rowIds(
  platform: Platform,
  uid: string,
  documentIds: readonly string[],
  code: string,
  fieldOf: (index: number) => string,
): Promise<number[]> {
  const found = await platform.visible.rows(platform.caller(), uid, documentIds);
  return documentIds.map((documentId, index) => {
    const row = found.get(documentId);
    if (!row) throw notFound(code, { field: fieldOf(index) });
    return row.id;
  });
}

export const rowId = async (
  platform: Platform,
  uid: string,
  documentId: string,
  code: string,
  field: string,
): Promise<number> => (await rowIds(platform, uid, [documentId], code, () => field))[0] ?? 0;
