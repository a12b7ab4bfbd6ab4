import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';

/** Row ids of document ids, in the order asked; refuses the first that is not there, naming its field. */
export async function rowIds(
  platform: Platform,
  uid: string,
  documentIds: readonly string[],
  code: string,
  fieldOf: (index: number) => string,
): Promise<number[]> {
  const found = await platform.rows.byDocumentIds(uid, documentIds, { fields: [] });
  const byDocument = new Map(found.map((row) => [row.documentId, row.id]));
  return documentIds.map((documentId, index) => {
    const id = byDocument.get(documentId);
    if (id === undefined) throw notFound(code, { field: fieldOf(index) });
    return id;
  });
}

export const rowId = async (
  platform: Platform,
  uid: string,
  documentId: string,
  code: string,
  field: string,
): Promise<number> => (await rowIds(platform, uid, [documentId], code, () => field))[0] ?? 0;
