import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import type { SaysBill, TellsRun } from '../support/billing-process';
import type { TestDatabase } from '../support/database';
import { CONTRACTS, seedContracts } from './contracts';
import { asked, filledTemplate, onCopy } from './databases';
import { printWanted } from './figures';

const support = path.resolve(__dirname, '../support');
/** Fewer are billed before the second instance wakes. */
const SHARED = Math.max(CONTRACTS, 50_000);
const LEAST_SHARE = 1 / 3;
const LEAST_TOGETHER = 0.95;

interface Instance {
  child: ChildProcess;
  ready: Promise<unknown>;
  /** Chunks that it billed. */
  finished: Promise<number>;
}

function start(database: TestDatabase): Instance {
  const child = fork(path.join(support, 'billing-process.ts'), {
    execArgv: ['--require', path.join(support, 'register-typescript.cjs')],
    env: { ...process.env, ...database.env, BILLING_JOBS: '' },
  });
  const hears = <Kind extends TellsRun['kind']>(kind: Kind): Promise<Extract<TellsRun, { kind: Kind }>> =>
    new Promise((resolve, reject) => {
      child.on('message', (told: TellsRun) => {
        if (told.kind === kind) resolve(told as Extract<TellsRun, { kind: Kind }>);
      });
      child.once('exit', (code) => reject(new Error(`The instance ended by itself with ${code}`)));
    });
  return { child, ready: hears('ready'), finished: hears('finished').then(({ chunks }) => chunks) };
}

/** Bills with so many instances what staff want billed ahead; contracts a second, and how many chunks each did. */
const billWith = (template: TestDatabase, count: number): Promise<{ speed: number; chunks: number[] }> =>
  onCopy(template, async (database) => {
    // Nothing of it is due by itself, and no mail is rendered meanwhile.
    const day = await asked(database, async (ask) => {
      const [first] = await ask('select next_bill_on::text as day from contracts_contracts limit 1');
      const tomorrow = addDays(String(first?.day), 1);
      await ask(`update contracts_billing_runs set state = 'finished'`);
      await ask(`update contracts_contracts set next_bill_on = '${tomorrow}'`);
      await ask('update crm_customers set email = null');
      return tomorrow;
    });
    const instances: Instance[] = [];
    try {
      // One after the other: two that start at once would both look at the tables.
      while (instances.length < count) {
        const one = start(database);
        instances.push(one);
        await one.ready;
      }
      const from = performance.now();
      for (const { child } of instances) child.send({ asOf: day } satisfies SaysBill);
      const chunks = await Promise.all(instances.map(({ finished }) => finished));
      const seconds = (performance.now() - from) / 1000;
      const [doubled] = await asked(database, (ask) =>
        ask(
          `select count(*) as twice from (
             select line_id from contracts_billing_periods where state = 'billed' group by line_id having count(*) <> 1) x`,
        ),
      );
      if (Number(doubled?.twice) > 0) throw new Error('A period was billed twice');
      return { speed: SHARED / seconds, chunks };
    } finally {
      for (const { child } of instances) child.kill('SIGKILL');
    }
  });

/** How two instances on one database share a run. */
export async function printShared(): Promise<void> {
  const { template } = await filledTemplate(seedContracts(SHARED));
  const alone = await billWith(template, 1);
  const together = await billWith(template, 2);
  await template.drop();
  const all = together.chunks.reduce((total, one) => total + one, 0);
  printWanted('billing-run', 'two instances over one', together.speed / alone.speed, 'times', {
    wanted: LEAST_TOGETHER,
  });
  printWanted('billing-run', 'lesser share of two', Math.min(...together.chunks) / all, 'of all', {
    wanted: LEAST_SHARE,
  });
}
