import { isRefusal, startOfDay } from '@sanya/strapi-plugin-platform/kernel';
import type { Job, StepResult, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CHUNK, chunksOf, ofCustomers } from '../domain/run-chunks';
import { contractsStore, type DueContract } from '../stores/contracts';
import { type RunRow, runsStore } from '../stores/runs';
import { billContracts } from '../use-cases/bill-contracts';
import { beginRun, finishRun } from '../use-cases/billing-runs';
import { parkUnbilled } from '../use-cases/park-contracts';

/** Chunks of a step: while one is written, the next is read and decided. */
const CHUNKS = 4;
const MOST = CHUNK * CHUNKS;

interface Done {
  processed: number;
  failed: number;
}

const NONE: Done = { processed: 0, failed: 0 };
const both = (one: Done, other: Done): Done => ({
  processed: one.processed + other.processed,
  failed: one.failed + other.failed,
});

/** Bills each night what is due, and whenever staff begin a run, in chunks of customers' contracts. */
export function createRunBilling(tools: Tools): Job {
  const { platform } = tools;
  const contracts = () => contractsStore(platform.rows);
  const runs = () => runsStore(platform.rows);

  /** What was undone is billed at once where staff say so. */
  const heldToo = ({ source }: RunRow): boolean => source === 'staff';

  const dueOf = (run: RunRow): Promise<DueContract[]> =>
    contracts().due(run.asOf, {
      most: MOST,
      today: platform.clock.today(),
      heldToo: heldToo(run),
    });

  const bill = async (run: RunRow, due: readonly DueContract[], busy: 'wait' | 'skip'): Promise<number> => {
    const ids = due.map(({ id }) => id);
    return (await billContracts(tools, { contracts: ids, asOf: run.asOf, heldToo: heldToo(run), run: run.id, busy }))
      .contracts;
  };

  /** Bills what stays together; what a rule refuses of it is left to another way. */
  async function all(
    run: RunRow,
    groups: readonly DueContract[][],
    refused: (group: readonly DueContract[], error: unknown) => Promise<Done>,
  ): Promise<Done> {
    let done = NONE;
    for (const group of groups) {
      try {
        done = both(done, { processed: await bill(run, group, 'wait'), failed: 0 });
      } catch (error) {
        if (!isRefusal(error)) throw error;
        done = both(done, await refused(group, error));
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
        if (one) await parkUnbilled(tools, { contract: one.id, run: run.id, error });
        return { processed: 0, failed: 1 };
      },
    );

  /** The invoices of other customers stay as they would have been, those for several contracts too. */
  const byCustomer = (run: RunRow, due: readonly DueContract[]): Promise<Done> =>
    all(run, ofCustomers(due), (own) => oneByOne(run, own));

  async function chunk(run: RunRow, due: readonly DueContract[], busy: 'wait' | 'skip'): Promise<Done> {
    try {
      return { processed: await bill(run, due, busy), failed: 0 };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return byCustomer(run, due);
    }
  }

  async function bills(run: RunRow, chunks: readonly DueContract[][]): Promise<Done> {
    const billed = await platform.sideBySide(chunks.map((due) => () => chunk(run, due, 'skip')));
    const done = billed.reduce(both, NONE);
    const [first] = chunks;
    // Only where every one of them is in other hands is it worth to wait.
    return done.processed + done.failed > 0 || !first ? done : chunk(run, first, 'wait');
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
      const due = await dueOf(run);
      if (due.length === 0) {
        await finishRun(tools, run.id);
        return { done: true };
      }
      return { done: false, ...(await bills(run, chunksOf(due, due.length === MOST))) };
    },
  };
}
