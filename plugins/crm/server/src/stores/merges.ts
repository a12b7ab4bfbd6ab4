import type { Count, Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER_MERGE } from '../content-types/types';

export interface MergeFacts {
  /** Row ids of the customers. */
  survivor: number;
  merged: number;
  state: 'standing' | 'undone';
  /** Id of the platform's move. */
  move: number;
  mergedState: 'active' | 'closed';
  /** What the survivor said before and after, as far as it took something over. */
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  moved: readonly Count[];
  leftOut: readonly Count[];
  mergedAt: string;
  mergedBy: string;
  back: readonly Count[] | null;
  stayed: readonly Count[] | null;
  undoneAt: string | null;
  undoneBy: string | null;
}

export type MergeRow = Ref & MergeFacts;

export const mergeStore = ({ rows }: Platform) => ({
  insert: async (merge: MergeFacts): Promise<Ref | undefined> => (await rows.insert(CUSTOMER_MERGE, [{ ...merge }]))[0],

  byId: async (id: number): Promise<MergeRow | undefined> => (await rows.byIds<MergeRow>(CUSTOMER_MERGE, [id]))[0],

  update: (merge: { id: number } & Partial<MergeFacts>): Promise<number> => rows.update(CUSTOMER_MERGE, [{ ...merge }]),

  /** Which of these customers were party to a merge. */
  partiesAmong: async (customers: readonly number[]): Promise<number[]> => {
    const merges = await rows.find<Pick<MergeRow, 'survivor' | 'merged'>>(
      CUSTOMER_MERGE,
      (query, column) =>
        void query.whereIn(column('survivor'), [...customers]).orWhereIn(column('merged'), [...customers]),
      { fields: ['survivor', 'merged'] },
    );
    return merges.flatMap(({ survivor, merged }) => [survivor, merged]).filter((id) => customers.includes(id));
  },
});
