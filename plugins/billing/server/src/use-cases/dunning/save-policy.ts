import { badInput, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { DUNNING_POLICY } from '../../content-types/types';
import { checkPolicy } from '../../domain/dunning/check-policy';
import type { WantedStep } from '../../domain/dunning/policy';
import { dunningTemplates } from '../../services/dunning-templates';
import { loadPolicies, type StoredPolicy, writePolicy } from '../../stores/dunning/policies';

export type PolicyWish = Omit<StoredPolicy, 'id' | 'documentId' | 'steps'> & { steps: readonly WantedStep[] };

/** Refuses what could not be followed, a text that is not there, and a step that is none of the policy that is changed. */
export async function checkWish(platform: Platform, wish: PolicyWish, id?: number): Promise<void> {
  checkPolicy({ ...wish, steps: wish.steps });
  wish.steps.forEach(({ template }, index) => {
    if (template !== null && !dunningTemplates.some(({ code }) => code === template)) {
      throw badInput('dunning.template_unknown', { field: `steps.${index}.template`, params: { template } });
    }
  });
  const [known] = id === undefined ? [] : await loadPolicies(platform, [id]);
  if (id !== undefined && !known) throw notFound('dunning.policy_unknown');
  wish.steps.forEach(({ step }, index) => {
    if (step === undefined) return;
    const isNamedBefore = wish.steps.some((other, place) => place < index && other.step === step);
    if (isNamedBefore || !known?.steps.some(({ documentId }) => documentId === step)) {
      throw badInput('dunning.step_unknown', { field: `steps.${index}.step` });
    }
  });
}

/** Makes a policy, or changes one: from now on. What was told before stays told. */
export const savePolicy = (platform: Platform, wish: PolicyWish, id?: number): Promise<StoredPolicy | undefined> =>
  platform.transaction(async () => {
    const steps = [...wish.steps].sort((a, b) => a.day - b.day);
    await checkWish(platform, wish, id);
    const saved = await writePolicy(platform, id, { ...wish, steps });
    const [policy] = await loadPolicies(platform, [saved]);
    if (!policy) return undefined;
    await platform.events.record([
      {
        name: 'dunning_policy.saved',
        subject: { type: DUNNING_POLICY, id: policy.id, documentId: policy.documentId },
        after: { name: policy.name, active: policy.active, floor: policy.floor, steps: policy.steps.length },
      },
    ]);
    platform.afterCommit(() => platform.jobs.poke());
    return policy;
  });
