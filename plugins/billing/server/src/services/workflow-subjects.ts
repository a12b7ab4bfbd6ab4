import { compareDates } from '@sanya/strapi-plugin-platform/kernel';
import { type Tools, type WorkflowRow, type WorkflowSubject, workflowSubject } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, INVOICE, PAYMENT } from '../content-types/types';
import { paidInvoices } from '../stores/paid-before';

const namesOf = (of: string, verbs: readonly string[]): string[] => verbs.map((verb) => `${of}.${verb}`);

/** What is owed and what was paid, as workflows may speak of it. */
export const workflowSubjects = (tools: Tools): WorkflowSubject[] => [
  workflowSubject(tools, {
    type: INVOICE,
    name: 'invoice',
    events: namesOf('invoice', [
      ...['issued', 'sent', 'paid', 'partly_paid', 'reopened', 'owed_more', 'voided', 'written_off', 'credited'],
      ...['debited', 'suspension_due', 'resumption_due', 'termination_due', 'legal_action_due'],
    ]),
    fields: {
      ...{ number: 'text', state: 'choice', issuedOn: 'date', dueDate: 'date', net: 'money', total: 'money' },
      ...{ amountDue: 'money', poNumber: 'text', sourceNumber: 'text' },
    },
    called: ['number'],
    customer: 'customer',
    more: {
      fields: { overdue: 'flag', otherPaid: 'number' },
      async load(rows) {
        const customers = [...new Set(rows.flatMap((row) => (row.customer as number | null) ?? []))];
        const paid = await paidInvoices(tools.platform, customers);
        const today = tools.platform.clock.today();
        const isOverdue = ({ state, dueDate }: WorkflowRow): boolean =>
          state === 'open' && dueDate !== null && compareDates(String(dueDate), today) < 0;
        return new Map(
          rows.map((row) => {
            const others = (paid.get(Number(row.customer)) ?? 0) - (row.state === 'paid' ? 1 : 0);
            return [row.id, { overdue: isOverdue(row), otherPaid: others }];
          }),
        );
      },
    },
  }),
  workflowSubject(tools, {
    type: PAYMENT,
    name: 'payment',
    events: namesOf('payment', ['submitted', 'succeeded', 'failed', 'doubted', 'rejected', 'reversed']),
    fields: {
      ...{ state: 'choice', method: 'choice', amount: 'money', withheld: 'money', deduction: 'money' },
      ...{ receivedOn: 'date', bank: 'text', reference: 'text', reverseReason: 'text', rejectReason: 'text' },
    },
    called: ['reference', 'receivedOn'],
    customer: 'customer',
  }),
  workflowSubject(tools, {
    type: CREDIT_NOTE,
    name: 'credit_note',
    events: namesOf('credit_note', ['issued', 'cancelled']),
    fields: {
      ...{ number: 'text', state: 'choice', issuedOn: 'date', net: 'money', total: 'money', reason: 'text' },
    },
    called: ['number'],
    customer: 'customer',
  }),
];
