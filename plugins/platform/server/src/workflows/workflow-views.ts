import { addDays, startOfDay } from '../../../kernel/src';
import { problemFor, type Reader, titleOf } from '../api/shown';
import { coreOf } from '../core/core-of';
import { operatorsOf, operatorTitle } from './domain/operators';
import type { Saved } from './save-workflows';
import { COUNTED_DAYS, type RunCount, type RunRow, type WorkflowRow } from './workflow-store';

const NOTHING = { waiting: 0, done: 0, lapsed: 0, failed: 0 };

const viewOf = (reader: Reader, row: WorkflowRow, counts: readonly RunCount[]) => ({
  ...{ documentId: row.documentId, name: row.name, event: row.event, title: titleOf(reader, 'event', row.event) },
  ...{ state: row.state, conditions: row.conditions, actions: row.actions, wait: row.wait, revision: row.revision },
  ...{ rehearsed: row.rehearsedRevision === row.revision, signs: row.secret !== null, switchedAt: row.switchedAt },
  runs: {
    ...NOTHING,
    ...Object.fromEntries(counts.filter((one) => one.workflow === row.id).map(({ state, count }) => [state, count])),
  },
});

export async function workflowViews(reader: Reader, rows: readonly WorkflowRow[]) {
  const { clock } = reader.platform;
  const since = startOfDay(clock.zone(), addDays(clock.today(), 1 - COUNTED_DAYS));
  const counts = await coreOf(reader.strapi).workflows.store.counts(since);
  return rows.map((row) => viewOf(reader, row, counts));
}

export const workflowView = async (reader: Reader, row: WorkflowRow) => (await workflowViews(reader, [row]))[0];

export async function savedView(reader: Reader, { workflow, secret }: Saved) {
  const view = await workflowView(reader, workflow);
  return view && { workflow: view, secret };
}

export const runView = (reader: Reader, run: RunRow) => ({
  ...{ documentId: run.documentId, number: run.id, state: run.state, revision: run.revision },
  subject: { type: run.subjectType, documentId: run.subjectDocumentId, name: run.subjectName ?? '' },
  actions: run.plan.actions.map(({ kind }) =>
    reader.platform.messages.say(reader.caller.language, `workflow_action.${kind}`),
  ),
  ...{ steps: run.steps, attempts: run.attempts, nextAttemptAt: run.nextAttemptAt, at: run.at, endedAt: run.endedAt },
  problem: problemFor(reader, run.lastError),
});

/** All that a workflow can be made of on this site, in the reader's words. */
export async function catalogueView(reader: Reader) {
  const { workflows, people } = coreOf(reader.strapi);
  const say = (code: string): string => reader.platform.messages.say(reader.caller.language, code);
  return {
    subjects: workflows.subjects.all().map((subject) => ({
      ...{ type: subject.type, name: subject.name },
      events: subject.events.map((name) => ({ name, title: titleOf(reader, 'event', name) })),
      fields: workflows.subjects.fieldsOf(subject).map(({ name, title, kind, choices = [], of = null }) => ({
        ...{
          name,
          kind,
          choices: [...choices],
          of,
          operators: operatorsOf(kind).map((one) => ({ name: one, title: say(operatorTitle(kind, one)) })),
        },
        title: name.startsWith('customer.') ? `${say('workflow_field.customer')}: ${say(title)}` : say(title),
      })),
    })),
    actions: workflows.actions().map(({ kind }) => ({ name: kind, title: say(`workflow_action.${kind}`) })),
    roles: (await people.all()).map(({ code, name }) => ({ name: code, title: name })),
    staff: (await people.active({})).map(({ id, name }) => ({ id, name })),
  };
}
