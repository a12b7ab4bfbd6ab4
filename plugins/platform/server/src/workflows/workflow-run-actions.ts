import { z } from 'zod';
import { defineAction } from '../../../kit/src/actions';
import { page } from '../api/shown';
import { coreOf } from '../core/core-of';
import { RUN_STATES } from './domain/life';
import { namedWorkflow } from './named-workflow';
import { workflowRun } from './workflow-shapes';
import { runView } from './workflow-views';

/** What workflows did, and what staff do where one could not. */
export const workflowRunActions = [
  defineAction({
    name: 'listWorkflowRuns',
    summary: 'Runs of a workflow, the latest first',
    staff: { method: 'GET', path: '/workflows/:id/runs', permission: 'workflow.read' },
    graphql: 'none',
    input: z.strictObject({ ...page, state: z.enum(RUN_STATES).optional() }),
    output: z.array(workflowRun),
    writes: false,
    run: async (call) => {
      const { store } = coreOf(call.strapi).workflows;
      const row = await namedWorkflow(store, call.params.id ?? '');
      return (await store.runsOf(row.id, call.input)).map((run) => runView(call, run));
    },
  }),
  defineAction({
    name: 'retryWorkflowRun',
    summary: 'Carry on a run that was given up, from the action that failed',
    staff: { method: 'POST', path: '/workflow-runs/:id/retry', permission: 'workflow.retry' },
    graphql: 'none',
    input: z.strictObject({}),
    output: workflowRun,
    run: async (call) => runView(call, await coreOf(call.strapi).workflows.retry(call.params.id ?? '')),
  }),
];
