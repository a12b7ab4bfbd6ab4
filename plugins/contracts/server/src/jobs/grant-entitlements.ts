import { startOfDay } from '@sanya/strapi-plugin-platform/kernel';
import type { Job, StepResult, Tools } from '@sanya/strapi-plugin-platform/kit';
import { entitlementsStore } from '../stores/entitlements';
import { settleEntitlements } from '../use-cases/entitlements/settle-entitlements';

const CHUNK = 200;

/** Grants what periods that begin entitle to, and lets go what those that are over do not pass on. */
export function createGrantEntitlements(tools: Tools): Job {
  const { platform } = tools;
  const store = () => entitlementsStore(platform.rows);
  return {
    name: 'contracts.grant-entitlements',
    async nextDue() {
      const [first] = await store().due(1);
      return first ? startOfDay(platform.clock.zone(), first.entitlementsDueOn) : null;
    },
    async step(): Promise<StepResult> {
      const due = await store().due(CHUNK, platform.clock.today());
      await settleEntitlements(tools, [...new Set(due.map(({ contract }) => contract))]);
      return { done: due.length < CHUNK, processed: due.length };
    },
  };
}
