import { defineAction, type Platform } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER_CLASS, DUNNING_POLICY } from '../content-types/types';
import { loadPolicies, type StoredPolicy } from '../stores/dunning/policies';
import { savePolicy } from '../use-cases/dunning/save-policy';
import { policiesAnswer, policyAnswer, policyWish } from './dunning-shapes';
import { wishOf } from './dunning-wish';
import { nothing } from './shapes';

async function viewsOf(platform: Platform, policies: readonly StoredPolicy[]) {
  const classes = await platform.rows.byIds<{ name: string }>(
    CUSTOMER_CLASS,
    policies.flatMap(({ customerClass }) => customerClass ?? []),
    { fields: ['name'] },
  );
  return policies.map(({ documentId, name, customerClass, active, floor, feeOn, noticeDays, workingDays, steps }) => {
    const own = classes.find(({ id }) => id === customerClass);
    return {
      ...{ documentId, name, active, floor, feeOn, noticeDays, workingDays },
      customerClass: own ? { documentId: own.documentId, name: own.name } : null,
      steps: steps.map((step) => ({
        ...{ documentId: step.documentId, day: step.day, channel: step.channel, template: step.template },
        ...{ feeAmount: step.feeAmount, feePpm: step.feePpm, action: step.action, warns: step.warns },
      })),
    };
  });
}

const viewOf = async (platform: Platform, policy: StoredPolicy | undefined) =>
  policy && (await viewsOf(platform, [policy]))[0];

export const dunningPolicyActions = [
  defineAction({
    name: 'dunningLadders',
    summary: 'All dunning policies, each with its steps',
    staff: { method: 'GET', path: '/dunning/policies', permission: 'dunning.read' },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: policiesAnswer,
    run: async ({ platform }) => viewsOf(platform, await loadPolicies(platform)),
  }),
  defineAction({
    name: 'createDunningPolicy',
    summary: 'Make a dunning policy, for a class of customers or for all that have none of their own',
    staff: { method: 'POST', path: '/dunning/policies', permission: 'dunning.set' },
    graphql: 'none',
    input: policyWish,
    output: policyAnswer,
    status: 201,
    run: async ({ platform, input }) => viewOf(platform, await savePolicy(platform, await wishOf(platform, input))),
  }),
  defineAction({
    name: 'changeDunningPolicy',
    summary: 'Change a dunning policy with all its steps, from now on',
    subject: DUNNING_POLICY,
    staff: { method: 'PUT', path: '/dunning/policies/:id', permission: 'dunning.set' },
    graphql: 'none',
    input: policyWish,
    output: policyAnswer,
    run: async ({ platform, subject, input }) =>
      viewOf(platform, await savePolicy(platform, await wishOf(platform, input), subject.id)),
  }),
];
