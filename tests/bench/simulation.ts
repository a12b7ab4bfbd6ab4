import v8 from 'node:v8';
import vm from 'node:vm';
import type { contracts as contractsService } from '../../plugins/contracts/server/src/services/contracts';
import { createRunBilling } from '../../plugins/contracts/server/src/jobs/run-billing';
import type { Invoicing } from '../../plugins/billing/server/src/services/invoicing';
import type { App } from '../support/app';
import type { TestDatabase } from '../support/database';
import { lastEvent, livedEvents, type Simulated, simulatedEvents } from '../support/simulated';
import { asked, bootOn, connected, filledTemplate, onCopy } from './databases';
import { CHUNK, readDrafts, seedCustomers, seedDrafts } from './drafts';
import { inTurns, median, print, printWanted, printWantedOfPostgres, runBench, seconds } from './figures';

/** Contracts of a line a month, simulated for so many months; a billing run bills as many of that shape at once. */
const CONTRACTS = Number(process.env.SANYA_BENCH_CONTRACTS ?? 1_000);
const MONTHS = 12;
const INVOICES = CONTRACTS * MONTHS;
const RUNS = Number(process.env.SANYA_BENCH_RUNS ?? 3);
/** What is simulated costs at most half as much again as what is billed. */
const MOST_COST = 1.5;
const MOST_GROWTH_MB = 64;
const WANTED_LIVE = 0.8;
const BEGIN = '2030-01-31T03:00:00.000Z';
const END = '2031-01-30';
const END_INSTANT = '2031-01-30T17:00:00.000Z';
/** Statements between two looks at the heap. */
const LOOK_EVERY = 50;

v8.setFlagsFromString('--expose_gc');
const collect = vm.runInNewContext('gc') as () => void;

type Core = { clock: { moveTo(instant: string): Promise<string> }; jobs: { runDue(until: string): Promise<void> } } & {
  simulations: { run(caller: unknown, asked: object): Promise<Pick<Simulated, 'events'>> };
};
const coreOf = (app: App): Core => app.strapi.plugin('platform').service('core') as unknown as Core;
const asBench = <T>(app: App, work: () => Promise<T>): Promise<T> =>
  app.platform.as({ kind: 'system', key: 'system:bench' }, work);

const fillWith =
  (contracts: number) =>
  async (app: App): Promise<void> => {
    await coreOf(app).clock.moveTo(BEGIN);
    const customers = await seedCustomers(app);
    const { make } = app.strapi.plugin('contracts').service('contracts') as ReturnType<typeof contractsService>;
    const wishes = Array.from({ length: contracts }, (_, index): Parameters<typeof make>[0][number] => ({
      ...{
        customer: customers[index % customers.length]?.id ?? 0,
        order: null,
        invoice: null,
        firstPeriodBilled: false,
      },
      ...{
        activation: 'date',
        agreedStart: '2030-01-31',
        termMonths: null,
        noticeDays: 0,
        currency: 'THB',
        draft: false,
      },
      ...{ pricesIncludeTax: false, billedTogether: false, poNumber: null, note: null },
      lines: [
        {
          ...{ product: null, installedItem: null, orderLine: null, invoicePosition: null, details: null },
          ...{
            description: 'ดูแลระบบ',
            kind: 'service',
            unit: 'เดือน',
            quantity: 1000n,
            unitPrice: 100_000n,
            discount: 0n,
          },
          ...{ taxCategory: 'standard', incomeKind: 'service', cycleUnit: 'month', cycleCount: 1, billedIn: 'advance' },
          ...{ alignment: 'anniversary', leadDays: 0, whileSuspended: 'keep', minimumMonths: null, feeKind: 'none' },
          feeValue: 0n,
        },
      ],
    }));
    await asBench(app, async () => {
      for (let from = 0; from < wishes.length; from += CHUNK) await make(wishes.slice(from, from + CHUNK));
    });
  };

const simulated = (app: App, most = 1_000) =>
  coreOf(app).simulations.run(app.platform.caller(), { from: '2030-01-31', to: END, payments: 'none', most });

/**
 * The log of a simulation and that of the same months lived: the same events at the same instants. Chunks of a run are
 * billed side by side in life, so which of two invoices of one instant has the lower number is chance.
 */
