import { addDays, badInput } from '@sanya/strapi-plugin-platform/kernel';
import { defineWorkflowAction, ROLES, type Tools } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { TASK_KINDS } from '../domain/task';
import { openTasks } from '../use-cases/tasks/open-tasks';

const LONGEST = 200;
const person = z.int().min(1).max(2_147_483_647);

const wish = z.strictObject({
  /** What kind of task. */
  task: z.enum(TASK_KINDS),
  title: z.string().trim().min(1).max(1000),
  dueInDays: z.int().min(0).max(365),
  /** Who looks after the thing or its customer, or somebody by name; else whoever has the role. */
  assignee: z.union([z.literal('responsible'), person]).nullish(),
  role: z.enum(ROLES).nullish(),
});

/** Asks the office to do something: once for each run, however often that is tried. */
export const workflowTask = ({ strapi, platform }: Tools) =>
  defineWorkflowAction<z.output<typeof wish>>({
    kind: 'task',
    wish,
    texts: ({ title }) => [{ field: 'title', part: 'subject', text: title }],
    async check({ assignee }) {
      if (typeof assignee !== 'number') return;
      if ((await strapi.db.query('admin::user').count({ where: { id: assignee } })) > 0) return;
      throw badInput('staff.unknown', { field: 'assignee' });
    },
    async carryOut({ task, title, dueInDays, assignee, role }, { key, subject, customer, say }) {
      const responsible = subject.responsible ?? customer?.responsible ?? null;
      await openTasks(platform, [
        {
          ...{ kind: task, title: (await say(title, 'th')).slice(0, LONGEST), cause: key },
          ...{ dueOn: addDays(platform.clock.today(), dueInDays), customer: customer?.id ?? null },
          ...{ subjectType: subject.type, subjectId: subject.id, subjectDocumentId: subject.documentId },
          ...{ subjectName: subject.name.slice(0, LONGEST) || undefined, role: role ?? null },
          assignee: assignee === 'responsible' ? responsible : (assignee ?? null),
        },
      ]);
    },
  });
