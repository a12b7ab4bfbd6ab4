import { z } from 'zod';
import { civilDate, day, instant, ROLES } from '@sanya/strapi-plugin-platform/kit';
import { TASK_KINDS, TASK_OUTCOMES, TASK_STATES } from '../domain/task';

const line = (most: number) => z.string().trim().max(most);
const documentId = z.string().regex(/^[a-z0-9]{1,40}$/);
const text = z.string();
const perhaps = text.nullable();
const person = z.int().min(1).max(2_147_483_647);

export const taskDraft = z.strictObject({
  kind: z.enum(TASK_KINDS),
  title: line(200).min(1),
  dueOn: civilDate,
  customer: documentId.optional(),
  contact: documentId.optional(),
  /** Who is to do it; whoever enters it, unless told. */
  assignee: person.nullish(),
  role: z.enum(ROLES).optional(),
});
export const taskFinish = z.strictObject({
  outcome: z.enum(TASK_OUTCOMES).optional(),
  note: line(2000).optional(),
  /** Nobody was reached: tried again on that day. */
  again: civilDate.optional(),
  /** By when the customer promised to pay. */
  until: civilDate.optional(),
});
export const taskCancel = z.strictObject({ reason: line(2000).min(1) });
export const taskAssign = z.strictObject({ assignee: person.nullable() });

export const task = z
  .strictObject({
    documentId: text,
    kind: z.enum(TASK_KINDS),
    state: z.enum(TASK_STATES),
    title: perhaps,
    subjectType: perhaps,
    subjectDocumentId: perhaps,
    subjectName: perhaps,
    dueOn: day,
    assignee: z.int().nullable(),
    role: perhaps,
    outcome: z.enum(TASK_OUTCOMES).nullable(),
    promisedOn: day.nullable(),
    note: perhaps,
    doneAt: instant.nullable(),
  })
  .meta({ id: 'Task' });
