import billingPeriod from './billing-period/schema.json';
import billingRun from './billing-run/schema.json';
import contractLine from './contract-line/schema.json';
import contract from './contract/schema.json';
import declineReason from './decline-reason/schema.json';
import renewalNotice from './renewal-notice/schema.json';
import renewal from './renewal/schema.json';
import setting from './setting/schema.json';
import suspension from './suspension/schema.json';

export const contentTypes = {
  contract: { schema: contract },
  'contract-line': { schema: contractLine },
  suspension: { schema: suspension },
  'billing-period': { schema: billingPeriod },
  'billing-run': { schema: billingRun },
  renewal: { schema: renewal },
  'renewal-notice': { schema: renewalNotice },
  'decline-reason': { schema: declineReason },
  setting: { schema: setting },
};
