import { contractActions } from './contract-actions';
import { contractSteps } from './contract-steps';
import { renewalActions } from './renewal-actions';
import { runActions } from './run-actions';

export const actions = [...contractActions, ...contractSteps, ...runActions, ...renewalActions] as const;
