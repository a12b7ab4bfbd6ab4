import type { contracts as contractsService } from '../../plugins/contracts/server/src/services/contracts';
import type { Invoicing } from '../../plugins/billing/server/src/services/invoicing';
import type { App } from '../support/app';
import type { TestDatabase } from '../support/database';
import { asked, bootOn, createEquality, filledTemplate, onCopy } from './databases';
import { CHUNK, readDrafts, seedCustomers, seedDrafts } from './drafts';
import { connected } from './databases';
import { inTurns, median, print, printComparison, printWanted, runBench, seconds } from './figures';

/** Contracts of a line a month, lived for so many months. */
const CONTRACTS = Number(process.env.BENCH_CONTRACTS ?? 1_000);
const MONTHS = 12;
const RUNS = 3;
/** What is simulated costs at most half as much again as what is lived. */
const WANTED = 1 / 1.5;
const WANTED_LIVE = 0.8;
const BEGIN = '2030-01-31T03:00:00.000Z';
const END = '2031-01-30';

type Core = { clock: { moveTo(instant: string): Promise<string> }; jobs: { runDue(until: string): Promise<void> } } & {
  simulations: {
    run(
      caller: unknown,
      asked: object,
    ): Promise<{ events: { name: string }[]; counts: { name: string; count: number }[] }>;
  };
};
const coreOf = (app: App): Core => app.strapi.plugin('platform').service('core') as unknown as Core;
const asBench = <T>(app: App, work: () => Promise<T>): Promise<T> =>
  app.platform.as({ kind: 'system', key: 'system:bench' }, work);

async function fill(app: App): Promise<void> {
  await coreOf(app).clock.moveTo(BEGIN);
  const customers = await seedCustomers(app);
  const { make } = app.strapi.plugin('contracts').service('contracts') as ReturnType<typeof contractsService>;
  const wishes = Array.from({ length: CONTRACTS }, (_, index): Parameters<typeof make>[0][number] => ({
    ...{ customer: customers[index % customers.length]?.id ?? 0, order: null, invoice: null, firstPeriodBilled: false },
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
}

const simulated = (app: App) =>
  coreOf(app).simulations.run(app.platform.caller(), { from: '2030-01-31', to: END, payments: 'none', most: 1_000 });

/** How many events of each kind: what both sides must have brought about alike. */
const kinds = (counts: readonly { name: string; count: number }[]): string =>
  JSON.stringify(
    counts
      .map(({ name, count }) => `${name} ${count}`)
      .filter((one) => !one.startsWith('contract.made'))
      .sort(),
  );

async function main(): Promise<void> {
  const { template } = await filledTemplate(fill);
  const isSame = createEquality();
  const invoices = CONTRACTS * MONTHS;
  const heaps: number[] = [];

  const ours = async (database: TestDatabase): Promise<number> => {
    const app = await bootOn(database);
    let counts: { name: string; count: number }[] = [];
    const took = await seconds(async () => ({ counts } = await simulated(app)));
    heaps.push(process.memoryUsage().heapUsed);
    await app.close();
    isSame(kinds(counts));
    return invoices / took;
  };
  const baseline = async (database: TestDatabase): Promise<number> => {
    const app = await bootOn(database);
    const events = (await asked(database, (ask) => ask('select coalesce(max(id), 0) as last from platform_events')))[0];
    const took = await seconds(() => coreOf(app).jobs.runDue('2031-01-30T17:00:00.000Z'));
    await app.close();
    const lived = await asked(database, (ask) =>
      ask(`select name, count(*) as count from platform_events where id > ${Number(events?.last)} group by name`),
    );
    isSame(kinds(lived.map(({ name, count }) => ({ name: String(name), count: Number(count) }))));
    return invoices / took;
  };

  const sides = await inTurns(RUNS, {
    ours: () => onCopy(template, ours),
    baseline: () => onCopy(template, baseline),
  });
  printComparison('simulation', 'invoices/s', sides, { wanted: WANTED });

  if (process.env.SANYA_TEST_DB === 'postgres') {
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
  await template.drop();
}

runBench('simulation', main);
