import { changeActions } from './change-actions';
import { contractActions } from './contract-actions';
import { contractSteps } from './contract-steps';
import { documentActions } from './document-actions';
import { entitlementActions } from './entitlement-actions';
import { openingActions } from './opening-actions';
import { renewalActions } from './renewal-actions';
import { runActions } from './run-actions';
import { serviceLevelActions } from './service-level-actions';
import { suspensionActions } from './suspension-actions';
import { undoActions } from './undo-actions';

export const actions = [
  ...contractActions,
  ...contractSteps,
  ...suspensionActions,
  ...changeActions,
  ...runActions,
  ...undoActions,
  ...entitlementActions,
  ...renewalActions,
  ...documentActions,
  ...serviceLevelActions,
  ...openingActions,
] as const;
