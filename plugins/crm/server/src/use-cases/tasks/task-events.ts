import type { NewEvent } from '@sanya/strapi-plugin-platform/kit';
import { TASK } from '../../content-types/types';
import type { TaskFacts } from '../../domain/task';
import type { TaskRow } from '../../stores/tasks';

export const told = ({ kind, state, dueOn, subjectName, title, outcome, promisedOn, note }: TaskFacts) => ({
  ...{ kind, state, dueOn, about: subjectName ?? title, outcome, promisedOn, note },
});

/** `task.done` and its like. */
export const taskEvent = (name: string, before: TaskRow, after: TaskFacts): NewEvent => ({
  name,
  subject: { type: TASK, id: before.id, documentId: before.documentId },
  customer: after.customer,
  before: { state: before.state, dueOn: before.dueOn },
  after: told(after),
});
