import type { Grant } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_PERIOD, BILLING_RUN, CONTRACT, CONTRACT_LINE, SUSPENSION } from '../content-types/types';
import { OWN_CONTRACT_PARTS, OWN_CONTRACTS } from './conditions';

const read = (...uids: string[]) => uids.map((uid) => ({ uid, can: ['read'] as const }));
const CONTRACTS = [CONTRACT, CONTRACT_LINE, BILLING_PERIOD, SUSPENSION];
const AGREEING = ['contract.find', 'contract.edit', 'contract.activate', 'contract.suspend', 'contract.cancel'];

export const grants: readonly Grant[] = [
  { roles: ['owner', 'billing', 'accountant', 'sales-lead', 'service-manager'], actions: ['contract.letter'] },
  {
    roles: ['owner', 'billing'],
    actions: [...AGREEING, 'billing-run.start'],
    types: read(...CONTRACTS, BILLING_RUN),
  },
  { roles: ['sales-lead', 'service-manager'], actions: AGREEING, types: read(...CONTRACTS) },
  {
    roles: ['sales'],
    actions: ['contract.find', 'contract.edit'],
    types: [
      { uid: CONTRACT, can: ['read'], conditions: [OWN_CONTRACTS] },
      ...[CONTRACT_LINE, BILLING_PERIOD, SUSPENSION].map((uid) => ({
        uid,
        can: ['read'] as const,
        conditions: [OWN_CONTRACT_PARTS],
      })),
    ],
  },
  { roles: ['accountant'], actions: ['contract.find'], types: read(...CONTRACTS, BILLING_RUN) },
  {
    roles: ['dispatcher', 'support-lead', 'support-agent'],
    actions: ['contract.find'],
    types: read(...CONTRACTS),
  },
];
