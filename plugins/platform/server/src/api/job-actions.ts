import { z } from 'zod';
import { type Call, defineAction } from '../../../kit/src/actions';
import { DELIVERY, type Delivery, EVENT, type EventRow } from '../events/delivery-store';
import { retryDeliveries } from '../events/retry-deliveries';
import { tellProblem } from '../jobs/problem';
import type { Run } from '../jobs/run-store';
import { coreOf } from '../core/core-of';

const PAGE = 50;
const page = {
  /** Rows before this number: the last one of the page before. */
  before: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(PAGE),
};
const text = z.string().min(1).max(255).optional();

type Reader = Pick<Call<unknown>, 'platform' | 'caller'>;

const problem = ({ platform, caller }: Reader, kept: string | null): string | null =>
  tellProblem(kept, (code, params) => platform.messages.say(caller.language, code, params));

const runShown = (reader: Reader, run: Run) => ({
  id: run.documentId,
  job: run.job,
  tick: run.tick,
  state: run.state,
  processed: run.processed,
  failed: run.failed,
  total: run.total,
  steps: run.steps,
  attempts: run.attempts,
  note: run.note,
  lastError: problem(reader, run.lastError),
  nextAttemptAt: run.nextAttemptAt,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt,
});

const eventShown = (row: EventRow) => ({
  id: row.documentId,
  number: row.id,
  name: row.name,
  subject: { type: row.subjectType, documentId: row.subjectDocumentId },
  actor: row.actor,
  requestId: row.requestId,
  before: row.before,
  after: row.after,
  at: row.at,
});

const deliveryShown = (reader: Reader, row: Delivery, event: EventRow | undefined) => ({
  id: row.documentId,
  number: row.id,
  subscriber: row.subscriber,
  state: row.state,
  attempts: row.attempts,
  nextAttemptAt: row.nextAttemptAt,
  lastError: problem(reader, row.lastError),
  event: event ? eventShown(event) : null,
});

const eventsOf = async ({ platform }: Reader, deliveries: readonly Delivery[]): Promise<Map<number, EventRow>> =>
  new Map(
    (
      await platform.rows.byIds<EventRow>(
        EVENT,
        deliveries.map((delivery) => delivery.event),
      )
    ).map((row) => [row.id, row]),
  );

/** What staff see and do about jobs and events. */
export const jobActions = [
  defineAction({
    name: 'listJobs',
    summary: 'Jobs with their schedule and last runs',
    staff: { method: 'GET', path: '/jobs', permission: 'job.read' },
    input: z.strictObject({}),
    writes: false,
    run: async (call) =>
      (await coreOf(call.strapi).jobs.list()).map((job) => ({
        ...job,
        runs: job.runs.map((run) => runShown(call, run)),
      })),
  }),
  defineAction({
    name: 'runJob',
    summary: 'Run a job now',
    staff: { method: 'POST', path: '/jobs/:name/run', permission: 'job.run' },
    input: z.strictObject({}),
    // A job opens its own transactions, step by step.
    writes: false,
    run: async (call) => runShown(call, await coreOf(call.strapi).jobs.runNow(call.params.name ?? '')),
  }),
  defineAction({
    name: 'retryJobRun',
    summary: 'Let a failed run go on where it stood',
    staff: { method: 'POST', path: '/job-runs/:id/retry', permission: 'job.run' },
    input: z.strictObject({}),
    run: async (call) => runShown(call, await coreOf(call.strapi).jobs.retry(call.params.id ?? '')),
  }),
  defineAction({
    name: 'listEvents',
    summary: 'What happened, the latest first',
    staff: { method: 'GET', path: '/events', permission: 'event.read' },
    input: z.strictObject({ ...page, subject: text, type: text, name: text }),
    writes: false,
    run: async ({ platform, input }) => {
      const found = await platform.rows.find<EventRow>(EVENT, (query, column) => {
        if (input.subject !== undefined) query.where(column('subjectDocumentId'), input.subject);
        if (input.type !== undefined) query.where(column('subjectType'), input.type);
        if (input.name !== undefined) query.where(column('name'), input.name);
        if (input.before !== undefined) query.where(column('id'), '<', input.before);
        query.orderBy(column('id'), 'desc').limit(input.limit);
      });
      return found.map(eventShown);
    },
  }),
  defineAction({
    name: 'listDeadDeliveries',
    summary: 'Events that a subscriber could not be told',
    staff: { method: 'GET', path: '/deliveries-dead', permission: 'event.read' },
    input: z.strictObject(page),
    writes: false,
    run: async (call) => {
      const { platform, input } = call;
      const found = await platform.rows.find<Delivery>(DELIVERY, (query, column) => {
        query.where(column('state'), 'dead').orderBy(column('id'), 'desc').limit(input.limit);
        if (input.before !== undefined) query.where(column('id'), '<', input.before);
      });
      const events = await eventsOf(call, found);
      return found.map((row) => deliveryShown(call, row, events.get(row.event)));
    },
  }),
  defineAction({
    name: 'retryEventDelivery',
    summary: 'Tell the subscriber once more',
    staff: { method: 'POST', path: '/event-deliveries/:id/retry', permission: 'event.retry' },
    input: z.strictObject({}),
    run: async (call) => {
      const retried = await retryDeliveries(call.platform, [call.params.id ?? '']);
      const events = await eventsOf(call, retried);
      return retried.map((row) => deliveryShown(call, row, events.get(row.event)))[0];
    },
  }),
];
