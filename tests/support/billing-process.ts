import { setTimeout as pause } from 'node:timers/promises';
import { isRefusal } from '@sanya/strapi-plugin-platform/kernel';
import { beginRun } from '../../plugins/contracts/server/src/use-cases/billing-runs';
import { contractsStore } from '../../plugins/contracts/server/src/stores/contracts';
import { runsStore } from '../../plugins/contracts/server/src/stores/runs';
import { bootOwnApp } from './app';

/** What the process tells its parent. */
export type TellsRun =
  | { kind: 'ready' }
  /** This one has begun to bill contracts since it was told to go. */
  | { kind: 'busy' }
  /** Nothing is due any more; so many chunks were billed by this one. */
  | { kind: 'finished'; chunks: number }
  /** What the books proof named. */
  | { kind: 'proved'; discrepancies: unknown[] };

/** What the parent says: bill whatever is still under way, then what is due until that day; or prove the books. */
export type SaysBill = { asOf: string } | { prove: true };

const LOOK_MS = 10;
const tell = (message: TellsRun): void => void process.send?.(message);

/** A site that bills contracts by its jobs, as one of perhaps several on a database, until somebody kills it. */
async function main(): Promise<void> {
  const app = await bootOwnApp(
    { SANYA_JOBS: process.env.BILLING_JOBS ?? '', SANYA_TEST_CLOCK: 'false' },
    { env: {}, drop: () => Promise.resolve() },
  );
  const tools = { strapi: app.strapi, platform: app.platform };
  const runs = runsStore(app.platform.rows);
  const contracts = contractsStore(app.platform.rows);
  let chunks = 0;
  let isBusy = true;
  let wanted = '';
  app.strapi.db.connection.on('query', ({ sql }: { sql: string }) => {
    if (sql.startsWith('insert into "contracts_billing_periods"')) chunks += 1;
    // Lines are read under the lock of the customers whose contracts are billed.
    if (isBusy || !sql.includes('contracts_contract_lines')) return;
    isBusy = true;
    tell({ kind: 'busy' });
  });

  async function over(): Promise<void> {
    app.platform.jobs.poke();
    while (await runs.running()) await pause(LOOK_MS);
  }

  async function bill(asOf: string): Promise<void> {
    const system = { kind: 'system', key: 'system:test' } as const;
    const due = () => contracts.due(asOf, { most: 1, today: app.platform.clock.today(), heldToo: true });
    isBusy = false;
    wanted = asOf;
    await over();
    while ((await due()).length > 0) {
      await app.platform
        .as(system, () => beginRun(tools, { source: 'staff', asOf }))
        .catch((error: unknown) => {
          // Another instance is told the same.
          if (!isRefusal(error)) throw error;
        });
      await over();
    }
    // Who was told another day since does not answer for this one.
    if (asOf === wanted) tell({ kind: 'finished', chunks });
  }

  async function prove(): Promise<void> {
    tell({ kind: 'proved', discrepancies: await app.platform.proof.run({}) });
  }
  process.on('message', (said: SaysBill) => void ('prove' in said ? prove() : bill(said.asOf)));
  tell({ kind: 'ready' });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
