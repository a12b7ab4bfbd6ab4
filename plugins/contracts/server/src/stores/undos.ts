import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_PERIOD, BILLING_UNDO, BILLING_UNDO_ITEM, INVOICE } from '../content-types/types';
import type { Decision, Settlement, UndoCause } from '../domain/undo-run';

export interface UndoFacts {
  /** Row id. */
  run: number;
  state: 'running' | 'finished';
  reason: string;
  cause: UndoCause;
  settle: Settlement;
  decisions: readonly Decision[];
  /** Before that day the clock bills none of it again. */
  billAgainOn: CivilDate;
  /** Key of the caller who began it, and the admin user: what needs a grant is asked in their name. */
  askedBy: string;
  userId: number | null;
  startedAt: string;
  finishedAt: string | null;
  /** How many there are to undo. */
  invoices: number;
  voided: number;
  credited: number;
  left: number;
  periods: number;
  currency: string;
  /** Of what was void or credited, VAT included. */
  total: bigint;
}
export type UndoRow = UndoFacts & Ref;

export interface UndoItemFacts {
  undo: number;
  invoice: number;
  outcome: 'voided' | 'credited' | 'left';
  settle: Settlement | null;
  settled: bigint;
  problem: string | null;
}

export interface BilledByRun {
  invoices: number;
  total: bigint;
  periods: number;
}

export const undosStore = (rows: Rows) => {
  const table = (uid: string): string => `"${rows.table(uid)}"`;
  const of = (alias: string, uid: string) => (attribute: string) => `${alias}."${rows.column(uid, attribute)}"`;
  const p = of('p', BILLING_PERIOD);
  const i = of('i', INVOICE);
  const d = of('d', BILLING_UNDO_ITEM);

  async function all<Row>(sql: string, bindings: readonly number[]): Promise<Row[]> {
    return rows.ask<Row>(sql, [...bindings]);
  }

  return {
    byId: async (id: number, lock?: 'wait'): Promise<UndoRow | undefined> =>
      (await rows.byIds<UndoRow>(BILLING_UNDO, [id], { lock }))[0],
    running: async (): Promise<UndoRow | undefined> =>
      (
        await rows.find<UndoRow>(BILLING_UNDO, (query, column) => void query.where(column('state'), 'running').limit(1))
      )[0],
    lastOf: async (run: number): Promise<UndoRow | undefined> =>
      (
        await rows.find<UndoRow>(
          BILLING_UNDO,
          (query, column) => void query.where(column('run'), run).orderBy('id', 'desc').limit(1),
        )
      )[0],
    insert: async (undo: UndoFacts): Promise<Ref | undefined> =>
      (await rows.insert(BILLING_UNDO, [undo as never], { conflict: 'ignore' }))[0],
    update: (change: { id: number } & Partial<UndoFacts>): Promise<number> => rows.update(BILLING_UNDO, [change]),
    /** One that is there already says how it ended. */
    insertItems: (items: readonly UndoItemFacts[]): Promise<Ref[]> =>
      rows.insert(BILLING_UNDO_ITEM, items as never, { conflict: 'ignore' }),

    /** What of a run stands: how many invoices over how much, and how many periods. */
    async standing(run: number): Promise<BilledByRun> {
      const [row] = await all<{ invoices: string; total: string; periods: string }>(
        `select count(*) as invoices, cast(coalesce(sum(x.total), 0) as bigint) as total,
            (select count(*) from ${table(BILLING_PERIOD)} p where ${p('billingRun')} = ? and ${p('state')} = 'billed')
              as periods
         from (
           select distinct i.id, ${i('total')} as total from ${table(BILLING_PERIOD)} p
           join ${table(INVOICE)} i on i.id = ${p('invoice')}
           where ${p('billingRun')} = ? and ${p('state')} = 'billed'
         ) x`,
        [run, run],
      );
      return {
        invoices: Number(row?.invoices ?? 0),
        total: BigInt(row?.total ?? 0),
        periods: Number(row?.periods ?? 0),
      };
    },

    /** Invoices of a run that stand, those first of which something has become: what has to be decided is seen first. */
    async toShow(run: number, most: number): Promise<number[]> {
      const found = await all<{ id: number }>(
        `select x.id from (
           select distinct i.id, case when ${i('state')} = 'open' and ${i('amountDue')} = ${i('total')} then 1 else 0 end
             as untouched
           from ${table(BILLING_PERIOD)} p join ${table(INVOICE)} i on i.id = ${p('invoice')}
           where ${p('billingRun')} = ? and ${p('state')} = 'billed'
         ) x order by x.untouched, x.id limit ?`,
        [run, most],
      );
      return found.map(({ id }) => Number(id));
    },

    /** The next invoices that an undo has not come to. */
    async next({ id, run }: Pick<UndoRow, 'id' | 'run'>, most: number): Promise<number[]> {
      const found = await all<{ id: number }>(
        `select distinct ${p('invoice')} as id from ${table(BILLING_PERIOD)} p
         where ${p('billingRun')} = ? and ${p('state')} = 'billed' and ${p('invoice')} is not null
           and not exists (
             select 1 from ${table(BILLING_UNDO_ITEM)} d where ${d('undo')} = ? and ${d('invoice')} = ${p('invoice')})
         order by 1 limit ?`,
        [run, id, most],
      );
      return found.map((row) => Number(row.id));
    },
  };
};
