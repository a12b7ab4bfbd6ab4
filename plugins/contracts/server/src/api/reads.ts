import type { Read } from '@sanya/strapi-plugin-platform/kit';
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
  DECLINE_REASON,
  ENTITLEMENT_ENTRY,
  RENEWAL,
  RENEWAL_NOTICE,
  SERVICE_LEVEL,
  SUSPENSION,
} from '../content-types/types';
import { entitlementsLeft } from './entitlements-left';
import { standingOfRun } from './run-standing';

/** A draft is not the customer's yet. */
const SHOWN = { state: { $ne: 'draft' } };

export const reads: readonly Read[] = [
  {
    ...{ type: CONTRACT, path: '/contracts', storefront: 'member', staff: true, where: SHOWN, problems: ['problem'] },
    beside: entitlementsLeft,
  },
  { type: CONTRACT_LINE, path: '/contract-lines', storefront: 'member', staff: true, where: { contract: SHOWN } },
  { type: BILLING_PERIOD, path: '/billing-periods', storefront: 'member', staff: true, where: { contract: SHOWN } },
  { type: SUSPENSION, path: '/suspensions', storefront: 'member', staff: true, where: { contract: SHOWN } },
  {
    ...{ type: ENTITLEMENT_ENTRY, path: '/entitlement-entries', storefront: 'member', staff: true },
    where: { contract: SHOWN },
  },
  {
    ...{ type: CONTRACT_TERMS, path: '/contract-terms', storefront: 'public', staff: true },
    where: { product: { state: { $eq: 'active' } } },
    populate: { product: { fields: ['documentId'] }, price: { fields: ['documentId'] } },
  },
  { type: CONTRACT_IMPORT, path: '/contract-imports', staff: true },
  { type: CONTRACT_IMPORT_ROW, path: '/contract-import-rows', staff: true, problems: ['reason'] },
  { type: BILLING_RUN, path: '/billing-runs', staff: true, staffBeside: standingOfRun },
  { type: BILLING_UNDO, path: '/billing-undos', staff: true },
  { type: BILLING_UNDO_ITEM, path: '/billing-undo-items', staff: true, problems: ['problem'] },
  { type: RENEWAL, path: '/renewals', storefront: 'member', staff: true, problems: ['problem'] },
  { type: RENEWAL_NOTICE, path: '/renewal-notices', staff: true },
  { type: DECLINE_REASON, path: '/decline-reasons', staff: true },
  { type: SERVICE_LEVEL, path: '/service-levels', staff: true },
  { type: CLASS_SERVICE_LEVEL, path: '/class-service-levels', staff: true },
];

/** The way from a type to the customer who owns it. */
export const owners: Record<string, string> = {
  [CONTRACT]: 'customer',
  [CONTRACT_LINE]: 'contract.customer',
  [BILLING_PERIOD]: 'contract.customer',
  [SUSPENSION]: 'contract.customer',
  [ENTITLEMENT_ENTRY]: 'contract.customer',
  [RENEWAL]: 'contract.customer',
  [RENEWAL_NOTICE]: 'renewal.contract.customer',
};
