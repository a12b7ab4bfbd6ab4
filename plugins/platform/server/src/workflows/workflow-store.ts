import { type Ref, type Rows, storedInstant } from '../../../kit/src/rows';
import type { Conditions } from './domain/conditions';
import type { RunState, WorkflowState } from './domain/life';
import { WORKFLOW, WORKFLOW_RUN } from './workflow-types';

/** An action as it is kept: its kind and what else was said of it. */
export type PlannedAction = { kind: string } & Record<string, unknown>;

export interface WorkflowRow extends Ref {
  name: string;
  event: string;
  state: WorkflowState;
  conditions: Conditions;
  actions: PlannedAction[];
  wait: string | null;
  revision: number;
  rehearsedRevision: number | null;
  /** Row id of the last event that it does not see. */
  seesAfter: number | null;
  /** Signs what it sends to other sites. */
  secret: string | null;
  switchedAt: string | null;
}

/** How it looked when the event was seen: what was changed since holds for later events. */
export type Plan = Pick<WorkflowRow, 'conditions' | 'actions' | 'wait'>;

export interface RunRow extends Ref {
  /** Row id. */
  workflow: number;
  eventId: number;
  revision: number;
  plan: Plan;
  subjectType: string;
  subjectDocumentId: string;
  subjectName: string | null;
  state: RunState;
  /** How many of its actions are done. */
  steps: number;
  attempts: number;
  nextAttemptAt: string | null;
  lastError: string | null;
  at: string;
  endedAt: string | null;
}

/** So many days back it is counted how runs went, today included. */
export const COUNTED_DAYS = 30;

export interface RunCount {
  workflow: number;
  state: RunState;
  count: number;
}

export function createWorkflowStore(rows: Rows) {
  const at = (instant: string): string | number => storedInstant(rows, instant);

  return {
    all: (): Promise<WorkflowRow[]> =>
      rows.find<WorkflowRow>(WORKFLOW, (query, of) => void query.whereNot(of('state'), 'archived').orderBy(of('id'))),

    on: (): Promise<WorkflowRow[]> =>
      rows.find<WorkflowRow>(WORKFLOW, (query, of) => void query.where(of('state'), 'on').orderBy(of('id'))),

    byDocumentId: async (documentId: string, lock?: 'wait'): Promise<WorkflowRow | undefined> =>
      (await rows.byDocumentIds<WorkflowRow>(WORKFLOW, [documentId], { lock }))[0],

    byIds: (ids: readonly number[]): Promise<WorkflowRow[]> => rows.byIds<WorkflowRow>(WORKFLOW, ids),

    insert: (workflow: Omit<WorkflowRow, keyof Ref>): Promise<Ref[]> => rows.insert(WORKFLOW, [{ ...workflow }]),

    update: (workflow: { id: number } & Partial<WorkflowRow>): Promise<number> =>
      rows.update(WORKFLOW, [{ ...workflow }]),

    remove: (id: number): Promise<number> => rows.remove(WORKFLOW, [id]),

    /** What is there already by its workflow and event is left out. */
    insertRuns: (runs: readonly Omit<RunRow, keyof Ref>[]): Promise<Ref[]> =>
      rows.insert(
        WORKFLOW_RUN,
        runs.map((run) => ({ ...run })),
        { conflict: 'ignore' },
      ),

    updateRuns: (runs: readonly ({ id: number } & Partial<RunRow>)[]): Promise<number> =>
      rows.update(
        WORKFLOW_RUN,
        runs.map((run) => ({ ...run })),
      ),

    runById: async (id: number, lock?: 'wait'): Promise<RunRow | undefined> =>
      (await rows.byIds<RunRow>(WORKFLOW_RUN, [id], { lock }))[0],

    runByDocumentId: async (documentId: string, lock?: 'wait'): Promise<RunRow | undefined> =>
      (await rows.byDocumentIds<RunRow>(WORKFLOW_RUN, [documentId], { lock }))[0],

    async nextAttempt(): Promise<string | null> {
      const [first] = await rows.find<Pick<RunRow, 'nextAttemptAt'>>(
        WORKFLOW_RUN,
        (query, of) =>
          void query
            .where(of('state'), 'waiting')
            .orderBy([{ column: of('nextAttemptAt') }, { column: of('id') }])
            .limit(1),
        { fields: ['nextAttemptAt'] },
      );
      return first?.nextAttemptAt ?? null;
    },

    /** What is due, locked; what another instance has under way is skipped. */
    due: (now: string, most: number): Promise<RunRow[]> =>
      rows.find<RunRow>(
        WORKFLOW_RUN,
        (query, of) =>
          void query
            .where(of('state'), 'waiting')
            .where(of('nextAttemptAt'), '<=', at(now))
            .orderBy([{ column: of('nextAttemptAt') }, { column: of('id') }])
            .limit(most),
        { lock: 'skip' },
      ),

    /** Runs of a workflow that wait and have done nothing yet, locked. */
    untouched: (workflow: number): Promise<Ref[]> =>
      rows.find(
        WORKFLOW_RUN,
        (query, of) => void query.where({ [of('workflow')]: workflow, [of('state')]: 'waiting', [of('attempts')]: 0 }),
        { fields: [], lock: 'wait' },
      ),

    /** The latest first. */
    runsOf: (
      workflow: number,
      { state, before, limit }: { state?: RunState; before?: number; limit: number },
    ): Promise<RunRow[]> =>
      rows.find<RunRow>(WORKFLOW_RUN, (query, of) => {
        query.where(of('workflow'), workflow);
        if (state) query.where(of('state'), state);
        if (before !== undefined) query.where(of('id'), '<', before);
        query.orderBy(of('id'), 'desc').limit(limit);
      }),

    /** Runs that came to their end and need nobody, that which ended first before all. */
    ended: (most: number, before?: string): Promise<(Ref & Pick<RunRow, 'endedAt'>)[]> =>
      rows.find<Pick<RunRow, 'endedAt'>>(
        WORKFLOW_RUN,
        (query, of) => {
          query.whereIn(of('state'), ['done', 'lapsed']).whereNotNull(of('endedAt'));
          if (before !== undefined) query.where(of('endedAt'), '<', at(before));
          query.orderBy([{ column: of('endedAt') }, { column: of('id') }]).limit(most);
        },
        { fields: ['endedAt'] },
      ),

    removeRuns: (ids: readonly number[]): Promise<number> => rows.remove(WORKFLOW_RUN, ids),

    hasRun: async (workflow: number): Promise<boolean> =>
      (
        await rows.find(WORKFLOW_RUN, (query, of) => void query.where(of('workflow'), workflow).limit(1), {
          fields: [],
        })
      ).length > 0,

    /** How many runs of each workflow stand how, of those that began since then or wait still. */
    async counts(since: string): Promise<RunCount[]> {
      const of = (attribute: string): string => `"${rows.column(WORKFLOW_RUN, attribute)}"`;
      const found = await rows.ask<{ workflow: number | string; state: RunState; count: number | string }>(
        `select ${of('workflow')} as workflow, ${of('state')} as state, count(*) as count
         from "${rows.table(WORKFLOW_RUN)}" where ${of('at')} >= ? or ${of('state')} = 'waiting' group by ${of('workflow')}, ${of('state')}`,
        [at(since)],
      );
      return found.map(({ workflow, state, count }) => ({ workflow: Number(workflow), state, count: Number(count) }));
    },
  };
}

export type WorkflowStore = ReturnType<typeof createWorkflowStore>;
