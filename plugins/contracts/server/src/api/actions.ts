import { changeActions } from './change-actions';
import { contractActions } from './contract-actions';
import { contractSteps } from './contract-steps';
import { contractTermsActions } from './contract-terms-actions';
import { documentActions } from './document-actions';
import { entitlementActions } from './entitlement-actions';
import { openingActions } from './opening-actions';
import { peopleActions } from './people-actions';
import { poNumberActions } from './po-number-actions';
import { renewalTermsActions } from './renewal-terms-actions';
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
  ...peopleActions,
  ...poNumberActions,
  ...renewalTermsActions,
  ...contractTermsActions,
  ...openingActions,
] as const;
