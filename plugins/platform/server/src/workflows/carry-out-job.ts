import type { Core } from '@strapi/types';
import { addDuration, isRefusal, keepProblem, type Refusal, broken } from '../../../kernel/src';
import type { EventRow, RecordedEvent } from '../../../kit/src/events';
import type { Job } from '../../../kit/src/jobs';
import type { Platform } from '../../../kit/src/platform';
import {
  isPassing,
  type WorkflowAction,
  type WorkflowOccasion,
  type WorkflowSubject,
} from '../../../kit/src/workflows';
import { EVENT, eventOf } from '../events/delivery-store';
import { MAX_ATTEMPTS, nextAttempt } from '../jobs/back-off';
import type { Templates } from '../templates/create-templates';
import { requestOf, WORKFLOW_ACTOR } from './domain/cause';
import { holds } from './domain/conditions';
import type { Occasion, Subjects } from './subjects';
import { createWorkflowStore, type RunRow } from './workflow-store';

const CHUNK = 10;
/** A claimed run is free again after this: its process ended before it could say what came of it. */
const CLAIM = 'PT15M';

export interface CarryOutNeeds {
  strapi: Core.Strapi;
  platform: Platform;
  subjects: Subjects;
  actions: () => readonly WorkflowAction[];
  templates: Pick<Templates, 'say'>;
}

interface Known {
  event: RecordedEvent;
  subject: WorkflowSubject;
  occasion: Occasion;
}

/**
 * Does what runs planned, action by action. What touches only the database is done in the transaction that notes it as
 * done, and so once; what speaks with the world is done between two, under a key that stays the same.
 */
export function createCarryOut({ strapi, platform, subjects, actions, templates }: CarryOutNeeds): Job {
  const store = createWorkflowStore(platform.rows);
  const { clock } = platform;

  const claim = (): Promise<RunRow[]> =>
    platform.transaction(async () => {
      const due = await store.due(clock.now(), CHUNK);
      const nextAttemptAt = addDuration(clock.now(), CLAIM, clock.zone());
      const claimed = due.map((run) => ({ ...run, attempts: run.attempts + 1 }));
      await store.updateRuns(claimed.map(({ id, attempts }) => ({ id, attempts, nextAttemptAt })));
      return claimed;
    });

  async function knownOf(run: RunRow): Promise<Known | undefined> {
    const [row] = await platform.rows.byIds<EventRow>(EVENT, [run.eventId]);
    const subject = row && subjects.ofEvent(row.name);
    const occasion = row && (await subjects.load([row])).get(row.id);
    return row && subject && occasion && { event: eventOf(row), subject, occasion };
  }

  const occasionOf = (run: RunRow, place: number, { event, subject, occasion }: Known): WorkflowOccasion => {
    const data = subjects.dataOf(subject, occasion, event);
    return {
      ...{ key: `${run.documentId}:${place}`, workflow: run.workflow, event, data },
      subject: { ...occasion.thing, type: subject.type },
      customer: occasion.customer,
      say: (text, language) => templates.say('subject', text, language, data),
    };
  };

  /** Why nothing is to be done, where conditions are asked again or the thing is gone. */
  function lapse(run: RunRow, known: Known | undefined): Refusal | undefined {
    if (!known) return broken('workflow.gone');
    if (run.plan.wait === null || run.steps > 0) return undefined;
    const on = { today: clock.today(), zone: clock.zone() };
    const facts = subjects.factsOf(known.occasion, known.event, on);
    return holds(run.plan.conditions, subjects.fieldsOf(known.subject), facts)
      ? undefined
      : broken('workflow.no_longer');
  }

  const isMine = (row: RunRow | undefined, place: number): boolean => row?.state === 'waiting' && row.steps === place;

  async function noteDone(run: RunRow, place: number): Promise<void> {
    const isLast = place + 1 === run.plan.actions.length;
    const end = { state: 'done' as const, nextAttemptAt: null, endedAt: clock.now(), lastError: null };
    await store.updateRuns([{ id: run.id, steps: place + 1, ...(isLast ? end : {}) }]);
  }

  /** False where somebody else did it meanwhile. */
  async function act(run: RunRow, place: number, known: Known): Promise<boolean> {
    const { kind: name = '', ...wish } = run.plan.actions[place] ?? { kind: '' };
    const kind = actions().find((one) => one.kind === name);
    if (!kind) throw broken('workflow.action_gone', { params: { name } });
    const occasion = occasionOf(run, place, known);
    if (kind.outside) await kind.carryOut(wish as never, occasion);
    return platform.transaction(async () => {
      if (!isMine(await store.runById(run.id, 'wait'), place)) return false;
      if (!kind.outside) await kind.carryOut(wish as never, occasion);
      await noteDone(run, place);
      return true;
    });
  }

  /** What came of an attempt that did not end it, unless the run was ended meanwhile. */
  const note = (run: RunRow, outcome: Partial<RunRow>): Promise<void> =>
    platform.transaction(async () => {
      if ((await store.runById(run.id, 'wait'))?.state === 'waiting')
        await store.updateRuns([{ id: run.id, ...outcome }]);
    });

  async function follow(run: RunRow): Promise<void> {
    if (run.attempts > MAX_ATTEMPTS) throw broken('workflow.cut_off');
    const known = await knownOf(run);
    const reason = lapse(run, known);
    if (reason || !known) {
      const lastError = keepProblem(reason);
      await note(run, { state: 'lapsed', nextAttemptAt: null, endedAt: clock.now(), lastError });
      return;
    }
    for (let place = run.steps; place < run.plan.actions.length; place += 1) {
      if (!(await act(run, place, known))) return;
    }
  }

  async function carry(run: RunRow): Promise<boolean> {
    try {
      await follow(run);
      return true;
    } catch (error) {
      if (!isRefusal(error)) strapi.log.error(error);
      // What is refused is refused again: it waits for staff. What failed may go well later.
      const isFinal = isRefusal(error) && !isPassing(error);
      const nextAttemptAt = isFinal ? null : nextAttempt(run.attempts, clock.now(), clock.zone());
      const end = nextAttemptAt === null ? { state: 'failed' as const, endedAt: clock.now() } : {};
      await note(run, { nextAttemptAt, lastError: keepProblem(error), ...end });
      return false;
    }
  }

  return {
    name: 'platform.carry-out-workflows',
    simulated: false,
    nextDue: () => store.nextAttempt(),
    async step() {
      const claimed = await claim();
      let processed = 0;
      for (const run of claimed) {
        const caller = { kind: 'system', key: WORKFLOW_ACTOR, requestId: requestOf(run) } as const;
        if (await platform.as(caller, () => carry(run))) processed += 1;
      }
      return { done: claimed.length < CHUNK, processed, failed: claimed.length - processed };
    },
  };
}
