import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT } from '../content-types/types';

/** What the paper of a contract was made from, kept from the day that it was agreed. */
export interface ContractPaper {
  /** Of the template of clauses; null: not agreed yet. */
  clausesVersion: number | null;
  seller: unknown;
  buyer: unknown;
}

export const contractPapersStore = (rows: Rows) => ({
  pin: (papers: readonly ({ id: number } & ContractPaper)[]): Promise<number> => rows.update(CONTRACT, papers as never),
  of: async (id: number): Promise<(Ref & ContractPaper) | undefined> =>
    (await rows.byIds<ContractPaper>(CONTRACT, [id], { fields: ['clausesVersion', 'seller', 'buyer'] }))[0],
});
