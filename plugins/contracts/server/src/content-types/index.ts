import billingPeriod from './billing-period/schema.json';
import billingRun from './billing-run/schema.json';
import contractLine from './contract-line/schema.json';
import contract from './contract/schema.json';
import entitlementEntry from './entitlement-entry/schema.json';
import suspension from './suspension/schema.json';

export const contentTypes = {
  contract: { schema: contract },
  'contract-line': { schema: contractLine },
  suspension: { schema: suspension },
  'entitlement-entry': { schema: entitlementEntry },
  'billing-period': { schema: billingPeriod },
  'billing-run': { schema: billingRun },
};
