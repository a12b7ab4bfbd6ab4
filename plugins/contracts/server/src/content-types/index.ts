import billingPeriod from './billing-period/schema.json';
import billingRun from './billing-run/schema.json';
import billingUndo from './billing-undo/schema.json';
import billingUndoItem from './billing-undo-item/schema.json';
import classServiceLevel from './class-service-level/schema.json';
import contractImportRow from './contract-import-row/schema.json';
import contractImport from './contract-import/schema.json';
import contractLine from './contract-line/schema.json';
import contractPerson from './contract-person/schema.json';
import contractTerms from './contract-terms/schema.json';
import contract from './contract/schema.json';
import entitlementEntry from './entitlement-entry/schema.json';
import declineReason from './decline-reason/schema.json';
import renewalNotice from './renewal-notice/schema.json';
import renewal from './renewal/schema.json';
import serviceLevel from './service-level/schema.json';
import setting from './setting/schema.json';
import suspension from './suspension/schema.json';

export const contentTypes = {
  contract: { schema: contract },
  'contract-line': { schema: contractLine },
  'contract-person': { schema: contractPerson },
  suspension: { schema: suspension },
  'entitlement-entry': { schema: entitlementEntry },
  'contract-import': { schema: contractImport },
  'contract-import-row': { schema: contractImportRow },
  'billing-period': { schema: billingPeriod },
  'billing-run': { schema: billingRun },
  'billing-undo': { schema: billingUndo },
  'billing-undo-item': { schema: billingUndoItem },
  renewal: { schema: renewal },
  'renewal-notice': { schema: renewalNotice },
  'decline-reason': { schema: declineReason },
  'service-level': { schema: serviceLevel },
  'class-service-level': { schema: classServiceLevel },
  'contract-terms': { schema: contractTerms },
  setting: { schema: setting },
};
