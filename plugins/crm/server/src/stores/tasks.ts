import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { TASK } from '../content-types/types';
import type { TaskFacts } from '../domain/task';

export type TaskRow = Ref & TaskFacts;

export const taskStore = ({ rows }: Platform) => ({
  byIds: (ids: readonly number[], lock?: 'wait'): Promise<TaskRow[]> => rows.byIds<TaskRow>(TASK, ids, { lock }),

  openAbout: (type: string, ids: readonly number[]): Promise<TaskRow[]> =>
    rows.find<TaskRow>(
      TASK,
      (query, column) =>
        void query
          .whereIn(column('subjectId'), [...ids])
          .where(column('subjectType'), type)
          .where(column('state'), 'open'),
    ),

  byCauses: (type: string, causes: readonly string[]): Promise<TaskRow[]> =>
    rows.find<TaskRow>(
      TASK,
      (query, column) => void query.whereIn(column('cause'), [...causes]).where(column('subjectType'), type),
    ),

  /** What is there already by its cause is left out. */
  insert: (tasks: readonly TaskFacts[]): Promise<Ref[]> =>
    rows.insert(
      TASK,
      tasks.map((task) => ({ ...task })),
      { conflict: 'ignore' },
    ),

  update: (tasks: readonly ({ id: number } & Partial<TaskFacts>)[]): Promise<number> =>
    rows.update(TASK, tasks as readonly ({ id: number } & Record<string, unknown>)[]),
});
