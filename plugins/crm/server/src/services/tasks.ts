import type { Core } from '@strapi/types';
import { platform, type Ref } from '@sanya/strapi-plugin-platform/kit';
import type { FinishWish } from '../domain/task';
import { type TaskRow, taskStore } from '../stores/tasks';
import { type NewTask, openTasks } from '../use-cases/tasks/open-tasks';
import { cancelTasks, finishTasks } from '../use-cases/tasks/settle-tasks';

/** What the office is to do, for later plugins that ask for it and hear how it went (`task.done`). */
export interface TaskService {
  open(tasks: readonly NewTask[]): Promise<Ref[]>;
  byIds(ids: readonly number[]): Promise<TaskRow[]>;
  /** Those that are still open of these causes, said to be done. */
  finishCaused(type: string, list: readonly (FinishWish & { cause: string })[]): Promise<void>;
  /** All that is still open about these things is to be done no more. */
  cancelAbout(type: string, ids: readonly number[], reason: string): Promise<void>;
}

export function tasks({ strapi }: { strapi: Core.Strapi }): TaskService {
  const face = () => platform(strapi);
  return {
    open: (list) => openTasks(face(), list),
    byIds: (ids) => taskStore(face()).byIds(ids),
    async finishCaused(type, list) {
      const found = await taskStore(face()).byCauses(
        type,
        list.map(({ cause }) => cause),
      );
      const wishes = list.flatMap(({ cause, ...wish }) =>
        found.filter((task) => task.cause === cause && task.state === 'open').map(({ id }) => ({ id, ...wish })),
      );
      if (wishes.length > 0) await finishTasks(face(), wishes);
    },
    async cancelAbout(type, ids, reason) {
      const found = await taskStore(face()).openAbout(type, ids);
      if (found.length === 0) return;
      await cancelTasks(
        face(),
        found.map(({ id }) => id),
        reason,
      );
    },
  };
}
