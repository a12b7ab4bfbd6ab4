import { isRefusal, startOfDay } from '@sanya/strapi-plugin-platform/kernel';
import type { Job, StepResult, Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractsStore, type DueContract } from '../stores/contracts';
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
  async function nextChunk(run: RunRow): Promise<DueContract[]> {
    const due = await contracts().due(run.asOf, {
      most: CHUNK,
      today: platform.clock.today(),
      heldToo: run.source === 'staff',
    });
    const last = due.at(-1)?.customer;
    const whole = due.length < CHUNK ? due : due.filter(({ customer }) => customer !== last);
    return whole.length > 0 ? whole : due;
  }

  const bill = async (run: RunRow, due: readonly DueContract[], busy: 'wait' | 'skip'): Promise<number> => {
    const ids = due.map(({ id }) => id);
    return (await billContracts(tools, { contracts: ids, asOf: run.asOf, run: run.id, busy })).contracts;
  };

  /** Bills what stays together; what a rule refuses of it is left to another way. */
  async function all(
    run: RunRow,
    groups: Iterable<readonly DueContract[]>,
    refused: (group: readonly DueContract[], error: unknown) => Promise<Done>,
  ): Promise<Done> {
    const done: Done = { processed: 0, failed: 0 };
    for (const group of groups) {
      try {
        done.processed += await bill(run, group, 'wait');
      } catch (error) {
        if (!isRefusal(error)) throw error;
        const { processed, failed } = await refused(group, error);
        done.processed += processed;
        done.failed += failed;
      }
    }
    return done;
  }

  /** The one that is refused alone is parked. */
  const oneByOne = (run: RunRow, due: readonly DueContract[]): Promise<Done> =>
    all(
      run,
      due.map((one) => [one]),
      async ([one], error) => {
        if (one) await parkContract(tools, { contract: one.id, run: run.id, error });
        return { processed: 0, failed: 1 };
      },
    );

  /** The invoices of other customers stay as they would have been, those for several contracts too. */
  function byCustomer(run: RunRow, due: readonly DueContract[]): Promise<Done> {
    const groups = new Map<number, DueContract[]>();
    for (const one of due) groups.set(one.customer, [...(groups.get(one.customer) ?? []), one]);
    return all(run, groups.values(), (own) => oneByOne(run, own));
  }

  async function chunk(run: RunRow, due: readonly DueContract[]): Promise<Done> {
    try {
      // Only where every one of them is in other hands is it worth to wait.
      return { processed: (await bill(run, due, 'skip')) || (await bill(run, due, 'wait')), failed: 0 };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return byCustomer(run, due);
    }
  }

  return {
    name: 'contracts.run-billing',
    async nextDue() {
      const running = await runs().running();
      if (running) return running.startedAt;
      const first = await contracts().firstDue(platform.clock.today());
      return first === null ? null : startOfDay(platform.clock.zone(), first);
    },
    async step(): Promise<StepResult> {
      const today = platform.clock.today();
      const run = (await runs().running()) ?? (await beginRun(tools, { source: 'clock', asOf: today }));
      if (!run) return { done: true };
      const due = await nextChunk(run);
      if (due.length === 0) {
        await finishRun(tools, run.id);
        return { done: true };
      }
      return { done: false, ...(await chunk(run, due)) };
    },
  };
}
