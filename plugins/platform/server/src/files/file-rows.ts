import type { FileRow } from '../../../kit/src/platform';
import type { Ref, Rows } from '../../../kit/src/rows';

export const FILE = 'plugin::platform.file';

export interface StoredFile extends Ref {
  name: string;
  mime: string;
  size: number;
  sha256: string;
  storageKey: string;
  /** Key of the caller who sent it: `member:12`. */
  owner: string;
  customerId: number | null;
  attachedType: string | null;
  attachedDocumentId: string | null;
  receivedAt: string | null;
}

export const faceOf = (row: StoredFile): FileRow => ({
  id: row.id,
  documentId: row.documentId,
  name: row.name,
  mime: row.mime,
  size: row.size,
  sha256: row.sha256,
  owner: row.owner,
  customer: row.customerId,
  attachedTo: row.attachedDocumentId,
});

export function createFileStore(rows: Rows) {
  return {
    insert: (list: readonly Omit<StoredFile, keyof Ref>[]): Promise<Ref[]> => rows.insert(FILE, list as never[]),

    byDocumentIds: (ids: readonly string[], lock = false): Promise<StoredFile[]> =>
      rows.byDocumentIds<StoredFile>(FILE, ids, lock ? { lock: 'wait' } : {}),

    byIds: (ids: readonly number[]): Promise<StoredFile[]> => rows.byIds<StoredFile>(FILE, ids),

    attach: (ids: readonly number[], to: { type: string; documentId: string }): Promise<number> =>
      rows.update(
        FILE,
        ids.map((id) => ({ id, attachedType: to.type, attachedDocumentId: to.documentId })),
      ),
  };
}
