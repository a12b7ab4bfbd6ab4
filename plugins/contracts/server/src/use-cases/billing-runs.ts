import {
  addDays,
  badInput,
  conflict,
  isRefusal,
  keepProblem,
  sum,
  type CivilDate,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_RUN, CUSTOMER } from '../content-types/types';
import { contractsStore } from '../stores/contracts';
import { type RunRow, runsStore } from '../stores/runs';
import { undosStore } from '../stores/undos';
import { billingOf } from './bill-contracts';
import type { Billing } from './invoice-drafts';
import { type ContractCustomer, readContracts } from './lock-contracts';

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
    const first = { most: 1, today: platform.clock.today(), heldToo: false };
    if (source === 'staff' && (await undosStore(platform.rows).running())) throw conflict('billing_undo.running');
    if (source === 'clock' && (await contractsStore(platform.rows).due(asOf, first)).length === 0) return undefined;
    const store = runsStore(platform.rows);
    const ref = await store.begin({
      ...{ source, state: 'running', asOf, startedAt: platform.clock.now(), finishedAt: null },
      ...{ contracts: 0, invoices: 0, periods: 0, parked: 0, total: 0n },
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

export interface Preview {
  asOf: CivilDate;
  contracts: { documentId: string; number: string; customer: string; periods: number; amount: bigint }[];
  problems: { documentId: string; number: string; customer: string; problem: string }[];
  /** Before VAT, or with it where the prices of a contract include it. */
  amount: bigint;
  /** There are more than were looked at. */
  more: boolean;
}

const MOST_SHOWN = 500;

/** What a run would bill: reads alone, locks nothing and writes nothing. */
export async function previewRun(tools: Tools, asOf: CivilDate): Promise<Preview> {
  const due = await contractsStore(tools.platform.rows).due(asOf, {
    most: MOST_SHOWN + 1,
    today: tools.platform.clock.today(),
    heldToo: true,
  });
  const seen = due.slice(0, MOST_SHOWN);
  const customers = await tools.platform.rows.byIds<ContractCustomer>(CUSTOMER, [
    ...new Set(seen.map(({ customer }) => customer)),
  ]);
  const found = await readContracts(
    tools,
    seen.map(({ id }) => id),
    { customers },
  );
  const preview: Preview = { asOf, contracts: [], problems: [], amount: 0n, more: due.length > MOST_SHOWN };
  for (const one of found) {
    const { documentId, number } = one.contract;
    const named = { documentId, number: number ?? '', customer: one.customer.name };
    try {
      const billing: Billing = billingOf(one, asOf);
      const amount = sum(billing.due.map((period) => period.amount));
      preview.contracts.push({ ...named, periods: billing.due.length, amount });
      preview.amount += amount;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      preview.problems.push({ ...named, problem: keepProblem(error) });
    }
  }
  return preview;
}
