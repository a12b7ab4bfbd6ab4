import { isRefusal, startOfDay } from '@sanya/strapi-plugin-platform/kernel';
import type { Job, StepResult, Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractsStore } from '../stores/contracts';
import { type RunRow, runsStore } from '../stores/runs';
import { billContracts, parkContract } from '../use-cases/bill-contracts';
import { beginRun, finishRun } from '../use-cases/billing-runs';

const CHUNK = 500;

interface Done {
  processed: number;
  failed: number;
}

/** Bills each night what is due, and whenever staff begin a run; one chunk of customers' contracts at a time. */
export function createRunBilling(tools: Tools): Job {
  const { platform } = tools;
  const contracts = () => contractsStore(platform.rows);
  const runs = () => runsStore(platform.rows);

  /** Those of one customer stay together, as long as they are not more than a chunk. */
  async function nextChunk(run: RunRow): Promise<number[]> {
    const due = await contracts().due(run.asOf, CHUNK);
    const last = due.at(-1)?.customer;
    const whole = due.length < CHUNK ? due : due.filter(({ customer }) => customer !== last);
    return (whole.length > 0 ? whole : due).map(({ id }) => id);
  }

  /** A chunk that a rule refuses is redone contract by contract; the one that is refused alone is parked. */
  async function oneByOne(run: RunRow, ids: readonly number[]): Promise<Done> {
    const done: Done = { processed: 0, failed: 0 };
    for (const id of ids) {
      try {
        await billContracts(tools, { contracts: [id], asOf: run.asOf, run: run.id, busy: 'wait' });
        done.processed += 1;
      } catch (error) {
        if (!isRefusal(error)) throw error;
        await parkContract(tools, { contract: id, run: run.id, error });
        done.failed += 1;
      }
    }
    return done;
  }

  async function chunk(run: RunRow, ids: readonly number[]): Promise<Done> {
    const bill = async (busy: 'wait' | 'skip'): Promise<number> =>
      (await billContracts(tools, { contracts: ids, asOf: run.asOf, run: run.id, busy })).contracts;
    try {
      // Only where every one of them is in other hands is it worth to wait.
      return { processed: (await bill('skip')) || (await bill('wait')), failed: 0 };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return oneByOne(run, ids);
    }
  }

  return {
    name: 'contracts.run-billing',
    async nextDue() {
      const running = await runs().running();
      if (running) return running.startedAt;
      const first = await contracts().firstDue();
      return first === null ? null : startOfDay(platform.clock.zone(), first);
    },
    async step(): Promise<StepResult> {
      const today = platform.clock.today();
      const run = (await runs().running()) ?? (await beginRun(tools, { source: 'clock', asOf: today }));
      if (!run) return { done: true };
      const ids = await nextChunk(run);
      if (ids.length === 0) {
        await finishRun(tools, run.id);
        return { done: true };
      }
      return { done: false, ...(await chunk(run, ids)) };
    },
  };
}
