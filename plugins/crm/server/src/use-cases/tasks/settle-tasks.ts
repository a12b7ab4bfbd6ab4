import { move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { type FinishWish, planFinish, type TaskFacts, taskMachine } from '../../domain/task';
import { customerStore } from '../../stores/customers';
import { type TaskRow, taskStore } from '../../stores/tasks';
import { taskEvent } from './task-events';

/** The tasks, locked after their customers: what comes of them may move a customer's money. */
async function lockTasks(platform: Platform, ids: readonly number[]): Promise<TaskRow[]> {
  const store = taskStore(platform);
  const before = await store.byIds(ids);
  await customerStore(platform).lock(before.flatMap(({ customer }) => customer ?? []));
  const rows = new Map((await store.byIds(ids, 'wait')).map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = rows.get(id);
    if (!row) throw notFound('task.unknown');
    return row;
  });
}

type Decide = (task: TaskRow, index: number) => { name: string; after: TaskFacts };

const settle = (platform: Platform, ids: readonly number[], decide: Decide): Promise<TaskRow[]> =>
  platform.transaction(async () => {
    const tasks = await lockTasks(platform, ids);
    const decided = tasks.map((task, index) => ({ task, ...decide(task, index) }));
    await taskStore(platform).update(
      decided.map(({ task, after: { state, dueOn, outcome, promisedOn, note, doneAt, doneBy, assignee } }) => ({
        ...{ id: task.id, state, dueOn, outcome, promisedOn, note, doneAt, doneBy, assignee },
      })),
    );
    await platform.events.record(decided.map(({ name, task, after }) => taskEvent(name, task, after)));
    return decided.map(({ task, after }) => ({ ...task, ...after }));
  });

const now = (platform: Platform) => ({ doneAt: platform.clock.now(), doneBy: platform.caller().key });

/** Says how tasks went; a call that reached nobody may be made again on another day. */
export const finishTasks = (platform: Platform, list: readonly (FinishWish & { id: number })[]): Promise<TaskRow[]> =>
  settle(
    platform,
    list.map(({ id }) => id),
    (task, index) => {
      const finished = planFinish(task, list[index] ?? {}, platform.clock.today());
      const after = { ...task, ...finished };
      return finished.state === 'open'
        ? { name: 'task.postponed', after }
        : { name: 'task.done', after: { ...after, ...now(platform) } };
    },
  );

/** Nothing is to be done any more, and why. */
export const cancelTasks = (platform: Platform, ids: readonly number[], reason: string): Promise<TaskRow[]> =>
  settle(platform, ids, (task) => ({
    name: 'task.cancelled',
    after: { ...task, state: move(taskMachine, task.state, 'cancel'), note: reason, ...now(platform) },
  }));

/** Gives an open task to a member of staff, or back to all who may do it. */
export const assignTasks = (
  platform: Platform,
  list: readonly { id: number; assignee: number | null }[],
): Promise<TaskRow[]> =>
  settle(
    platform,
    list.map(({ id }) => id),
    (task, index) => {
      // Only what is open is still to be done by somebody.
      move(taskMachine, task.state, 'finish');
      return { name: 'task.assigned', after: { ...task, assignee: list[index]?.assignee ?? null } };
    },
  );
