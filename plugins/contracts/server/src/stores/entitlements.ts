import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT_LINE, ENTITLEMENT_ENTRY } from '../content-types/types';
import type { EntitlementUnit } from '../domain/entitlement';
import type { EntryKind } from '../domain/entitlement-ledger';

export interface EntryFacts {
  contract: number;
  line: number;
  unit: EntitlementUnit;
  kind: EntryKind;
  /** Thousandths, with their sign. */
  amount: bigint;
  periodStart: CivilDate;
  happenedOn: CivilDate;
  /** What it was entered for, once; null: by hand. */
  cause: string | null;
  reason: string | null;
  recordedAt: string;
}
export type EntryRow = EntryFacts & Ref;

/** A sum, which PostgreSQL makes numeric. */
const sumOf = (column: string): string => `cast(coalesce(sum(${column}), 0) as bigint)`;

export const entitlementsStore = (rows: Rows) => ({
  /** What comes is written before what goes: in between, too, nothing is below zero. One that stands already is left out. */
  insert: (entries: readonly EntryFacts[]): Promise<Ref[]> =>
    rows.insert(
      ENTITLEMENT_ENTRY,
      [...entries].sort((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0)) as never,
      { conflict: 'ignore' },
    ),
  byIds: (ids: readonly number[]): Promise<EntryRow[]> => rows.byIds<EntryRow>(ENTITLEMENT_ENTRY, ids),
  byCauses: async (causes: readonly string[]): Promise<EntryRow[]> =>
    causes.length === 0
      ? []
      : rows.find<EntryRow>(
          ENTITLEMENT_ENTRY,
          (query, column) => void query.whereIn(column('cause'), [...new Set(causes)]),
        ),
  ofLines: async (lines: readonly number[]): Promise<EntryRow[]> =>
    lines.length === 0
      ? []
      : rows.find<EntryRow>(ENTITLEMENT_ENTRY, (query, column) => void query.whereIn(column('line'), [...lines])),

  /** The contracts that these lines stand in. */
  async contractsOf(lines: readonly number[]): Promise<number[]> {
    const found = await rows.byIds<{ contract: number }>(CONTRACT_LINE, lines, { fields: ['contract'] });
    return [...new Set(found.map(({ contract }) => contract))];
  },

  /** Which of these contracts entitle to anything. */
  async entitled(contracts: readonly number[]): Promise<number[]> {
    if (contracts.length === 0) return [];
    const lines = await rows.find<{ contract: number }>(
      CONTRACT_LINE,
      (query, column) => void query.whereIn(column('contract'), [...contracts]).whereNotNull(column('entitlements')),
      { fields: ['contract'] },
    );
    return [...new Set(lines.map(({ contract }) => contract))];
  },

  /** Lines of which something is to be granted or expires, the first day first; only those until a day. */
  due: (most: number, until?: CivilDate): Promise<(Ref & { contract: number; entitlementsDueOn: CivilDate })[]> =>
    rows.find(
      CONTRACT_LINE,
      (query, column) => {
        query.whereNotNull(column('entitlementsDueOn'));
        if (until !== undefined) query.where(column('entitlementsDueOn'), '<=', until);
        query.orderBy([column('entitlementsDueOn'), column('id')]).limit(most);
      },
      { fields: ['contract', 'entitlementsDueOn'] },
    ),

  /** Contracts that entitle to something, page by page in id order. */
  async pageOfContracts(after: number, most: number): Promise<number[]> {
    const lines = await rows.find<{ contract: number }>(
      CONTRACT_LINE,
      (query, column) =>
        void query
          .whereNotNull(column('entitlements'))
          .where(column('contract'), '>', after)
          .orderBy([column('contract'), column('id')])
          .limit(most),
      { fields: ['contract'] },
    );
    return [...new Set(lines.map(({ contract }) => contract))];
  },

  /** What is left, as the database adds it up; by line and unit. */
  async sums(lines: readonly number[]): Promise<Map<string, bigint>> {
    if (lines.length === 0) return new Map();
    const knex = await rows.knex();
    const column = (attribute: string): string => rows.column(ENTITLEMENT_ENTRY, attribute);
    const found = (await knex(rows.table(ENTITLEMENT_ENTRY))
      .whereIn(column('line'), [...lines])
      .groupBy(column('line'), column('unit'))
      .select(
        `${column('line')} as line`,
        `${column('unit')} as unit`,
        knex.raw(`${sumOf(`"${column('amount')}"`)} as total`),
      )) as { line: number; unit: string; total: string | number }[];
    return new Map(found.map(({ line, unit, total }) => [`${line} ${unit}`, BigInt(total)]));
  },
});
