import type { Grant } from '@sanya/strapi-plugin-platform/kit';
import {
  BILLING_PERIOD,
  BILLING_RUN,
  BILLING_UNDO,
  BILLING_UNDO_ITEM,
  CLASS_SERVICE_LEVEL,
  CONTRACT,
  CONTRACT_IMPORT,
  CONTRACT_IMPORT_ROW,
  CONTRACT_LINE,
  CONTRACT_TERMS,
  ENTITLEMENT_ENTRY,
  SERVICE_LEVEL,
  SUSPENSION,
} from '../content-types/types';
import { OWN_CONTRACT_PARTS, OWN_CONTRACTS } from './conditions';
import { renewalGrants } from './renewal-grants';

const read = (...uids: string[]) => uids.map((uid) => ({ uid, can: ['read'] as const }));
const edit = (uid: string) => ({ uid, can: ['read', 'create', 'update', 'delete'] as const });
const LEVELS = [SERVICE_LEVEL, CLASS_SERVICE_LEVEL];
const RUNS = [BILLING_RUN, BILLING_UNDO, BILLING_UNDO_ITEM];
const CONTRACTS = [CONTRACT, CONTRACT_LINE, BILLING_PERIOD, SUSPENSION, ENTITLEMENT_ENTRY];
const AGREEING = [
  'contract.find',
  'contract.edit',
  'contract.activate',
  'contract.suspend',
  'contract.cancel',
  'contract.change',
];

export const grants: readonly Grant[] = [
  ...renewalGrants,
  { roles: ['owner', 'billing', 'accountant', 'sales-lead', 'service-manager'], actions: ['contract.letter'] },
  {
    roles: ['owner', 'billing'],
    actions: [...AGREEING, 'billing-run.start', 'billing-run.undo'],
    types: read(...CONTRACTS, ...RUNS),
  },
  { roles: ['sales-lead', 'service-manager'], actions: AGREEING, types: read(...CONTRACTS) },
  {
    roles: ['sales'],
    actions: ['contract.find', 'contract.edit'],
    types: [
      { uid: CONTRACT, can: ['read'], conditions: [OWN_CONTRACTS] },
      ...[CONTRACT_LINE, BILLING_PERIOD, SUSPENSION, ENTITLEMENT_ENTRY].map((uid) => ({
        uid,
        can: ['read'] as const,
        conditions: [OWN_CONTRACT_PARTS],
      })),
    ],
  },
  { roles: ['accountant'], actions: ['contract.find'], types: read(...CONTRACTS, ...RUNS) },
  {
    roles: ['dispatcher', 'support-lead', 'support-agent'],
    actions: ['contract.find'],
    types: read(...CONTRACTS),
  },
  { roles: ['owner', 'billing', 'sales-lead', 'service-manager'], actions: ['entitlement.use', 'entitlement.adjust'] },
  { roles: ['dispatcher', 'support-lead', 'support-agent'], actions: ['entitlement.use'] },
  { roles: ['owner', 'service-manager'], types: LEVELS.map(edit) },
  {
    roles: ['sales-lead', 'sales', 'billing', 'accountant', 'dispatcher', 'support-lead', 'support-agent'],
    types: read(...LEVELS),
  },
  { roles: ['owner', 'billing', 'sales-lead', 'service-manager'], actions: ['contract-terms.edit'] },
  {
    roles: [
      ...(['owner', 'billing', 'accountant', 'sales-lead', 'sales', 'service-manager'] as const),
      ...(['dispatcher', 'support-lead', 'support-agent'] as const),
    ],
    types: read(CONTRACT_TERMS),
  },
  { roles: ['owner', 'billing'], actions: ['contract.import'], types: read(CONTRACT_IMPORT, CONTRACT_IMPORT_ROW) },
];
