import { badInput, type CivilDate, compareDates, machine, move } from '@sanya/strapi-plugin-platform/kernel';

export const TASK_KINDS = ['call', 'inform', 'confirm', 'complaint', 'order', 'other'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
export const TASK_STATES = ['open', 'done', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];
export const CALL_OUTCOMES = ['reached', 'not_reached', 'promised', 'disputed'] as const;
export const TASK_OUTCOMES = ['done', ...CALL_OUTCOMES] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

export const taskMachine = machine<TaskState, 'finish' | 'cancel'>({
  type: 'task',
  states: TASK_STATES,
  initial: ['open'],
  transitions: [
    { verb: 'finish', from: ['open'], to: 'done' },
    { verb: 'cancel', from: ['open'], to: 'cancelled' },
  ],
});

/** What a task is about: a row of any type, by its own name. */
export interface TaskSubject {
  subjectType: string;
  subjectId: number;
  subjectDocumentId: string;
  subjectName: string;
}

export interface TaskFacts {
  kind: TaskKind;
  state: TaskState;
  title: string | null;
  /** Row ids. */
  customer: number | null;
  contact: number | null;
  subjectType: string | null;
  subjectId: number | null;
  subjectDocumentId: string | null;
  subjectName: string | null;
  /** Why it came about by itself: once for each subject. */
  cause: string | null;
  dueOn: CivilDate;
  /** Id of the member of staff who is to do it. */
  assignee: number | null;
  /** Else everybody of this role. */
  role: string | null;
  outcome: TaskOutcome | null;
  /** By when the customer promised to pay. */
  promisedOn: CivilDate | null;
  note: string | null;
  doneAt: string | null;
  doneBy: string | null;
}

export interface FinishWish {
  outcome?: TaskOutcome;
  note?: string | null;
  /** Nobody was reached: it is tried again on that day. */
  again?: CivilDate;
  /** By when the customer promised to pay. */
  until?: CivilDate;
}

export type Finished = Pick<TaskFacts, 'state' | 'dueOn' | 'outcome' | 'promisedOn' | 'note'>;

/** What becomes of a task of which somebody says how it went. A call says what came of it; it may be made again. */
export function planFinish(
  task: Pick<TaskFacts, 'kind' | 'state' | 'dueOn'>,
  { outcome = task.kind === 'call' ? undefined : 'done', note = null, again, until }: FinishWish,
  today: CivilDate,
): Finished {
  const state = move(taskMachine, task.state, 'finish');
  if (outcome === undefined) throw badInput('task.no_outcome', { field: 'outcome' });
  if ((task.kind === 'call') === (outcome === 'done')) throw badInput('task.outcome_wrong', { field: 'outcome' });
  if (again !== undefined) {
    if (outcome !== 'not_reached') throw badInput('task.again_when_not_reached', { field: 'again' });
    if (compareDates(again, today) < 0) throw badInput('task.day_past', { field: 'again', params: { today } });
    return { state: 'open', dueOn: again, outcome: null, promisedOn: null, note };
  }
  if (outcome !== 'promised') {
    if (until !== undefined) throw badInput('task.until_when_promised', { field: 'until' });
    return { state, dueOn: task.dueOn, outcome, promisedOn: null, note };
  }
  if (until === undefined) throw badInput('task.no_promised_day', { field: 'until' });
  if (compareDates(until, today) < 0) throw badInput('task.day_past', { field: 'until', params: { today } });
  return { state, dueOn: task.dueOn, outcome, promisedOn: until, note };
}
