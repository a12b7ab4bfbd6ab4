import { changeActions } from './change-actions';
import { contractActions } from './contract-actions';
import { contractSteps } from './contract-steps';
import { runActions } from './run-actions';
import { undoActions } from './undo-actions';

export const actions = [...contractActions, ...contractSteps, ...changeActions, ...runActions, ...undoActions] as const;