async function compareWithLife(template: TestDatabase): Promise<void> {
  const inOrder = (events: readonly unknown[]): string[] =>
    events.map((one) => JSON.stringify(one).replace(/"INV-\d+-\d+"/g, '"INV"')).sort();
  await onCopy(template, async (database) => {
    // Who has no address is sent no mail, and twelve thousand documents are not typeset.
    await asked(database, (ask) => ask('update crm_customers set email = null'));
    const app = await bootOn(database);
    const all = await simulated(app, Number.MAX_SAFE_INTEGER);
    const told = inOrder(simulatedEvents(app.platform.messages.tell('th', all)));
    const before = await lastEvent(app);
    await coreOf(app).jobs.runDue(END_INSTANT);
    const lived = inOrder(await livedEvents(app, before));
    await app.close();
    const place = told.findIndex((line, index) => line !== lived[index]);
    if (place >= 0 || told.length !== lived.length) {
      throw new Error(`What is lived is not what was simulated.\n${told[place]}\n--- and\n${lived[place]}`);
    }
    print('simulation', 'events as lived', told.length, 'events');
  });
}

/** What lies on the heap while it is under way, beyond what lay there at its first look. */
async function weigh(template: TestDatabase): Promise<void> {
  await onCopy(template, async (database) => {
    const app = await bootOn(database);
    const heaps: number[] = [];
    let statements = 0;
    app.strapi.db.connection.on('query', () => {
      statements += 1;
      if (statements % LOOK_EVERY !== 0) return;
      collect();
      heaps.push(process.memoryUsage().heapUsed);
    });
    await simulated(app);
    await app.close();
    print('simulation', 'statements an invoice', statements / INVOICES, 'statements');
    const grown = (Math.max(...heaps) - (heaps[0] ?? 0)) / 2 ** 20;
    printWanted('simulation', 'heap growth', grown, 'MB', { most: MOST_GROWTH_MB }, { looks: heaps.length });
  });
}

/** Seconds an invoice takes that is simulated, over those of one that is billed. */
async function compareCost(template: TestDatabase): Promise<void> {
  const { template: due } = await filledTemplate(fillWith(INVOICES));
  const simulate = async (database: TestDatabase): Promise<number> => {
    const app = await bootOn(database);
    const took = await seconds(() => simulated(app));
    await app.close();
    return INVOICES / took;
  };
  const bill = async (database: TestDatabase): Promise<number> => {
    const app = await bootOn(database);
    const job = createRunBilling({ strapi: app.strapi, platform: app.platform });
    const took = await seconds(() =>
      asBench(app, async () => {
        for (let done = false; !done; ) ({ done } = await job.step({ tick: '', cursor: null, runId: 0 }));
      }),
    );
    await app.close();
    return INVOICES / took;
  };
  const sides = await inTurns(RUNS, {
    ours: () => onCopy(template, simulate),
    baseline: () => onCopy(due, bill),
  });
  await due.drop();
  print('simulation', 'simulated', median(sides.ours), 'invoices/s', { runs: RUNS });
  print('simulation', 'billed', median(sides.baseline), 'invoices/s', { runs: RUNS });
  const cost = median(sides.baseline) / median(sides.ours);
  printWantedOfPostgres('simulation', 'cost over billing run', cost, 'times', { most: MOST_COST });
}

/** What is issued beside a simulation, over what is issued alone. */
async function compareLive(template: TestDatabase): Promise<void> {
  await connected(template, seedDrafts);
  const drafts = await connected(template, readDrafts);
  const live = { alone: [] as number[], meanwhile: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    for (const side of ['alone', 'meanwhile'] as const) {
      await onCopy(template, async (database) => {
        const app = await bootOn(database);
        const { issue } = app.strapi.plugin('billing').service('invoicing') as Invoicing;
        const beside = side === 'meanwhile' ? simulated(app) : Promise.resolve();
        let issued = 0;
        const took = await seconds(() =>
          asBench(app, async () => {
            for (let from = 0; from < 2_000; from += 20) {
              await issue(drafts.slice(from, from + 20));
              issued += 20;
            }
          }),
        );
        live[side].push(issued / took);
        await beside;
        await app.close();
      });
    }
  }
  for (const side of ['alone', 'meanwhile'] as const)
    print('simulation', `live-${side}`, median(live[side]), 'invoices/s');
  printWanted('simulation', 'ratio-live', median(live.meanwhile) / median(live.alone), 'times', {
    wanted: WANTED_LIVE,
  });
}

async function main(): Promise<void> {
  const { template } = await filledTemplate(fillWith(CONTRACTS));
  await compareWithLife(template);
  await weigh(template);
  await compareCost(template);
  if (process.env.SANYA_TEST_DB === 'postgres') await compareLive(template);
  await template.drop();
}

runBench('simulation', main);
