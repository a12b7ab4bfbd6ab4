import { badInput } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { TASK } from '../../content-types/types';
import type { TaskFacts, TaskSubject } from '../../domain/task';
import { type TaskRow, taskStore } from '../../stores/tasks';
import { told } from './task-events';

export interface NewTask extends Pick<TaskFacts, 'kind' | 'dueOn'>, Partial<TaskSubject> {
  title?: string | null;
  customer?: number | null;
  contact?: number | null;
  cause?: string | null;
  assignee?: number | null;
  role?: string | null;
}

const factsOf = (task: NewTask): TaskFacts => ({
  ...{ kind: task.kind, state: 'open', title: task.title?.trim() || null, dueOn: task.dueOn },
  ...{ customer: task.customer ?? null, contact: task.contact ?? null, cause: task.cause ?? null },
  ...{ subjectType: task.subjectType ?? null, subjectId: task.subjectId ?? null },
  ...{ subjectDocumentId: task.subjectDocumentId ?? null, subjectName: task.subjectName ?? null },
  ...{ assignee: task.assignee ?? null, role: task.role ?? null },
  ...{ outcome: null, promisedOn: null, note: null, doneAt: null, doneBy: null },
});

/** Opens tasks; one that is asked for by the same cause again is there already. */
export const openTasks = (platform: Platform, list: readonly NewTask[]): Promise<Ref[]> =>
  platform.transaction(async () => {
    const facts = list.map(factsOf);
    for (const { title, subjectName, customer } of facts) {
      if (title === null && subjectName === null && customer === null) {
        throw badInput('task.about_nothing', { field: 'title' });
      }
    }
    const store = taskStore(platform);
    const refs = await store.insert(facts);
    const rows = await store.byIds(refs.map(({ id }) => id));
    await platform.events.record(
      rows.map(
        (row: TaskRow): NewEvent => ({
          name: 'task.opened',
          subject: { type: TASK, id: row.id, documentId: row.documentId },
          customer: row.customer,
          after: told(row),
        }),
      ),
    );
    return refs;
  });
