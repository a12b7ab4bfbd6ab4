import { contractActions } from './contract-actions';
import { contractSteps } from './contract-steps';
import { documentActions } from './document-actions';
import { entitlementActions } from './entitlement-actions';
import { openingActions } from './opening-actions';
import { runActions } from './run-actions';

export const actions = [
  ...contractActions,
  ...contractSteps,
  ...runActions,
  ...entitlementActions,
  ...documentActions,
  ...openingActions,
] as const;
