import { randomBytes } from 'node:crypto';
import { conflict, keepWords, move, notFound } from '../../../kernel/src';
import type { NewEvent } from '../../../kit/src/events';
import type { Platform } from '../../../kit/src/platform';
import { canonicalJson } from '../ledger/canonical';
import type { CheckDraft, Draft } from './check-draft';
import { workflowLife } from './domain/life';
import type { EventStream } from './event-stream';
import { namedWorkflow } from './named-workflow';
import { createWorkflowStore, type WorkflowRow } from './workflow-store';
import { WORKFLOW } from './workflow-types';

/** Held while it is decided which workflows see an event: one is switched before it or after it, never meanwhile. */
export const WORKFLOWS = 'platform.workflows';

export interface SaveNeeds {
  platform: Platform;
  check: CheckDraft;
  stream: () => EventStream;
}

/** With the secret where one was made: it is told this once. */
export interface Saved {
  workflow: WorkflowRow;
  secret: string | null;
}

const SIGNED = 'webhook';
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64url')}`;

const told = ({ name, event, state, revision }: WorkflowRow) => ({ name, event, state, revision });

const eventOf = (name: string, row: WorkflowRow, before?: WorkflowRow): NewEvent => ({
  name: `workflow.${name}`,
  subject: { type: WORKFLOW, id: row.id, documentId: row.documentId },
  before: before ? told(before) : null,
  after: told(row),
});

// PostgreSQL keeps JSON in an order of its own.
const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

export function createSaveWorkflows({ platform, check, stream }: SaveNeeds) {
  const store = createWorkflowStore(platform.rows);

  const locked = (documentId: string): Promise<WorkflowRow> => namedWorkflow(store, documentId, 'wait');

  async function write(name: string, before: WorkflowRow, change: Partial<WorkflowRow>): Promise<WorkflowRow> {
    const after = { ...before, ...change };
    await store.update({ id: before.id, ...change });
    await platform.events.record([eventOf(name, after, before)]);
    return after;
  }

  return {
    create: (draft: Draft): Promise<Saved> =>
      platform.transaction(async () => {
        const checked = await check(draft);
        const secret = checked.actions.some(({ kind }) => kind === SIGNED) ? newSecret() : null;
        const facts = { ...checked, secret, state: 'off' as const, revision: 1 };
        const row = { ...facts, rehearsedRevision: null, seesAfter: null, switchedAt: null };
        const [ref = { id: 0, documentId: '' }] = await store.insert(row);
        const workflow = { ...row, ...ref };
        await platform.events.record([eventOf('created', workflow)]);
        return { workflow, secret };
      }),

    /** From now on: runs of what happened before go on as they were planned. `revision` is the one that was read. */
    change: (documentId: string, draft: Draft, revision: number): Promise<Saved> =>
      platform.transaction(async () => {
        const checked = await check(draft);
        const before = await locked(documentId);
        if (before.state === 'archived') throw conflict('workflow.archived');
        if (before.revision !== revision) throw conflict('workflow.changed_meanwhile', { field: 'revision' });
        const { name, event, conditions, actions, wait } = before;
        if (same({ name, event, wait, actions, conditions }, checked)) return { workflow: before, secret: null };
        const isFirst = before.secret === null && checked.actions.some(({ kind }) => kind === SIGNED);
        const secret = isFirst ? newSecret() : null;
        const workflow = await write('changed', before, {
          ...{ ...checked, revision: revision + 1 },
          ...(secret ? { secret } : {}),
        });
        return { workflow, secret };
      }),

    renewSecret: (documentId: string): Promise<Saved> =>
      platform.transaction(async () => {
        const before = await locked(documentId);
        const secret = newSecret();
        return { workflow: await write('secret_renewed', before, { secret }), secret };
      }),

    /** It sees what happens from now on, and nothing of before. */
    switchOn: (documentId: string): Promise<WorkflowRow> =>
      platform.transaction(async () => {
        await platform.hold(WORKFLOWS, 'alone');
        const before = await locked(documentId);
        const state = move(workflowLife, before.state, 'switch_on');
        // What has its place by now is of before. Nobody looked at it while no workflow was on.
        if ((await store.on()).length === 0) await stream().keepSeen(await stream().end());
        const row = { ...before, state, switchedAt: platform.clock.now() };
        const [event] = await platform.events.record([eventOf('switched_on', row, before)]);
        const change = { state, switchedAt: row.switchedAt, seesAfter: event?.id ?? null };
        await store.update({ id: before.id, ...change });
        return { ...row, ...change };
      }),

    /** What waited and has done nothing yet does nothing. */
    switchOff: (documentId: string): Promise<WorkflowRow> =>
      platform.transaction(async () => {
        await platform.hold(WORKFLOWS, 'alone');
        const before = await locked(documentId);
        const state = move(workflowLife, before.state, 'switch_off');
        const endedAt = platform.clock.now();
        const lastError = keepWords('workflow.switched_off');
        const waiting = await store.untouched(before.id);
        await store.updateRuns(
          waiting.map(({ id }) => ({ id, state: 'lapsed' as const, nextAttemptAt: null, endedAt, lastError })),
        );
        return write('switched_off', before, { state, switchedAt: endedAt });
      }),

    /** One that has runs is put away with them; one without is gone. */
    remove: (documentId: string): Promise<void> =>
      platform.transaction(async () => {
        const before = await locked(documentId);
        const state = move(workflowLife, before.state, 'archive');
        if (await store.hasRun(before.id)) {
          await write('archived', before, { state });
          return;
        }
        await store.remove(before.id);
        await platform.events.record([eventOf('deleted', before)]);
      }),

    /** That revision was tried on the past. */
    noteRehearsed: ({ id, revision }: Pick<WorkflowRow, 'id' | 'revision'>): Promise<number> =>
      store.update({ id, rehearsedRevision: revision }),

    /** Carries on a run that was given up, from the action that failed. */
    retry: (documentId: string) =>
      platform.transaction(async () => {
        const run = await store.runByDocumentId(documentId, 'wait');
        if (!run) throw notFound('workflow.run_unknown', { field: 'id' });
        if (run.state !== 'failed') throw conflict('workflow.run_not_failed', { params: { state: run.state } });
        const change = { state: 'waiting' as const, attempts: 0, nextAttemptAt: platform.clock.now(), endedAt: null };
        await store.updateRuns([{ id: run.id, ...change }]);
        platform.afterCommit(() => platform.jobs.poke());
        return { ...run, ...change };
      }),
  };
}

export type SaveWorkflows = ReturnType<typeof createSaveWorkflows>;
