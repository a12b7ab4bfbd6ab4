import { changeActions } from './change-actions';
import { contractActions } from './contract-actions';
import { contractSteps } from './contract-steps';
import { runActions } from './run-actions';

export const actions = [...contractActions, ...contractSteps, ...changeActions, ...runActions] as const;
