import { contractActions } from './contract-actions';
import { contractSteps } from './contract-steps';
import { runActions } from './run-actions';
import { undoActions } from './undo-actions';

export const actions = [...contractActions, ...contractSteps, ...runActions, ...undoActions] as const;
