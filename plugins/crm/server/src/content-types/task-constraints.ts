import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { TASK } from './types';

export const taskConstraints: readonly Constraint[] = [
  {
    // What asks for a task by itself asks for it once.
    kind: 'unique',
    type: TASK,
    name: 'crm_tasks_cause',
    columns: ['cause', 'subjectType', 'subjectId'],
    when: '{cause} is not null',
    code: 'row.already_there',
  },
  {
    kind: 'check',
    type: TASK,
    name: 'crm_tasks_settled',
    condition: "({state} = 'open') = ({doneAt} is null) and ({state} = 'done') = ({outcome} is not null)",
    code: 'task.settled_wrong',
  },
  {
    kind: 'freeze',
    type: TASK,
    when: "{state} <> 'open'",
    columns: ['kind', 'state', 'title', 'dueOn', 'outcome', 'promisedOn', 'note', 'doneAt', 'doneBy'],
    keep: false,
  },
  { kind: 'index', type: TASK, name: 'crm_tasks_subject', columns: ['subjectId', 'subjectType'] },
  { kind: 'index', type: TASK, name: 'crm_tasks_due', columns: ['state', 'dueOn'] },
  { kind: 'index', type: TASK, name: 'crm_tasks_assignee', columns: ['assignee', 'state'] },
];
