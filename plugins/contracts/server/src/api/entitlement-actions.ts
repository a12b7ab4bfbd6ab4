import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import { defineAction, type Platform } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, CONTRACT_LINE, ENTITLEMENT_ENTRY } from '../content-types/types';
import { contractsStore } from '../stores/contracts';
import { entitlementsStore } from '../stores/entitlements';
import { agreeEntitlements } from '../use-cases/entitlements/agree-entitlements';
import { enterEntitlements } from '../use-cases/entitlements/enter-entitlements';
import { giveBackEntitlements } from '../use-cases/entitlements/give-back-entitlements';
import {
  adjustInput,
  agreeInput,
  entitlementOf,
  entitlementsAnswer,
  topUpInput,
  undoInput,
  useInput,
} from './entitlement-shapes';
import { entitlementsView } from './entitlement-views';
import { nothing } from './shapes';

/** Of the contract that a line stands in. */
async function viewOfLine(platform: Platform, line: number) {
  const [contract] = await entitlementsStore(platform.rows).contractsOf([line]);
  return contract === undefined ? undefined : entitlementsView(platform, contract);
}

export const entitlementActions = [
  defineAction({
    name: 'contractEntitlements',
    summary: 'What a contract entitles to: granted, carried over, used, left, and what of it expires',
    subject: CONTRACT,
    storefront: { method: 'GET', path: '/contracts/:id/entitlements', who: 'member' },
    staff: { method: 'GET', path: '/contracts/:id/entitlements', permission: 'contract.find' },
    graphql: 'query',
    writes: false,
    input: nothing,
    output: entitlementsAnswer,
    run: async ({ platform, caller, subject }) => {
      const [row] = await contractsStore(platform.rows).byIds([subject.id]);
      if (!row || (caller.kind !== 'staff' && row.state === 'draft')) throw notFound('row.not_found', { field: 'id' });
      return entitlementsView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'agreeEntitlements',
    summary: 'Agree what a contract line entitles to, from the next period on',
    subject: CONTRACT_LINE,
    staff: { method: 'POST', path: '/contract-lines/:id/entitlements', permission: 'contract.edit' },
    input: agreeInput,
    output: entitlementsAnswer,
    graphql: 'none',
    run: async (call) => {
      const { platform, subject, input } = call;
      await agreeEntitlements(call, [{ line: subject.id, entitlements: input.entitlements.map(entitlementOf) }]);
      return viewOfLine(platform, subject.id);
    },
  }),
  defineAction({
    name: 'useEntitlement',
    summary: 'Draw on what a contract line entitles to, by hand',
    subject: CONTRACT_LINE,
    staff: { method: 'POST', path: '/contract-lines/:id/use', permission: 'entitlement.use' },
    input: useInput,
    output: entitlementsAnswer,
    graphql: 'none',
    run: async (call) => {
      const { platform, subject, input } = call;
      await enterEntitlements(call, [{ ...input, kind: 'use', line: subject.id }]);
      return viewOfLine(platform, subject.id);
    },
  }),
  defineAction({
    name: 'undoEntitlementUse',
    summary: 'Give back what was used, on the day that it was used for',
    subject: ENTITLEMENT_ENTRY,
    staff: { method: 'POST', path: '/entitlement-entries/:id/undo', permission: 'entitlement.use' },
    input: undoInput,
    output: entitlementsAnswer,
    graphql: 'none',
    run: async (call) => {
      const { platform, subject, input } = call;
      await giveBackEntitlements(call, [{ use: { id: subject.id }, reason: input.reason || null }]);
      const [entry] = await entitlementsStore(platform.rows).byIds([subject.id]);
      return entry && entitlementsView(platform, entry.contract);
    },
  }),
  defineAction({
    name: 'topUpEntitlement',
    summary: 'Add to what a contract line entitles to, for the period that runs',
    subject: CONTRACT_LINE,
    staff: { method: 'POST', path: '/contract-lines/:id/top-up', permission: 'entitlement.adjust' },
    input: topUpInput,
    output: entitlementsAnswer,
    graphql: 'none',
    run: async (call) => {
      const { platform, subject, input } = call;
      await enterEntitlements(call, [{ ...input, kind: 'top_up', line: subject.id }]);
      return viewOfLine(platform, subject.id);
    },
  }),
  defineAction({
    name: 'adjustEntitlement',
    summary: 'Put right by hand what is left, up or down, with the reason',
    subject: CONTRACT_LINE,
    staff: { method: 'POST', path: '/contract-lines/:id/adjust', permission: 'entitlement.adjust' },
    input: adjustInput,
    output: entitlementsAnswer,
    graphql: 'none',
    run: async (call) => {
      const { platform, subject, input } = call;
      await enterEntitlements(call, [{ ...input, kind: 'adjust', line: subject.id }]);
      return viewOfLine(platform, subject.id);
    },
  }),
] as const;
