import { contractActions } from './contract-actions';
import { contractSteps } from './contract-steps';
import { entitlementActions } from './entitlement-actions';
import { runActions } from './run-actions';

export const actions = [...contractActions, ...contractSteps, ...runActions, ...entitlementActions] as const;
