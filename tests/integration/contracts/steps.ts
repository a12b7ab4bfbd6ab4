import { createRunBilling } from '../../../plugins/contracts/server/src/jobs/run-billing';
import { createUndoRuns } from '../../../plugins/contracts/server/src/jobs/undo-runs';
import type { Job } from '../../../plugins/platform/kit/src/jobs';
import type { App } from '../../support/app';
import { asSystem } from '../billing/support';

/** The jobs of contracts, taken step by step where none runs by itself. */
export function stepping(app: App) {
  const tools = { strapi: app.strapi, platform: app.platform };
  const step = (job: Job) => asSystem(app, () => job.step({ tick: '', cursor: null, runId: 0 }));

  async function toEnd(job: Job): Promise<void> {
    for (let steps = 0; steps < 50; steps += 1) if ((await step(job)).done) return;
    throw new Error(`${job.name} does not end`);
  }
  return {
    bill: () => toEnd(createRunBilling(tools)),
    undo: () => toEnd(createUndoRuns(tools)),
    undoOnce: () => step(createUndoRuns(tools)),
  };
}
