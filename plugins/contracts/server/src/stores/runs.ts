import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_RUN } from '../content-types/types';

export interface RunFacts {
  source: 'clock' | 'staff';
  state: 'running' | 'finished';
  asOf: CivilDate;
  startedAt: string;
  finishedAt: string | null;
  /** How many contracts were to be billed when it began. */
  due: number;
  contracts: number;
  invoices: number;
  periods: number;
  parked: number;
  currency: string;
  total: bigint;
}
export type RunRow = RunFacts & Ref;

export const runsStore = (rows: Rows) => ({
  byId: async (id: number, lock?: 'wait'): Promise<RunRow | undefined> =>
    (await rows.byIds<RunRow>(BILLING_RUN, [id], { lock }))[0],
  byDocumentId: async (documentId: string): Promise<RunRow | undefined> =>
    (await rows.find<RunRow>(BILLING_RUN, (query, column) => void query.where(column('documentId'), documentId)))[0],
  running: async (): Promise<RunRow | undefined> =>
    (await rows.find<RunRow>(BILLING_RUN, (query, column) => void query.where(column('state'), 'running').limit(1)))[0],
  /** Undefined where another one runs already. */
  begin: async (run: RunFacts): Promise<Ref | undefined> =>
    (await rows.insert(BILLING_RUN, [run as never], { conflict: 'ignore' }))[0],
  /** Counts what was billed: others bill for the run at the same time. */
  async add(
    id: number,
    counted: Pick<RunFacts, 'contracts' | 'invoices' | 'periods' | 'parked' | 'total'>,
  ): Promise<void> {
    const knex = await rows.knex();
    const run = knex(rows.table(BILLING_RUN)).where({ id });
    for (const [attribute, count] of Object.entries(counted)) {
      run.increment(rows.column(BILLING_RUN, attribute), count as number);
    }
    await run;
  },
  update: (change: { id: number } & Partial<RunFacts>): Promise<number> => rows.update(BILLING_RUN, [change]),
});
