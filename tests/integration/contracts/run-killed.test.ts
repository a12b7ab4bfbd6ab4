/** @strapi own */
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
import { asSystem } from '../billing/support';

const support = path.resolve(__dirname, '../../support');
const CONTRACTS = 2_000;
const CUSTOMERS = 40;
const CHUNK = 500;
/** Moments in the midst of a run; those that fell behind its end are not counted. */
const KILLS = Math.max(1, Math.min(50, Math.round(3 * scale())));
/** Staff bill at most a month ahead, and each moment takes a day: so many of them a business. */
const KILLS_OF_ONE = 10;
const MOST_DAYS = 31;
/** From the moment on at which an instance begins to bill: about as long as it has to. */
const LONGEST_LIFE_MS = 900;
const LONGEST_WAIT_MS = 60_000;
/** Instances share a run on one PostgreSQL. */
const INSTANCES = process.env.SANYA_TEST_DB === 'postgres' ? 2 : 1;

type Told<Kind extends TellsRun['kind']> = Extract<TellsRun, { kind: Kind }>;

interface Instance {
  /** Resolves with the next message of that kind. */
  hears<Kind extends TellsRun['kind']>(kind: Kind): Promise<Told<Kind>>;
  say(said: SaysBill): void;
  isDead(): boolean;
  kill(): Promise<void>;
}

