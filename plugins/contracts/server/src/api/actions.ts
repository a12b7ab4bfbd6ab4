import { contractActions } from './contract-actions';
import { contractSteps } from './contract-steps';
import { runActions } from './run-actions';
import { suspensionActions } from './suspension-actions';

export const actions = [...contractActions, ...contractSteps, ...runActions, ...suspensionActions] as const;
