import { z } from 'zod';
import { type Call, defineAction } from '../../../kit/src/actions';
import { gone } from '../../../kit/src/shapes';
import { coreOf } from '../core/core-of';
import type { Draft } from './check-draft';
import { namedWorkflow } from './named-workflow';
import {
  catalogue,
  change,
  draft,
  draftRehearsal,
  rehearsal,
  rehearsalWish,
  savedWorkflow,
  workflow,
} from './workflow-shapes';
import { catalogueView, savedView, workflowView, workflowViews } from './workflow-views';

const nothing = z.strictObject({});
const READ = 'workflow.read';
const SET = 'workflow.set';

const parts = ({ strapi }: Pick<Call<unknown>, 'strapi'>) => coreOf(strapi).workflows;

const draftOf = ({ name, event, conditions, actions, wait }: z.output<typeof draft>): Draft => ({
  ...{ name, event, conditions, actions, wait: wait ?? null },
});

const namedOf = (call: Pick<Call<unknown>, 'strapi' | 'params'>) =>
  namedWorkflow(parts(call).store, call.params.id ?? '');

/** Workflows as staff build them. */
export const workflowActions = [
  defineAction({
    name: 'listWorkflows',
    summary: 'All workflows, with what waits and how their runs of the last 30 days went',
    staff: { method: 'GET', path: '/workflows', permission: READ },
    graphql: 'none',
    input: nothing,
    output: z.array(workflow),
    writes: false,
    run: async (call) => workflowViews(call, await parts(call).store.all()),
  }),
  defineAction({
    name: 'readWorkflowCatalogue',
    summary: 'What workflows can listen to, ask about and do on this site',
    staff: { method: 'GET', path: '/workflow-catalogue', permission: READ },
    graphql: 'none',
    input: nothing,
    output: catalogue,
    writes: false,
    run: catalogueView,
  }),
  defineAction({
    name: 'readWorkflow',
    summary: 'One workflow with its conditions and actions',
    staff: { method: 'GET', path: '/workflows/:id', permission: READ },
    graphql: 'none',
    input: nothing,
    output: workflow,
    writes: false,
    run: async (call) => workflowView(call, await namedOf(call)),
  }),
  defineAction({
    name: 'createWorkflow',
    summary: 'Build a workflow; it is off until it is switched on',
    staff: { method: 'POST', path: '/workflows', permission: SET },
    graphql: 'none',
    input: draft,
    output: savedWorkflow,
    status: 201,
    run: async (call) => savedView(call, await parts(call).create(draftOf(call.input))),
  }),
  defineAction({
    name: 'changeWorkflow',
    summary: 'Change a workflow for what happens from now on; runs under way go on as they were planned',
    staff: { method: 'PUT', path: '/workflows/:id', permission: SET },
    graphql: 'none',
    input: change,
    output: savedWorkflow,
    run: async (call) =>
      savedView(call, await parts(call).change(call.params.id ?? '', draftOf(call.input), call.input.revision)),
  }),
  defineAction({
    name: 'switchWorkflowOn',
    summary: 'Let a workflow run about all that happens from now on',
    staff: { method: 'POST', path: '/workflows/:id/switch-on', permission: SET },
    graphql: 'none',
    input: nothing,
    output: workflow,
    run: async (call) => workflowView(call, await parts(call).switchOn(call.params.id ?? '')),
  }),
  defineAction({
    name: 'switchWorkflowOff',
    summary: 'Let a workflow begin nothing more; what waits and has done nothing yet does nothing',
    staff: { method: 'POST', path: '/workflows/:id/switch-off', permission: SET },
    graphql: 'none',
    input: nothing,
    output: workflow,
    run: async (call) => workflowView(call, await parts(call).switchOff(call.params.id ?? '')),
  }),
  defineAction({
    name: 'deleteWorkflow',
    summary: 'Put away a workflow that is off; one without runs is gone, those of another stay with it',
    staff: { method: 'DELETE', path: '/workflows/:id', permission: SET },
    graphql: 'none',
    input: nothing,
    output: gone,
    run: async (call) => {
      const documentId = call.params.id ?? '';
      await parts(call).remove(documentId);
      return { documentId };
    },
  }),
  defineAction({
    name: 'renewWorkflowSecret',
    summary: 'Sign what a workflow sends to other sites with another secret from now on',
    staff: { method: 'POST', path: '/workflows/:id/secret', permission: SET },
    graphql: 'none',
    input: nothing,
    output: savedWorkflow,
    run: async (call) => savedView(call, await parts(call).renewSecret(call.params.id ?? '')),
  }),
  defineAction({
    name: 'rehearseWorkflowDraft',
    summary: 'What a workflow that is not saved yet would have done in the last days; writes and sends nothing',
    staff: { method: 'POST', path: '/workflows/rehearse', permission: SET },
    graphql: 'none',
    input: draftRehearsal,
    output: rehearsal,
    writes: false,
    run: async (call) =>
      parts(call).rehearse(call.caller, await parts(call).check(draftOf(call.input)), call.input.days),
  }),
  defineAction({
    name: 'rehearseWorkflow',
    summary: 'What a workflow would have done in the last days; notes that it was tried, and does nothing else',
    staff: { method: 'POST', path: '/workflows/:id/rehearse', permission: SET },
    graphql: 'none',
    input: rehearsalWish,
    output: rehearsal,
    ownTransactions: true,
    run: async (call) => {
      const row = await namedOf(call);
      const answer = await parts(call).rehearse(call.caller, row, call.input.days);
      await parts(call).noteRehearsed(row);
      return answer;
    },
  }),
];
