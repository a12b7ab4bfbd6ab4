import type { Constraint } from '../../../kit/src/constraints';
import { WORKFLOW, WORKFLOW_RUN } from './workflow-types';

export const workflowConstraints: readonly Constraint[] = [
  { kind: 'index', type: WORKFLOW, name: 'workflow_on', columns: ['event'], when: "{state} = 'on'" },
  {
    // Once for each event, however many instances look at it and however often.
    kind: 'unique',
    type: WORKFLOW_RUN,
    name: 'workflow_run_once',
    columns: ['workflow', 'eventId'],
    code: 'row.already_there',
  },
  {
    kind: 'index',
    type: WORKFLOW_RUN,
    name: 'workflow_run_due',
    columns: ['nextAttemptAt', 'id'],
    when: "{state} = 'waiting'",
  },
  {
    kind: 'index',
    type: WORKFLOW_RUN,
    name: 'workflow_run_ended',
    columns: ['endedAt', 'id'],
    when: "{state} in ('done', 'lapsed')",
  },
  { kind: 'index', type: WORKFLOW_RUN, name: 'workflow_run_at', columns: ['workflow', 'at'] },
  { kind: 'index', type: WORKFLOW_RUN, name: 'workflow_run_state', columns: ['workflow', 'state', 'id'] },
  { kind: 'restrict', type: WORKFLOW_RUN, relation: 'workflow' },
];
