import { machine } from '../../../../kernel/src';

export const WORKFLOW_STATES = ['off', 'on', 'archived'] as const;
export type WorkflowState = (typeof WORKFLOW_STATES)[number];

export const workflowLife = machine<WorkflowState, 'switch_on' | 'switch_off' | 'archive'>({
  type: 'workflow',
  states: WORKFLOW_STATES,
  initial: ['off'],
  transitions: [
    { verb: 'switch_on', from: ['off'], to: 'on' },
    { verb: 'switch_off', from: ['on'], to: 'off' },
    { verb: 'archive', from: ['off'], to: 'archived' },
  ],
});

export const RUN_STATES = ['waiting', 'done', 'lapsed', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Lapsed: what the workflow waited for came otherwise, or it was switched off meanwhile. */
export const runLife = machine<RunState, 'finish' | 'lapse' | 'give_up' | 'retry'>({
  type: 'workflow-run',
  states: RUN_STATES,
  initial: ['waiting'],
  transitions: [
    { verb: 'finish', from: ['waiting'], to: 'done' },
    { verb: 'lapse', from: ['waiting'], to: 'lapsed' },
    { verb: 'give_up', from: ['waiting'], to: 'failed' },
    { verb: 'retry', from: ['failed'], to: 'waiting' },
  ],
});
