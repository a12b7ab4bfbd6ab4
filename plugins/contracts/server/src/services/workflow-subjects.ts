import { type Tools, type WorkflowSubject, workflowSubject } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, RENEWAL } from '../content-types/types';
import { RENEWAL_STATES } from '../domain/renewal-machine';
import { latestRenewals } from '../stores/latest-renewals';

/** What was promised, as workflows may speak of it, with the renewal of its latest term. */
export const workflowSubjects = (tools: Tools): WorkflowSubject[] => [
  workflowSubject(tools, {
    type: CONTRACT,
    name: 'contract',
    events: [
      ...['agreed', 'scheduled', 'activated', 'suspended', 'resumed', 'changed', 'notice_given', 'cancelled', 'ended'],
      ...['renewal_noticed', 'renewal_offered', 'renewal_declined', 'renewed', 'lapsed', 'won_back'],
      ...['billed', 'parked', 'service_level_set'],
    ].map((verb) => `contract.${verb}`),
    fields: {
      ...{ number: 'text', serviceId: 'text', state: 'choice', activation: 'choice', autoRenew: 'flag' },
      ...{ startsOn: 'date', trialUntil: 'date', endsOn: 'date', noticeGivenOn: 'date', term: 'number' },
      ...{ termMonths: 'number', noticeDays: 'number', endReason: 'text' },
    },
    called: ['number'],
    customer: 'customer',
    more: {
      fields: {
        renewalState: { kind: 'choice', choices: RENEWAL_STATES, of: { type: RENEWAL, fact: 'state' } },
        renewalPrice: 'money',
      },
      async load(rows) {
        const latest = await latestRenewals(
          tools.platform,
          rows.map(({ id }) => id),
        );
        return new Map(
          rows.map(({ id }) => {
            const { state = null, price = null } = latest.get(id) ?? {};
            return [id, { renewalState: state, renewalPrice: price }];
          }),
        );
      },
    },
  }),
];
