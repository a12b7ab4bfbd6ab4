import type { EventRow } from '../../../kit/src/events';
import type { Job } from '../../../kit/src/jobs';
import type { Platform } from '../../../kit/src/platform';
import type { Ref } from '../../../kit/src/rows';
import { eventOf } from '../events/delivery-store';
import { dueAfter, isCausedByWorkflow } from './domain/cause';
import { holds } from './domain/conditions';
import type { EventStream } from './event-stream';
import { WORKFLOWS } from './save-workflows';
import type { Subjects } from './subjects';
import { createWorkflowStore, type RunRow, type WorkflowRow } from './workflow-store';

const CHUNK = 2_000;

export interface StartNeeds {
  platform: Platform;
  subjects: Subjects;
  stream: () => EventStream;
}

/**
 * Looks at what happened, in the order of the ledger, and plans a run for each workflow whose conditions hold. Where no
 * workflow is on nothing is looked at; of events that none listens to only their place is.
 */
export function createStartRuns({ platform, subjects, stream }: StartNeeds): Job {
  const store = createWorkflowStore(platform.rows);

  const planned = (workflow: WorkflowRow, event: EventRow, name: string): Omit<RunRow, keyof Ref> => ({
    ...{ workflow: workflow.id, eventId: event.id, revision: workflow.revision },
    plan: { conditions: workflow.conditions, actions: workflow.actions, wait: workflow.wait },
    ...{ subjectType: event.subjectType, subjectDocumentId: event.subjectDocumentId, subjectName: name.slice(0, 200) },
    ...{ state: 'waiting', steps: 0, attempts: 0, lastError: null, at: platform.clock.now(), endedAt: null },
    nextAttemptAt: dueAfter(event.at, workflow.wait, platform.clock.zone()),
  });

  async function runsFor(workflows: readonly WorkflowRow[], events: readonly EventRow[]) {
    const heard = events.filter((event) => !isCausedByWorkflow(eventOf(event)));
    const occasions = await subjects.load(heard);
    const on = { today: platform.clock.today(), zone: platform.clock.zone() };
    return heard.flatMap((event) => {
      const [subject, occasion] = [subjects.ofEvent(event.name), occasions.get(event.id)];
      if (!subject || !occasion) return [];
      const fields = subjects.fieldsOf(subject);
      const facts = subjects.factsOf(occasion, event, on);
      return workflows
        .filter((one) => one.event === event.name && event.id > (one.seesAfter ?? 0))
        .filter((one) => holds(one.conditions, fields, facts))
        .map((one) => planned(one, event, occasion.thing.name));
    });
  }

  return {
    name: 'platform.start-workflows',
    simulated: false,
    nextDue: async () => ((await store.on()).length === 0 ? null : stream().firstAfter(await stream().seen())),
    step: () =>
      platform.transaction(async () => {
        await platform.hold(WORKFLOWS, 'alone');
        const workflows = await store.on();
        if (workflows.length === 0) return { done: true };
        const after = await stream().seen();
        const { upTo, count, events } = await stream().look(after, CHUNK, [
          ...new Set(workflows.map(({ event }) => event)),
        ]);
        await store.insertRuns(await runsFor(workflows, events));
        await stream().keepSeen(upTo);
        return { done: count < CHUNK, processed: count };
      }),
  };
}
