import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';

/** Rows of a list that is kept by hand, each with a name of its own. */
export const keptStore = <Facts extends { name: string }>(rows: Rows, type: string, fields: readonly string[]) => ({
  byId: async (id: number, lock?: 'wait'): Promise<(Facts & Ref) | undefined> =>
    (await rows.byIds<Facts>(type, [id], { fields, lock }))[0],
  named: (name: string): Promise<Ref[]> =>
    rows.find(type, (query, column) => void query.whereRaw('lower(??) = ?', [column('name'), name.toLowerCase()]), {
      fields: [],
    }),
  insert: async (facts: Facts): Promise<Ref> => {
    const [ref] = await rows.insert(type, [facts as never]);
    if (!ref) throw new Error(`Nothing was written to ${type}`);
    return ref;
  },
  update: (id: number, change: Partial<Facts>): Promise<number> => rows.update(type, [{ ...change, id }]),
});
