import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import type { NewContract } from '../../../plugins/contracts/server/src/use-cases/make-contracts';
import { bootOwnApp } from '../../support/app';
import type { SaysBill, TellsRun } from '../../support/billing-process';
import { createDatabase, type TestDatabase } from '../../support/database';
import { draws, replayable, scale, seed } from '../../support/random';
import { asked as ask } from '../../bench/databases';
import { asSystem, proofOf } from '../billing/support';

const support = path.resolve(__dirname, '../../support');
const CONTRACTS = 2_000;
const CUSTOMERS = 40;
const CHUNK = 500;
/** At most as many days ahead as staff may bill: each life may finish the run of one. */
const KILLS = Math.max(1, Math.min(50, Math.round(3 * scale())));
const DAYS_AHEAD = 31;
/** From the first chunk on. */
const LONGEST_LIFE_MS = 900;
/** Instances share a run on one PostgreSQL. */
const INSTANCES = process.env.SANYA_TEST_DB === 'postgres' ? 2 : 1;

interface Instance {
  /** Resolves with the next message of that kind. */
  hears(kind: TellsRun['kind']): Promise<void>;
  say(said: SaysBill): void;
  kill(): Promise<void>;
}

function start(env: Record<string, string>): Instance {
  const child: ChildProcess = fork(path.join(support, 'billing-process.ts'), {
    execArgv: ['--require', path.join(support, 'register-typescript.cjs')],
    env: { ...process.env, ...env, BILLING_JOBS: INSTANCES > 1 ? '' : 'inline' },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    hears: (kind) =>
      new Promise((resolve, reject) => {
        child.on('message', (told: TellsRun) => told.kind === kind && resolve());
        child.once('exit', (code) => reject(new Error(`The site ended by itself with ${code}`)));
      }),
    say: (said) => void child.send(said),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const care = (customer: number, today: string): NewContract => ({
  ...{ customer, order: null, invoice: null, firstPeriodBilled: false, activation: 'date', agreedStart: today },
  ...{ termMonths: null, noticeDays: 0, currency: 'THB', pricesIncludeTax: false, billedTogether: false },
  ...{ poNumber: null, note: null, draft: false },
  lines: ['Care', 'More'].map((description) => ({
    ...{ product: null, installedItem: null, orderLine: null, invoicePosition: null, description, details: null },
    ...{ kind: 'service', unit: 'day', quantity: 1000n, unitPrice: 10_000n, discount: 0n, taxCategory: 'standard' },
    ...{ incomeKind: null, cycleUnit: 'day', cycleCount: 1, billedIn: 'advance', alignment: 'anniversary' },
    ...{ leadDays: 0, whileSuspended: 'keep', minimumMonths: null, feeKind: 'none', feeValue: 0n },
  })),
});

let database: TestDatabase;
let today: string;
const instances: Instance[] = [];

const inApp = async <T>(work: (app: Awaited<ReturnType<typeof bootOwnApp>>) => Promise<T>): Promise<T> => {
  const app = await bootOwnApp(
    { SANYA_JOBS: 'off', SANYA_TEST_CLOCK: 'false' },
    { env: database.env, drop: () => Promise.resolve() },
  );
  return work(app).finally(() => app.close());
};

beforeAll(async () => {
  database = await createDatabase();
  today = await inApp(async (app) => {
    const customers = await app.platform.rows.insert(
      'plugin::crm.customer',
      Array.from({ length: CUSTOMERS }, (_, place) => ({
        ...{ code: `K${place}`, kind: 'person', name: `ลูกค้า ${place}`, language: 'th', creditTermsDays: 0 },
        ...{ currency: 'THB', state: 'active' },
      })),
    );
    const day = app.platform.clock.today();
    const { make } = app.strapi.plugin('contracts').service('contracts') as {
      make(wishes: readonly NewContract[]): Promise<unknown>;
    };
    const wishes = Array.from({ length: CONTRACTS }, (_, place) => care(customers[place % CUSTOMERS]?.id ?? 0, day));
    await asSystem(app, async () => {
      for (let from = 0; from < CONTRACTS; from += CHUNK) await make(wishes.slice(from, from + CHUNK));
    });
    return day;
  });
}, 300_000);
afterAll(async () => {
  for (const one of instances) await one.kill();
  await database?.drop();
});

const rows = (sql: string): Promise<Record<string, unknown>[]> => ask(database, (read) => read(sql));

/** Nobody waits for the minute until leases of the dead have run out. */
const freeLeases = (): Promise<unknown> =>
  rows(`update platform_job_runs set lease_until = null, lease_by = null where state = 'running'`);

/** One after the other, as a house rolls them out: two that start at once would both look at the tables. */
async function begin(): Promise<Instance[]> {
  instances.splice(0);
  while (instances.length < INSTANCES) {
    const one = start(database.env);
    instances.push(one);
    await one.hears('ready');
  }
  return [...instances];
}

/** What must be true after each death, however little was done: nothing half, nothing twice. */
async function expectWhole(): Promise<void> {
  expect(
    await rows(
      `select line_id, period_number, count(*) from contracts_billing_periods where state = 'billed'
       group by line_id, period_number having count(*) > 1`,
    ),
  ).toEqual([]);
  // Each invoice asks for the two periods that stand on it.
  expect(
    await rows(
      `select i.id from billing_invoices i where
         (select count(*) from billing_invoice_lines l where l.invoice_id = i.id) <>
         (select count(*) from contracts_billing_periods p where p.invoice_id = i.id)`,
    ),
  ).toEqual([]);
  expect(await rows(`select id from contracts_billing_periods where invoice_id is null`)).toEqual([]);
  const numbers = (await rows('select number from billing_invoices')).map(({ number }) =>
    Number(String(number).slice(-6)),
  );
  expect(numbers.sort((one, other) => one - other)).toEqual(numbers.map((_, place) => place + 1));
}

test(
  `killed at ${KILLS} random moments of a run that ${INSTANCES} instances do, each period has its invoice, once`,
  () =>
    replayable(async () => {
      const draw = draws(seed);
      let ahead = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const [first, second] = await begin();
        ahead = Math.min(DAYS_AHEAD, ahead + 1);
        const busy = [first, second].map((one) => one?.hears('busy').catch(() => undefined));
        for (const one of [first, second]) one?.say({ asOf: addDays(today, ahead) });
        await Promise.race([...busy.filter((one) => one !== undefined), pause(20_000)]);
        await pause(draw(LONGEST_LIFE_MS));
        const inOrder = draw(2) === 0 ? [first, second] : [second, first];
        for (const one of inOrder) {
          await one?.kill();
          await pause(draw(LONGEST_LIFE_MS / 3));
        }
        await freeLeases();
        await expectWhole();
      }
      ahead = Math.min(DAYS_AHEAD, ahead + 1);
      const last = addDays(today, ahead);
      // What was under way is finished first, then the run until the last day.
      const [survivor] = await begin();
      for (let round = 0; round < 2; round += 1) {
        const finished = survivor?.hears('finished');
        survivor?.say({ asOf: last });
        await finished;
      }
      for (const one of instances) await one.kill();
      await expectWhole();
      const periods = await rows(
        `select line_id, count(*) as count, max(period_number) as highest from contracts_billing_periods
         where state = 'billed' group by line_id`,
      );
      expect(periods).toHaveLength(CONTRACTS * 2);
      const until = ahead + 1;
      for (const { count, highest } of periods) {
        expect(Number(count)).toBe(Number(highest) + 1);
        expect(Number(count)).toBeGreaterThanOrEqual(until);
      }
      expect(await inApp(proofOf)).toEqual([]);
      if (scale() > 1) console.log(`${KILLS} kills, ${periods.length} lines over ${until} days: each period once`);
    }),
  180_000 + KILLS * 120_000,
);
