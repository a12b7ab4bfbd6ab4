import { setTimeout as pause } from 'node:timers/promises';
import { beginRun } from '../../plugins/contracts/server/src/use-cases/billing-runs';
import { runsStore } from '../../plugins/contracts/server/src/stores/runs';
import { bootOwnApp } from './app';

/** What the process tells its parent. */
export type TellsRun =
  | { kind: 'ready' }
  /** The run that is under way has billed something since it was told to go. */
  | { kind: 'busy' }
  /** Nothing is under way any more; so many chunks were billed by this one. */
  | { kind: 'finished'; chunks: number };

/** What the parent says: bill what is due until that day, or whatever is still under way. */
export interface SaysBill {
  asOf: string;
}

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
  let chunks = 0;
  app.strapi.db.connection.on('query', ({ sql }: { sql: string }) => {
    if (sql.startsWith('insert into "contracts_billing_periods"')) chunks += 1;
  });

  async function bill({ asOf }: SaysBill): Promise<void> {
    const system = { kind: 'system', key: 'system:test' } as const;
    // Another instance is told the same.
    const begun = (await runs.running()) ?? app.platform.as(system, () => beginRun(tools, { source: 'staff', asOf }));
    await Promise.resolve(begun).catch(() => undefined);
    app.platform.jobs.poke();
    const before = (await runs.running())?.contracts;
    for (let isBusy = false; ; await pause(LOOK_MS)) {
      const run = await runs.running();
      if (!isBusy && run?.contracts !== before) {
        isBusy = true;
        tell({ kind: 'busy' });
      }
      if (!run) return tell({ kind: 'finished', chunks });
    }
  }
  process.on('message', (said: SaysBill) => void bill(said));
  tell({ kind: 'ready' });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
