import { defineAction } from '@sanya/strapi-plugin-platform/kit';
import { beginRun, checkAsOf } from '../use-cases/billing-runs';
import { previewRun } from '../use-cases/preview-run';
import { billingRun } from './answers';
import { runInput } from './shapes';
import { previewView, runView } from './views';

export const runActions = [
  defineAction({
    name: 'startBillingRun',
    summary: 'Bill what is due until a day, or only say what would be billed',
    staff: { method: 'POST', path: '/billing-runs', permission: 'billing-run.start' },
    input: runInput,
    output: billingRun,
    status: 201,
    graphql: 'none',
    run: async (call) => {
      const { platform, input } = call;
      const today = platform.clock.today();
      const asOf = input.asOf ?? today;
      checkAsOf(asOf, today);
      if (input.dryRun) return previewView(platform, await previewRun(call, asOf), await platform.currency.own());
      const run = await beginRun(call, { source: 'staff', asOf });
      return run && runView(run);
    },
  }),
] as const;
