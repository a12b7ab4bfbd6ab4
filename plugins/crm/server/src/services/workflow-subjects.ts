import { type Tools, type WorkflowRow, type WorkflowSubject, workflowSubject } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, CUSTOMER_CLASS, FORM, FORM_SUBMISSION, TASK } from '../content-types/types';

type Language = 'th' | 'en';

const readerOf = ({ email, language }: WorkflowRow) =>
  email ? { to: String(email), language: (language ?? 'th') as Language } : null;

/** Names of what rows of a type point at, by the row that points. */
async function namesOf({ platform }: Tools, rows: readonly WorkflowRow[], attribute: string, type: string) {
  const ids = rows.flatMap((row) => (row[attribute] as number | null) ?? []);
  const found = await platform.rows.byIds<{ name: string }>(type, ids, { fields: ['name'] });
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return (row: WorkflowRow): string | null => names.get((row[attribute] as number | null) ?? 0) ?? null;
}

/** Whom and what of the office workflows may speak of. */
export const workflowSubjects = (tools: Tools): WorkflowSubject[] => [
  workflowSubject(tools, {
    type: CUSTOMER,
    name: 'customer',
    events: ['customer.created', 'customer.changed', 'customer.closed', 'customer.reopened'],
    fields: {
      ...{ code: 'text', name: 'text', kind: 'choice', state: 'choice', language: 'choice' },
      ...{ email: 'text', phone: 'text', vatRegistered: 'flag', wantsPaper: 'flag', supplier: 'flag' },
      ...{ creditTermsDays: 'number', creditLimit: 'money' },
    },
    called: ['name'],
    responsible: 'owner',
    reader: readerOf,
    more: {
      fields: { className: 'text' },
      async load(rows) {
        const nameOf = await namesOf(tools, rows, 'class', CUSTOMER_CLASS);
        return new Map(rows.map((row) => [row.id, { className: nameOf(row) }]));
      },
    },
  }),
  workflowSubject(tools, {
    type: FORM_SUBMISSION,
    name: 'submission',
    events: ['form.submitted', 'form_submission.handled', 'form_submission.dismissed'],
    fields: {
      ...{ purpose: 'choice', state: 'choice', name: 'text', email: 'text', phone: 'text', submittedAt: 'date' },
    },
    called: ['name', 'email', 'phone'],
    customer: 'customer',
    reader: readerOf,
    more: {
      fields: { formName: 'text' },
      async load(rows) {
        const nameOf = await namesOf(tools, rows, 'form', FORM);
        return new Map(rows.map((row) => [row.id, { formName: nameOf(row) }]));
      },
    },
  }),
  workflowSubject(tools, {
    type: TASK,
    name: 'task',
    events: ['task.opened', 'task.assigned', 'task.postponed', 'task.done', 'task.cancelled'],
    fields: {
      ...{ kind: 'choice', state: 'choice', title: 'text', subjectName: 'text', dueOn: 'date', outcome: 'choice' },
      ...{ promisedOn: 'date', note: 'text' },
    },
    called: ['title', 'subjectName'],
    customer: 'customer',
    responsible: 'assignee',
  }),
];
