import v8 from 'node:v8';
import vm from 'node:vm';
import { createRunBilling } from '../../plugins/contracts/server/src/jobs/run-billing';
import type { App } from '../support/app';
import type { TestDatabase } from '../support/database';
import { type BillConstants, billBySql } from './baseline/bill-contracts';
import { CHUNK, CONTRACTS, seedContracts } from './contracts';
import { asked, bootOn, createMeasure, filledTemplate, onCopy } from './databases';
import { printShared } from './shared-run';
import {
  database as kind,
  inTurns,
  median,
  print,
  printComparison,
  printWanted,
  printWantedOfPostgres,
  runBench,
  seconds,
} from './figures';

const RUNS = Number(process.env.SANYA_BENCH_RUNS ?? 3);
const WANTED = kind === 'postgres' ? 0.8 : 0.5;
const STEADY = 1.15;
const MOST_GROWTH_MB = 64;

v8.setFlagsFromString('--expose_gc');
const collect = vm.runInNewContext('gc') as () => void;

/** What a step of the job took, by the chunk; it takes several. */
interface Step {
  ms: number;
  statements: number;
  heap: number;
}

/** Takes the steps of the job until all is billed; what each took. */
async function billAll(app: App, look: (ms: number, chunks: number) => void = () => undefined): Promise<void> {
  const job = createRunBilling({ strapi: app.strapi, platform: app.platform });
  await app.platform.as({ kind: 'system', key: 'system:bench' }, async () => {
    for (let billed = 0; billed < CONTRACTS; ) {
      const start = performance.now();
      const { processed = 0 } = await job.step({ tick: '', cursor: null, runId: 0 });
      look(performance.now() - start, Math.ceil(processed / CHUNK));
      if (processed === 0) throw new Error('Nothing more is billed');
      billed += processed;
    }
  });
}

/** The same, with what is counted and weighed beside it. */
async function billWatched(database: TestDatabase): Promise<Step[]> {
  const app = await bootOn(database);
  const steps: Step[] = [];
  let statements = 0;
  const count = (): void => void (statements += 1);
  app.strapi.db.connection.on('query', count);
  await billAll(app, (ms, chunks) => {
    collect();
    steps.push({ ms: ms / chunks, statements: statements / chunks, heap: process.memoryUsage().heapUsed });
    statements = 0;
  });
  app.strapi.db.connection.off('query', count);
  await app.close();
  return steps;
}

const isAmount = (type: unknown): boolean => String(type).toLowerCase() === 'bigint';

async function columnsOf(ask: (sql: string) => Promise<Record<string, unknown>[]>): Promise<Map<string, string[]>> {
  const tables = new Map<string, string[]>();
  const found =
    kind === 'postgres'
      ? await ask(
          `select c.table_name as "table", c.column_name as name, c.data_type as type from information_schema.columns c
           join information_schema.tables t using (table_schema, table_name)
           where c.table_schema = 'public' and t.table_type = 'BASE TABLE'`,
        )
      : await ask(
          `select m.name as "table", c.name, c.type from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'`,
        );
  for (const { table, name, type } of found) {
    if (!/^(platform|crm|billing|sales|contracts)_/.test(String(table))) continue;
    const own = tables.get(String(table)) ?? [];
    tables.set(String(table), isAmount(type) ? [...own, String(name)] : own);
  }
  return tables;
}

/** Row count of every table, sum of every amount, and the numbers: what both sides must have written alike. */
const fingerprint = (database: TestDatabase): Promise<string> =>
  asked(database, async (ask) => {
    const lines: string[] = [];
    for (const [table, amounts] of [...(await columnsOf(ask))].sort()) {
      const sums = [...amounts].sort().map((name) => `, cast(coalesce(sum("${name}"), 0) as bigint) as "${name}"`);
      const [row] = await ask(`select count(*) as rows${sums.join('')} from "${table}"`);
      lines.push(
        `${table} ${JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`,
      );
    }
    const numbers = await ask('select number from billing_invoices order by number');
    return [...lines, `numbers ${numbers.map(({ number }) => String(number)).join()}`].join('\n');
  });

/** What the use case reads once, and the SQL is simply told. */
const constantsOf = (database: TestDatabase): Promise<BillConstants> =>
  asked(database, async (ask) => {
    const day = (column: string): string => (kind === 'postgres' ? `${column}::text` : column);
    const [invoice] = await ask(`select ${day('issued_on')} as today, seller from billing_invoices limit 1`);
    const [mail] = await ask('select template_version from platform_deliveries limit 1');
    const [contract] = await ask(`select ${day('next_bill_on')} as next from contracts_contracts limit 1`);
    const seller = invoice?.seller;
    return {
      today: String(invoice?.today),
      seller: typeof seller === 'string' ? JSON.parse(seller) : seller,
      templateVersion: mail?.template_version as number | null,
      next: String(contract?.next),
    };
  });

function printSteps(steps: readonly Step[]): void {
  const tenth = Math.max(1, Math.floor(steps.length / 10));
  // The first one finds nothing compiled and nothing cached.
  const rest = steps.slice(1);
  const [first, last] = [rest.slice(0, tenth), rest.slice(-tenth)];
  const ms = (some: readonly Step[]): number => median(some.map((one) => one.ms));
  printWantedOfPostgres(
    'billing-run',
    'last tenth over first',
    ms(last) / ms(first),
    'times',
    { most: STEADY },
    { steps: steps.length },
  );
  const statements = rest.map((one) => one.statements);
  print('billing-run', 'statements a chunk', median(statements), 'statements', {
    least: Math.min(...statements),
    most: Math.max(...statements),
  });
  const grown = ((rest.at(-1)?.heap ?? 0) - (rest[0]?.heap ?? 0)) / 2 ** 20;
  printWanted('billing-run', 'heap growth', grown, 'MB', { most: MOST_GROWTH_MB });
}

async function main(): Promise<void> {
  const { template } = await filledTemplate(seedContracts(CONTRACTS));
  const ours = async (database: TestDatabase): Promise<number> => {
    const app = await bootOn(database);
    const took = await seconds(() => billAll(app));
    await app.close();
    return took;
  };
  const baseline = (constants: BillConstants) => (database: TestDatabase) =>
    seconds(() => billBySql(database, constants));

  // A first run warms up, is watched, and tells the SQL its constants.
  const constants = await onCopy(template, async (database) => {
    printSteps(await billWatched(database));
    return constantsOf(database);
  });
  const measure = createMeasure(template, CONTRACTS, fingerprint);
  const bySql = baseline(constants);
  await measure(bySql);
  const sides = await inTurns(RUNS, { ours: () => measure(ours), baseline: () => measure(bySql) });
  await template.drop();
  if (kind === 'postgres') await printShared();
  printComparison('billing-run', 'contracts/s', sides, { wanted: WANTED });
}

runBench('billing-run', main);