function start(env: Record<string, string>): Instance {
  const child: ChildProcess = fork(path.join(support, 'billing-process.ts'), {
    execArgv: ['--require', path.join(support, 'register-typescript.cjs')],
    env: { ...process.env, ...env, BILLING_JOBS: INSTANCES > 1 ? '' : 'inline' },
  });
  child.setMaxListeners(0);
  let isDead = false;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    isDead: () => isDead,
    hears<Kind extends TellsRun['kind']>(kind: Kind) {
      const heard = new Promise<Told<Kind>>((resolve, reject) => {
        child.on('message', (told: TellsRun) => told.kind === kind && resolve(told as Told<Kind>));
        child.once('exit', (code) => reject(new Error(`The site ended by itself with ${code}`)));
      });
      // Being killed is no failure once nobody waits.
      heard.catch(() => undefined);
      return heard;
    },
    say: (said) => void child.send(said),
    async kill() {
      isDead = true;
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

let template: TestDatabase;
let today: string;
let instances: Instance[] = [];

beforeAll(async () => {
  template = await createDatabase();
  const app = await bootOwnApp(
    { SANYA_JOBS: 'off', SANYA_TEST_CLOCK: 'false' },
    { env: template.env, drop: () => Promise.resolve() },
  );
  const customers = await app.platform.rows.insert(
    'plugin::crm.customer',
    Array.from({ length: CUSTOMERS }, (_, place) => ({
      ...{ code: `K${place}`, kind: 'person', name: `ลูกค้า ${place}`, language: 'th', creditTermsDays: 0 },
      ...{ currency: 'THB', state: 'active' },
    })),
  );
  today = app.platform.clock.today();
  const { make } = app.strapi.plugin('contracts').service('contracts') as {
    make(wishes: readonly NewContract[]): Promise<unknown>;
  };
  const wishes = Array.from({ length: CONTRACTS }, (_, place) => care(customers[place % CUSTOMERS]?.id ?? 0, today));
  await asSystem(app, async () => {
    for (let from = 0; from < CONTRACTS; from += CHUNK) await make(wishes.slice(from, from + CHUNK));
  });
  await app.close();
}, 300_000);
afterEach(async () => {
  for (const one of instances) await one.kill();
  instances = [];
});
afterAll(() => template?.drop());

type Rows = (sql: string) => Promise<Record<string, unknown>[]>;

/** Nobody waits for the minute until leases of the dead have run out, nor is a step given up that so many died with. */
const freeLeases = (rows: Rows): Promise<unknown> =>
  rows(
    `update platform_job_runs set lease_until = null, lease_by = null, attempts = 0, next_attempt_at = null
     where state = 'running'`,
  );

/** Something is left to the run that is under way. */
const isUnderWay = async (rows: Rows): Promise<boolean> =>
  (
    await rows(
      `select r.id from contracts_billing_runs r where r.state = 'running' and exists (
         select 1 from contracts_contracts c where c.state = 'active' and c.next_bill_on <= r.as_of)`,
    )
  ).length > 0;

/** What must be true after each death, however little was done: nothing half, nothing twice, no number left out. */
async function expectWhole(rows: Rows): Promise<void> {
  expect(
    await rows(
      `select line_id from contracts_billing_periods
       group by line_id having count(*) <> count(distinct period_number) or max(period_number) <> count(*) - 1`,
    ),
  ).toEqual([]);
  // Each invoice asks for the periods that stand on it.
  expect(
    await rows(
      `select i.id from billing_invoices i where
         (select count(*) from billing_invoice_lines l where l.invoice_id = i.id) <>
         (select count(*) from contracts_billing_periods p where p.invoice_id = i.id)`,
    ),
  ).toEqual([]);
  expect(
    await rows(
      `select state, invoice_id is null as nowhere, count(*) from contracts_billing_periods
       where invoice_id is null or state <> 'billed' group by state, invoice_id is null`,
    ),
  ).toEqual([]);
  const numbers = (await rows('select number from billing_invoices')).map(({ number }) =>
    Number(String(number).slice(-6)),
  );
  expect(numbers.sort((one, other) => one - other)).toEqual(numbers.map((_, place) => place + 1));
  // And a run has counted what it billed, no chunk more or less.
  expect(
    await rows(
      `select r.id from contracts_billing_runs r where r.invoices <>
         (select count(distinct p.invoice_id) from contracts_billing_periods p where p.billing_run_id = r.id)`,
    ),
  ).toEqual([]);
}

/** Whoever is dead is started anew, one after the other: two that start at once would both look at the tables. */
async function complete(env: TestDatabase['env'], count = INSTANCES): Promise<Instance[]> {
  instances = instances.filter((one) => !one.isDead());
  while (instances.length < count) {
    const one = start(env);
    instances.push(one);
    await one.hears('ready');
  }
  return [...instances];
}

/** Kills in the midst of runs, finishes them and proves the books; how many days were billed. */
async function story(kills: number, draw: (below: number) => number): Promise<number> {
  const database = await createDatabase(template);
  const rows: Rows = (sql) => ask(database, (read) => read(sql));
  let ahead = 0;
  try {
    for (let hits = 0; hits < kills; ) {
      ahead += 1;
      if (ahead === MOST_DAYS) throw new Error(`Runs are over too soon: ${hits} of ${kills} kills fell into one`);
      const living = await complete(database.env);
      const beginners = living.map((one) => one.hears('busy').then(() => one));
      for (const one of living) one.say({ asOf: addDays(today, ahead) });
      const victim = await Promise.race([...beginners, pause(LONGEST_WAIT_MS, undefined, { ref: false })]);
      if (!victim) throw new Error('Nobody began to bill');
      await pause(draw(LONGEST_LIFE_MS));
      await victim.kill();
      hits += (await isUnderWay(rows)) ? 1 : 0;
      // The other one dies soon after, or takes over.
      const [other] = living.filter((one) => one !== victim);
      if (other && draw(2) === 0) {
        await pause(draw(LONGEST_LIFE_MS / 3));
        await other.kill();
      }
      await freeLeases(rows);
      await expectWhole(rows);
    }
    const [survivor] = await complete(database.env, 1);
    const last = addDays(today, (ahead += 1));
    const finished = survivor?.hears('finished');
    survivor?.say({ asOf: last });
    await finished;
    const proved = survivor?.hears('proved');
    survivor?.say({ prove: true });
    expect((await proved)?.discrepancies).toEqual([]);
    await expectWhole(rows);
    const [billed] = await rows(
      `select count(*) as lines from (
         select line_id from contracts_billing_periods group by line_id having count(*) >= ${ahead + 1}) x`,
    );
    expect(Number(billed?.lines)).toBe(CONTRACTS * 2);
    return ahead + 1;
  } finally {
    for (const one of instances) await one.kill();
    await database.drop();
  }
}

test(
  `killed at ${KILLS} moments in the midst of a run that ${INSTANCES} instances do, each period has its invoice, once`,
  () =>
    replayable(async () => {
      const draw = draws(seed);
      let days = 0;
      for (let kills = 0; kills < KILLS; kills += KILLS_OF_ONE) {
        days += await story(Math.min(KILLS_OF_ONE, KILLS - kills), draw);
      }
      if (scale() > 1) console.log(`${KILLS} kills in the midst of runs over ${days} days: each period once`);
    }),
  180_000 + KILLS * 120_000,
);
