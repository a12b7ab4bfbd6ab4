import { type Tools, type WorkflowSubject, workflowSubject } from '@sanya/strapi-plugin-platform/kit';
import { ORDER, QUOTE } from '../content-types/types';

/** What was offered and ordered, as workflows may speak of it. */
export const workflowSubjects = (tools: Tools): WorkflowSubject[] => [
  workflowSubject(tools, {
    type: QUOTE,
    name: 'quote',
    events: ['requested', 'sent', 'accepted', 'ordered', 'declined', 'superseded'].map((verb) => `quote.${verb}`),
    fields: {
      ...{ number: 'text', version: 'number', state: 'choice', net: 'money', total: 'money', discount: 'money' },
      ...{ requestedOn: 'date', sentAt: 'date', validUntil: 'date', declineReason: 'text' },
    },
    called: ['number'],
    customer: 'customer',
    responsible: 'salesPerson',
  }),
  workflowSubject(tools, {
    type: ORDER,
    name: 'order',
    events: [
      ...['placed', 'held', 'released', 'confirmed', 'fulfilling', 'handed_over', 'delivered', 'closed', 'cancelled'],
      ...['expired', 'delayed', 'amended', 'returned'],
    ].map((verb) => `order.${verb}`),
    fields: {
      ...{ number: 'text', state: 'choice', source: 'choice', net: 'money', total: 'money', discount: 'money' },
      ...{ placedAt: 'date', promisedOn: 'date', poNumber: 'text', delayReason: 'text', cancelReason: 'text' },
    },
    called: ['number'],
    customer: 'customer',
  }),
];
