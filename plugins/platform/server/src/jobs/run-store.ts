import type { Knex } from 'knex';
import type { StepResult } from '../../../kit/src/jobs';
import { type Ref, type Rows, storedInstant } from '../../../kit/src/rows';
import { documentIds } from '../core/random-ids';
import { withoutBigints } from '../stores/codec';

export const JOB_RUN = 'plugin::platform.job-run';

/** A claimed run is another's to take when its lease was not renewed for so long. Real time: a dead process has no clock. */
export const LEASE_MS = 60_000;

export interface Run extends Ref {
  job: string;
  tick: string;
  state: 'running' | 'finished' | 'failed';
  cursor: unknown;
  processed: number;
  failed: number;
  total: number | null;
  /** processed + failed when the run was last opened: a tick whose run finished may be opened again. */
  doneBefore: number;
  steps: number;
  attempts: number;
  note: string | null;
  lastError: string | null;
  leaseUntil: string | null;
  leaseBy: string | null;
  nextAttemptAt: string | null;
  startedAt: string | null;
  finishedAt: string | null;
}

export interface RunStoreNeeds {
  rows: Rows;
  /** Business time: ticks and back-off. */
  now: () => string;
  /** Real time: leases. */
  wallClock: () => string;
}

/** The rows (job, tick), the truth about what has run. Every change is one conditional statement: no transaction, no lock kept. */
export function createRunStore({ rows, now, wallClock }: RunStoreNeeds) {
  const at = (instant: string): string | number => storedInstant(rows, instant);
  const lease = (): string | number => at(new Date(Date.parse(wallClock()) + LEASE_MS).toISOString());
  const column = (attribute: string): string => rows.column(JOB_RUN, attribute);
  const table = (): string => rows.table(JOB_RUN);
  const columns = (values: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries({ ...values, updatedAt: at(wallClock()) }).map(([attribute, value]) => [column(attribute), value]),
    );
  const unleased = (query: Knex.QueryBuilder): void =>
    void query.whereNull(column('leaseUntil')).orWhere(column('leaseUntil'), '<', at(wallClock()));

  /** True when the run was changed: false when somebody else was first. */
  async function change(
    id: number,
    values: Record<string, unknown>,
    where: (query: Knex.QueryBuilder) => void,
  ): Promise<boolean> {
    const query = (await rows.knex())(table()).where('id', id);
    where(query);
    return Number(await query.update(columns(values))) === 1;
  }

  const byTick = async (job: string, tick: string): Promise<Run | undefined> =>
    (
      await rows.find<Run>(JOB_RUN, (query, name) => void query.where(name('job'), job).where(name('tick'), at(tick)))
    )[0];

  return {
    byTick,
    byId: async (id: number): Promise<Run | undefined> => (await rows.byIds<Run>(JOB_RUN, [id]))[0],
    byDocumentId: async (documentId: string): Promise<Run | undefined> =>
      (await rows.byDocumentIds<Run>(JOB_RUN, [documentId]))[0],

    /** All runs under way, the earliest tick first. */
    open: (): Promise<Run[]> =>
      rows.find<Run>(
        JOB_RUN,
        (query, name) =>
          void query.where(name('state'), 'running').orderBy([{ column: name('tick') }, { column: name('id') }]),
      ),

    /** The last runs of a job, the latest first. */
    latest: (job: string, count: number): Promise<Run[]> =>
      rows.find<Run>(
        JOB_RUN,
        (query, name) => void query.where(name('job'), job).orderBy(name('tick'), 'desc').limit(count),
      ),

    /** Opens the run of a tick; false when it is there already, or another run of the job is still open. */
    async insert(job: string, tick: string): Promise<boolean> {
      const stamp = at(wallClock());
      const knex = await rows.knex();
      const made: unknown = await knex(table())
        .insert({
          ...columns({
            job,
            tick: at(tick),
            state: 'running',
            processed: 0,
            failed: 0,
            doneBefore: 0,
            steps: 0,
            attempts: 0,
          }),
          [column('startedAt')]: at(now()),
          [column('createdAt')]: stamp,
          [column('publishedAt')]: stamp,
          document_id: documentIds(1)[0],
        })
        .onConflict()
        .ignore()
        .returning('id');
      return (made as unknown[]).length > 0;
    },

    /** Opens a finished or failed run again; false when it changed meanwhile, or another run of the job is open. */
    reopen: (run: Run, values: { cursor?: null } = {}): Promise<boolean> =>
      change(
        run.id,
        {
          ...values,
          state: 'running',
          doneBefore: run.processed + run.failed,
          attempts: 0,
          nextAttemptAt: null,
          finishedAt: null,
          leaseBy: null,
          leaseUntil: null,
        },
        (query) =>
          void query
            .where({ [column('state')]: run.state, [column('steps')]: run.steps })
            .whereNotExists(
              (other) =>
                void other.from(`${table()} as other`).where({ 'other.state': 'running', 'other.job': run.job }),
            ),
      ),

    /** Lets a run that waits out its back-off go on at once. */
    hurry: (id: number): Promise<boolean> =>
      change(id, { nextAttemptAt: null }, (query) => void query.where(column('state'), 'running')),

    /**
     * Takes the run for one step; undefined when it is not due, or somebody else's. The attempt counts from here, so
     * that a step which ends the process is given up in time like one that throws.
     */
    async claim(id: number, by: string): Promise<Run | undefined> {
      const query = (await rows.knex())(table())
        .where('id', id)
        .where(column('state'), 'running')
        .where(unleased)
        .where(
          (due: Knex.QueryBuilder) =>
            void due.whereNull(column('nextAttemptAt')).orWhere(column('nextAttemptAt'), '<=', at(now())),
        );
      const [row] = (await query
        .increment(column('attempts'))
        .update(columns({ leaseBy: by, leaseUntil: lease() }))
        .returning('*')) as Record<string, unknown>[];
      return row && rows.decode<Run>(JOB_RUN, row);
    },

    renew: (id: number, by: string): Promise<boolean> =>
      change(id, { leaseUntil: lease() }, (query) => void query.where(column('leaseBy'), by)),

    /** Keeps what a step did. False when the lease was lost: then the step counts for nothing here. */
    stepped: (run: Run, by: string, result: StepResult): Promise<boolean> =>
      change(
        run.id,
        {
          state: result.done ? 'finished' : 'running',
          ...(result.cursor === undefined ? {} : { cursor: JSON.stringify(withoutBigints(result.cursor)) }),
          processed: run.processed + (result.processed ?? 0),
          failed: run.failed + (result.failed ?? 0),
          total: result.total ?? run.total,
          steps: run.steps + 1,
          attempts: 0,
          note: result.note ?? run.note,
          lastError: null,
          nextAttemptAt: null,
          finishedAt: result.done ? at(now()) : null,
          leaseBy: null,
          leaseUntil: null,
        },
        (query) => void query.where(column('leaseBy'), by),
      ),

    /** Keeps why a step failed; `next` null gives the run up until staff retry it. */
    stumbled: (run: Run, by: string, problem: string, next: string | null): Promise<boolean> =>
      change(
        run.id,
        {
          state: next === null ? 'failed' : 'running',
          lastError: problem,
          nextAttemptAt: next === null ? null : at(next),
          finishedAt: next === null ? at(now()) : null,
          leaseBy: null,
          leaseUntil: null,
        },
        (query) => void query.where(column('leaseBy'), by),
      ),

    /** SQLite has one process: leases that a killed one left are nobody's. */
    async releaseAll(): Promise<void> {
      const knex = await rows.knex();
      await knex(table())
        .whereNotNull(column('leaseBy'))
        .update(columns({ leaseBy: null, leaseUntil: null }));
    },
  };
}

export type RunStore = ReturnType<typeof createRunStore>;
