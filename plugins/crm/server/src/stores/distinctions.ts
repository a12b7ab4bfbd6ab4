import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER_DISTINCTION } from '../content-types/types';
import type { Distinct } from '../domain/alike';

export interface DistinctionFacts {
  /** Row ids of the customers, the lower first. */
  one: number;
  other: number;
  saidAt: string;
  saidBy: string;
}
export type DistinctionRow = Ref & DistinctionFacts;

export const distinctionStore = ({ rows }: Platform) => {
  const involving = (customers: readonly number[]): Promise<DistinctionRow[]> =>
    rows.find<DistinctionFacts>(
      CUSTOMER_DISTINCTION,
      (query, column) => void query.whereIn(column('one'), [...customers]).orWhereIn(column('other'), [...customers]),
    );
  return {
    /** The new ones of these: what was said before stays as it was said. */
    insert: (list: readonly DistinctionFacts[]): Promise<Ref[]> =>
      rows.insert(
        CUSTOMER_DISTINCTION,
        list.map((one) => ({ ...one })),
        { conflict: 'ignore' },
      ),

    pairs: async (): Promise<Distinct[]> =>
      (
        await rows.find<Pick<DistinctionFacts, 'one' | 'other'>>(CUSTOMER_DISTINCTION, () => undefined, {
          fields: ['one', 'other'],
        })
      ).map(({ one, other }) => [one, other]),

    /** What was said last. */
    latest: (most: number): Promise<DistinctionRow[]> =>
      rows.find<DistinctionFacts>(
        CUSTOMER_DISTINCTION,
        (query, column) => void query.orderBy(column('id'), 'desc').limit(most),
      ),

    byId: async (id: number): Promise<DistinctionRow | undefined> =>
      (await rows.byIds<DistinctionFacts>(CUSTOMER_DISTINCTION, [id]))[0],

    lock: async (id: number): Promise<DistinctionRow | undefined> =>
      (await rows.byIds<DistinctionFacts>(CUSTOMER_DISTINCTION, [id], { lock: 'wait' }))[0],

    remove: (id: number): Promise<number> => rows.remove(CUSTOMER_DISTINCTION, [id]),

    removeOf: async (customers: readonly number[]): Promise<void> => {
      const found = await involving(customers);
      await rows.remove(
        CUSTOMER_DISTINCTION,
        found.map(({ id }) => id),
      );
    },
  };
};
