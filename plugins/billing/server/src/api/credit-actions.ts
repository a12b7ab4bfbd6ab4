import type { Core } from '@strapi/types';
import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import { type Call, defineAction } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../content-types/types';
import type { CreditService, CreditStanding } from '../services/credit';
import { creditStanding } from './credit-answers';
import { creditTerms, nothing } from './shapes';

const creditOf = (strapi: Core.Strapi) => strapi.plugin('billing').service('credit') as CreditService;

/** What billing asks of crm here. */
interface Customers {
  update(changes: readonly { id: number; change: object }[]): Promise<unknown>;
}

/** Why a score is what it is, in the reader's words. */
function view({ platform, caller }: Call<unknown>, { score, proposal, ...standing }: CreditStanding) {
  const say = (code: string, params?: Record<string, number>): string =>
    platform.messages.say(caller.language, code, params);
  return {
    ...standing,
    score: {
      ...score,
      reasons: score.reasons.map((reason) => ({
        ...reason,
        text: say(`credit.score.${reason.code}`, reason.params),
      })),
    },
    proposal: proposal && { ...proposal, text: say(`credit.proposal.${proposal.why}`) },
  };
}

/** Who may buy how much before paying, and why. */
export const creditActions = [
  defineAction({
    name: 'customerCredit',
    summary: 'Credit limit of a customer, what of it is used and by what, the score with its reasons, and a proposal',
    subject: CUSTOMER,
    staff: { method: 'GET', path: '/customers/:id/credit', permission: 'credit.read' },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: creditStanding,
    run: async (call) => view(call, await creditOf(call.strapi).standing(call.subject.id)),
  }),
  defineAction({
    name: 'applyCreditProposal',
    summary: 'Give a customer the terms and limit that the payment history proposes, as they were shown',
    subject: CUSTOMER,
    staff: { method: 'POST', path: '/customers/:id/credit/apply', permission: 'credit.apply' },
    graphql: 'none',
    input: creditTerms,
    output: creditStanding,
    run: async (call) => {
      const { strapi, platform, subject, input } = call;
      await platform.rows.byIds(CUSTOMER, [subject.id], { fields: [], lock: 'wait' });
      const { proposal } = await creditOf(strapi).standing(subject.id);
      const { creditTermsDays, creditLimit } = input;
      if (proposal?.creditTermsDays !== creditTermsDays || proposal.creditLimit !== creditLimit) {
        throw conflict('credit.proposal_changed');
      }
      const customers = strapi.plugin('crm').service('customers') as Customers;
      await customers.update([{ id: subject.id, change: { creditTermsDays, creditLimit } }]);
      return view(call, await creditOf(strapi).standing(subject.id));
    },
  }),
];
