import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT_PERSON } from '../content-types/types';

/** A member of staff who has a part in a contract. */
export interface PersonFacts {
  contract: number;
  /** Id of the admin user. */
  person: number;
  /** What they do for it; null: it was not said. */
  part: string | null;
  /** From 1: whoever is asked for first, first. */
  position: number;
}

export function peopleStore(rows: Rows) {
  /** Of all these contracts, each in its order. */
  const ofContracts = (contracts: readonly number[]): Promise<(PersonFacts & { id: number })[]> =>
    rows.find(
      CONTRACT_PERSON,
      (query, column) =>
        void query.whereIn(column('contract'), [...contracts]).orderBy([column('contract'), column('position')]),
      { fields: ['contract', 'person', 'part', 'position'] },
    );
  const insert = (people: readonly PersonFacts[]): Promise<Ref[]> => rows.insert(CONTRACT_PERSON, people as never);
  return {
    ofContracts,
    insert,
    remove: (ids: readonly number[]): Promise<number> => rows.remove(CONTRACT_PERSON, ids),
    /** Those of one contract have the same part in another. */
    async copy(from: number, to: number): Promise<void> {
      const people = await ofContracts([from]);
      await insert(people.map(({ person, part, position }) => ({ contract: to, person, part, position })));
    },
  };
}
