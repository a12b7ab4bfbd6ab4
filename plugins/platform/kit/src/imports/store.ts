import type { Narrow, Ref, Rows } from '../rows';
import type { AnyImportKind, ImportFacts, ImportRow } from './kind';

export interface RowFacts {
  import: number;
  row: number;
  said: object;
  cells: readonly string[];
  outcome: string;
  state: 'waiting' | 'done' | 'failed';
  /** A kept refusal. */
  reason: string | null;
}

/** A row that is to be carried out. */
export type WaitingRow = Ref & Pick<RowFacts, 'row' | 'said'> & { key: string };

export const importStore = (rows: Rows, { type, rowType, keyColumn }: AnyImportKind) => {
  const waiting = async (id: number, narrow: Narrow): Promise<WaitingRow[]> => {
    const found = await rows.find<Pick<RowFacts, 'row' | 'said'> & Record<string, unknown>>(
      rowType,
      (query, column) => {
        query.where(column('import'), id).where(column('state'), 'waiting');
        query.orderBy([column(keyColumn), column('row')]);
        narrow(query, column);
      },
      { fields: ['row', 'said', keyColumn] },
    );
    return found.map(({ id: rowId, documentId, row, said, ...more }) => ({
      ...{ id: rowId, documentId, row, said },
      key: String(more[keyColumn]),
    }));
  };
  return {
    insert: async (facts: ImportFacts): Promise<Ref> =>
      (await rows.insert(type, [{ ...facts }]))[0] ?? { id: 0, documentId: '' },
    insertRows: (list: readonly RowFacts[]) =>
      rows.insert(rowType, list as unknown as Record<string, unknown>[], { refs: false }),
    lock: async (id: number): Promise<ImportRow | undefined> =>
      (await rows.byIds<ImportRow>(type, [id], { lock: 'wait' }))[0],
    update: (change: { id: number } & Partial<ImportFacts>) => rows.update(type, [{ ...change }]),
    updateRows: (list: readonly ({ id: number } & Partial<RowFacts>)[]) => rows.update(rowType, list as never),

    /** The one that was started first, of those under way. */
    running: async (): Promise<ImportRow | undefined> =>
      (
        await rows.find<ImportRow>(
          type,
          (query, column) =>
            void query
              .where(column('state'), 'running')
              .orderBy([column('startedAt'), column('id')])
              .limit(1),
        )
      )[0],

    /** The next rows, all of a key together. */
    async next(id: number, most: number): Promise<WaitingRow[]> {
      const found = await waiting(id, (query) => void query.limit(most + 1));
      if (found.length <= most) return found;
      const last = found.at(-1)?.key;
      const whole = found.filter(({ key }) => key !== last);
      return whole.length > 0 ? whole : waiting(id, (query, column) => void query.where(column(keyColumn), last ?? ''));
    },

    /** Rows that were not carried out, in the order of the file. */
    notDone: (id: number) =>
      rows.find<Pick<RowFacts, 'row' | 'cells' | 'reason'>>(
        rowType,
        (query, column) =>
          void query.where(column('import'), id).where(column('state'), 'failed').orderBy(column('row')),
        { fields: ['row', 'cells', 'reason'] },
      ),
  };
};
