import type { Core } from '@strapi/types';
import { platform, type Tools } from '@sanya/strapi-plugin-platform/kit';
import { agreeEntitlements, type AgreeWish } from '../use-cases/entitlements/agree-entitlements';
import { readBalances } from '../use-cases/entitlements/balances';
import { enterEntitlements, type EntryWish } from '../use-cases/entitlements/enter-entitlements';
import { giveBackEntitlements, type GiveBackWish } from '../use-cases/entitlements/give-back-entitlements';

/**
 * What contracts entitle to, for later plugins and the host: each takes a list and is one transaction. Quantities in
 * thousandths. What is entered for a cause (`visit:<documentId>`) is entered once, however often it is told.
 */
export const entitlements = ({ strapi }: { strapi: Core.Strapi }) => {
  const tools = (): Tools => ({ strapi, platform: platform(strapi) });
  return {
    useEntitlements: (wishes: readonly (Omit<EntryWish, 'kind' | 'cause'> & { cause: string })[]) =>
      enterEntitlements(
        tools(),
        wishes.map((wish) => ({ ...wish, kind: 'use' as const })),
      ),
    giveBackEntitlements: (wishes: readonly GiveBackWish[]) => giveBackEntitlements(tools(), wishes),
    agree: (wishes: readonly AgreeWish[]) => agreeEntitlements(tools(), wishes),
    /** By row ids of contracts. */
    balances: (contracts: readonly number[]) => readBalances(tools(), contracts),
  };
};
