import type { Grant } from '@sanya/strapi-plugin-platform/kit';
import { DECLINE_REASON, RENEWAL, RENEWAL_NOTICE, SETTING } from '../content-types/types';
import { OWN_CONTRACT_PARTS, OWN_RENEWAL_NOTICES } from './conditions';

const read = (...uids: string[]) => uids.map((uid) => ({ uid, can: ['read'] as const }));
const edit = (uid: string) => ({ uid, can: ['read', 'create', 'update', 'delete'] as const });
const WORKING = ['renewal.read', 'renewal.offer', 'renewal.decide'];
const COUNTING = 'renewal.count';
const REPORTS = [COUNTING, 'report.expiring-contracts', 'report.non-renewals'];

/** Who asks customers whether they stay, who decides it, and who sees what came of it. */
export const renewalGrants: readonly Grant[] = [
  {
    roles: ['owner', 'sales-lead'],
    actions: [...WORKING, ...REPORTS],
    types: [
      ...read(RENEWAL, RENEWAL_NOTICE),
      edit(DECLINE_REASON),
      { uid: SETTING, can: ['read', 'create', 'update'] },
    ],
  },
  {
    roles: ['billing'],
    actions: [...WORKING, ...REPORTS],
    types: read(RENEWAL, RENEWAL_NOTICE, DECLINE_REASON),
  },
  {
    roles: ['service-manager'],
    actions: [...WORKING, COUNTING],
    types: read(RENEWAL, RENEWAL_NOTICE, DECLINE_REASON),
  },
  {
    roles: ['sales'],
    actions: WORKING,
    types: [
      { uid: RENEWAL, can: ['read'], conditions: [OWN_CONTRACT_PARTS] },
      { uid: RENEWAL_NOTICE, can: ['read'], conditions: [OWN_RENEWAL_NOTICES] },
      ...read(DECLINE_REASON),
    ],
  },
  {
    roles: ['accountant'],
    actions: ['renewal.read', ...REPORTS],
    types: read(RENEWAL, RENEWAL_NOTICE, DECLINE_REASON),
  },
];
