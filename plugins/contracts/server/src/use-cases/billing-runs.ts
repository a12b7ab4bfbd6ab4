import { addDays, badInput, conflict, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_RUN } from '../content-types/types';
import { contractsStore } from '../stores/contracts';
import { type RunRow, runsStore } from '../stores/runs';
import { undosStore } from '../stores/undos';

/** As far ahead as staff may bill before a holiday. */
export const DAYS_AHEAD = 31;

export interface RunWish {
  source: RunRow['source'];
  asOf: CivilDate;
}

export function checkAsOf(asOf: CivilDate, today: CivilDate): void {
  if (asOf > addDays(today, DAYS_AHEAD)) {
    throw badInput('billing_run.too_far', { field: 'asOf', params: { most: DAYS_AHEAD } });
  }
}

/** Begins a run; by the clock only where something is due, and undefined where another one has begun meanwhile. */
export async function beginRun(tools: Tools, { source, asOf }: RunWish): Promise<RunRow | undefined> {
  const { platform } = tools;
  return platform.transaction(async () => {
    if (source === 'staff' && (await undosStore(platform.rows).running())) throw conflict('billing_undo.running');
    const wanted = { today: platform.clock.today(), heldToo: source === 'staff' };
    const due = await contractsStore(platform.rows).countDue(asOf, wanted);
    if (source === 'clock' && due === 0) return undefined;
    const store = runsStore(platform.rows);
    const ref = await store.begin({
      ...{ source, state: 'running', asOf, startedAt: platform.clock.now(), finishedAt: null },
      ...{ due, contracts: 0, invoices: 0, periods: 0, parked: 0, total: 0n },
      currency: await platform.currency.own(),
    });
    if (!ref) {
      if (source === 'clock') return store.running();
      throw conflict('billing_run.running');
    }
    await platform.events.record([
      { name: 'billing_run.started', subject: { type: BILLING_RUN, ...ref }, after: { state: 'running', asOf } },
    ]);
    platform.afterCommit(() => platform.jobs.poke());
    return store.byId(ref.id);
  });
}

export async function finishRun({ platform }: Tools, id: number): Promise<void> {
  await platform.transaction(async () => {
    const store = runsStore(platform.rows);
    const run = await store.byId(id, 'wait');
    if (run?.state !== 'running') return;
    await store.update({ id, state: 'finished', finishedAt: platform.clock.now() });
    const { contracts, invoices, parked, total, currency } = run;
    await platform.events.record([
      {
        name: 'billing_run.finished',
        subject: { type: BILLING_RUN, id, documentId: run.documentId },
        before: { state: run.state },
        after: { state: 'finished', contracts, invoices, parked, total, currency },
      },
    ]);
  });
}
