import { badInput } from '@sanya/strapi-plugin-platform/kernel';
import { defineAction, type Platform, rowId, type Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTACT, CUSTOMER, TASK } from '../content-types/types';
import { type TaskRow, taskStore } from '../stores/tasks';
import { openTasks } from '../use-cases/tasks/open-tasks';
import { assignTasks, cancelTasks, finishTasks } from '../use-cases/tasks/settle-tasks';
import { task, taskAssign, taskCancel, taskDraft, taskFinish } from './task-shapes';

const taskView = (row: TaskRow) => ({
  ...{ documentId: row.documentId, kind: row.kind, state: row.state, title: row.title, dueOn: row.dueOn },
  ...{ subjectType: row.subjectType, subjectDocumentId: row.subjectDocumentId, subjectName: row.subjectName },
  ...{ assignee: row.assignee, role: row.role, outcome: row.outcome, promisedOn: row.promisedOn },
  ...{ note: row.note, doneAt: row.doneAt },
});

const named = (platform: Platform, uid: string, id: string | undefined, code: string, field: string) =>
  id === undefined ? null : rowId(platform, uid, id, code, field);

async function checkPerson({ strapi }: Pick<Tools, 'strapi'>, person: number | null | undefined): Promise<void> {
  if (!person || (await strapi.db.query('admin::user').count({ where: { id: person } })) > 0) return;
  throw badInput('staff.unknown', { field: 'assignee' });
}

/** What the office is to do. */
export const taskActions = [
  defineAction({
    name: 'createTask',
    summary: 'Enter something that is to be done by a day',
    staff: { method: 'POST', path: '/tasks', permission: 'task.do' },
    input: taskDraft,
    output: task,
    status: 201,
    run: async (call) => {
      const { platform, caller, input } = call;
      await checkPerson(call, input.assignee);
      const customer = await named(platform, CUSTOMER, input.customer, 'customer.unknown', 'customer');
      const contact = await named(platform, CONTACT, input.contact, 'contact.unknown', 'contact');
      const own = input.role === undefined ? (caller.userId ?? null) : null;
      const assignee = input.assignee === undefined ? own : input.assignee;
      const [made] = await openTasks(platform, [{ ...input, customer, contact, assignee }]);
      const [row] = await taskStore(platform).byIds([made?.id ?? 0]);
      return row && taskView(row);
    },
  }),
  defineAction({
    name: 'finishTask',
    summary: 'Say how a task went: of a call, whether somebody was reached, and what was promised',
    subject: TASK,
    staff: { method: 'POST', path: '/tasks/:id/done', permission: 'task.do' },
    input: taskFinish,
    output: task,
    run: async ({ platform, subject, input }) => {
      const [row] = await finishTasks(platform, [{ id: subject.id, ...input }]);
      return row && taskView(row);
    },
  }),
  defineAction({
    name: 'cancelTask',
    summary: 'Say that a task is to be done no more, and why',
    subject: TASK,
    staff: { method: 'POST', path: '/tasks/:id/cancel', permission: 'task.do' },
    input: taskCancel,
    output: task,
    run: async ({ platform, subject, input }) => {
      const [row] = await cancelTasks(platform, [subject.id], input.reason);
      return row && taskView(row);
    },
  }),
  defineAction({
    name: 'assignTask',
    summary: 'Give a task to a member of staff, or back to all who may do it',
    subject: TASK,
    staff: { method: 'POST', path: '/tasks/:id/assign', permission: 'task.do' },
    input: taskAssign,
    output: task,
    run: async (call) => {
      await checkPerson(call, call.input.assignee);
      const [row] = await assignTasks(call.platform, [{ id: call.subject.id, assignee: call.input.assignee }]);
      return row && taskView(row);
    },
  }),
];
