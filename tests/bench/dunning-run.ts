import fs from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { dunCustomers } from '../../plugins/billing/server/src/jobs/dun-invoices';
import { firstToDun } from '../../plugins/billing/server/src/stores/dunning/due';
import { activePolicies } from '../../plugins/billing/server/src/stores/dunning/policies';
import { savePolicy } from '../../plugins/billing/server/src/use-cases/dunning/save-policy';
import type { App } from '../support/app';
import type { TestDatabase } from '../support/database';
import { takeNumbers } from './baseline/issue-invoices';
import { bootOn, connected, createMeasure, filledTemplate, onCopy } from './databases';
import { inTurns, median, print, printComparison, printWanted, runBench, seconds } from './figures';
import { writtenRows } from './written-rows';

/** A tenth of it: `SANYA_BENCH_SIZE=0.1`. */
const SIZE = Number(process.env.SANYA_BENCH_SIZE ?? '1');
/** Open invoices, and those of them that have come to the step; each of another customer. */
const INVOICES = Math.round(100_000 * SIZE);
const DUE = Math.round(5_000 * SIZE);
const CUSTOMERS = Math.round(20_000 * SIZE);
const DAY = 7;
const FEE = { amount: 10_000n, ppm: 15_000 };
/** Customers of a statement of the SQL. */
const SQL_CHUNK = 500;
const RUNS = 5;
const WANTED = 0.5;
/** A notice of the last steps against the first: as in the billing run, they must not become slower. */
const STEADY = 1.15;

const STATEMENT = fs.readFileSync(path.join(__dirname, 'baseline/dunning-run.sql'), 'utf8');
const asBench = <T>(app: App, work: () => Promise<T>): Promise<T> =>
  app.platform.as({ kind: 'system', key: 'system:bench' }, work);

const step = (day: number, more: object = {}) => ({
  ...{ day, channel: 'mail' as const, template: 'dunning-overdue', feeAmount: 0n, feePpm: 0 },
  ...{ action: 'none' as const, warns: 'none' as const, ...more },
});

/** A ladder of three: told of the first, the due ones have come to the second. */
async function seedPolicy(app: App): Promise<string> {
  await asBench(app, () =>
    savePolicy(app.platform, {
      ...{
        name: 'Bench',
        customerClass: null,
        active: true,
        floor: 0n,
        feeOn: 'own_invoice',
        noticeDays: 7,
        workingDays: false,
      },
      steps: [
        step(3),
        step(DAY, { feeAmount: FEE.amount, feePpm: FEE.ppm, warns: 'suspend' }),
        step(14, { template: 'dunning-suspended', action: 'suspend' }),
      ],
    }),
  );
  return app.platform.clock.today();
}

/** The due ones are a week late and were told of once; the others are due in a month. */
const seed = (client: Client, today: string): Promise<unknown> =>
  client.query(`
    insert into crm_customers (document_id, created_at, updated_at, published_at, code, kind, name, email, language,
      credit_terms_days, currency, state, billing_address)
    select 'benchcustomer' || n, now(), now(), now(), 'B' || n, case when n % 2 = 0 then 'person' else 'organisation' end,
      'ลูกค้าที่ ' || n, 'customer' || n || '@example.com', case when n % 2 = 0 then 'th' else 'en' end, 30, 'THB', 'active',
      jsonb_build_object('line1', n || ' ถนนห้วยแก้ว', 'district', 'เมือง', 'province', 'เชียงใหม่', 'postcode', '50300')
    from generate_series(1, ${CUSTOMERS}) n;
    insert into billing_invoices (document_id, created_at, updated_at, published_at, number, state, customer_id, currency,
      issued_on, due_date, net, tax, total, amount_due, prices_include_tax, seller, buyer)
    select 'benchinvoice' || n, now(), now(), now(), 'B-' || lpad(n::text, 6, '0'), 'open', c.id, 'THB',
      date '${today}' - 37, case when n <= ${DUE} then date '${today}' - ${DAY} else date '${today}' + 30 + (n % 30)::int end,
      a.due, 0, a.due, a.due, false, '{}', '{}'
    from generate_series(1, ${INVOICES}) n
    cross join lateral (select 100000 + 7 * n::bigint as due) a
    join (select id, row_number() over (order by id) as place from crm_customers where code like 'B%') c
      on c.place = 1 + (n - 1) % ${CUSTOMERS};
    insert into billing_dunning_notices (document_id, created_at, updated_at, published_at, customer_id, invoice_id, step_id,
      day, state, number, taken_on, taken_at, channel, contact, leads, template, warned, action, currency, amount_due, fee)
    select 'benchnotice' || i.id, now(), now(), now(), i.customer_id, i.id, s.id, s.day, 'told', i.number,
      date '${today}' - 4, now() - interval '4 days', 'mail', 'bench' || i.id, true, 'dunning-overdue', '[]', 'none', 'THB',
      i.amount_due, 0
    from billing_invoices i join billing_dunning_steps s on s.day = 3
    where i.due_date < date '${today}';
    analyze;
  `);

const late: number[] = [];
/** Milliseconds to know when there is something to do next, which is asked each minute. */
const looks: number[] = [];

/** What the job does on its morning, sending apart. */
async function ours(database: TestDatabase): Promise<number> {
  const app = await bootOn(database);
  const { platform } = app;
  const steps: number[] = [];
  const took = await asBench(app, () =>
    seconds(async () => {
      for (let cursor: unknown = { after: 0 }; ; ) {
        const begun = performance.now();
        const { after } = cursor as { after: number };
        const step = await dunCustomers({ strapi: app.strapi, platform }, after);
        if (step.processed) steps.push((performance.now() - begun) / step.processed);
        if (step.done) break;
        cursor = step.cursor;
      }
    }),
  );
  const tenth = Math.max(1, Math.floor(steps.length / 10));
  const mean = (list: number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  late.push(mean(steps.slice(-tenth)) / mean(steps.slice(0, tenth)));
  const policies = await activePolicies(platform);
  looks.push(1000 * (await seconds(() => firstToDun(platform, policies))));
  await app.close();
  return took;
}

interface Constants {
  today: string;
  seller: unknown;
  templateVersion: number | null;
  step: number;
}

/** Set-based SQL that finds the same invoices and writes the same rows: nothing is checked or decided. */
async function bySql(client: Client, { today, seller, templateVersion, step: id }: Constants): Promise<void> {
  for (let [after, left] = [0, DUE]; left > 0; ) {
    await client.query('begin');
    const last = await takeNumbers(client, today, Math.min(left, SQL_CHUNK));
    const { rows } = await client.query({
      name: 'dun',
      text: STATEMENT,
      values: [
        ...[id, DAY, after, SQL_CHUNK, last, today, new Date().toISOString(), JSON.stringify(seller), templateVersion],
        ...[String(FEE.amount), FEE.ppm],
      ],
    });
    await client.query('commit');
    after = rows[0].last;
    left -= rows[0].taken;
  }
}

const constantsOf = (database: TestDatabase): Promise<Constants> =>
  connected(database, async (client) => {
    const { rows } = await client.query(
      `select i.issued_on::text as today, i.seller, d.template_version as "templateVersion", s.id as step
       from billing_invoices i, platform_deliveries d, billing_dunning_steps s
       where i.source_type is not null and s.day = ${DAY} limit 1`,
    );
    return rows[0] as Constants;
  });

async function main(): Promise<void> {
  const { template, filled: today } = await filledTemplate(seedPolicy);
  await connected(template, (client) => seed(client, today));
  const measure = createMeasure(template, DUE, writtenRows);

  // A first run of each warms up, and tells the SQL its constants.
  const constants = await onCopy(template, async (database) => {
    await ours(database);
    return constantsOf(database);
  });
  const baseline = (database: TestDatabase) => connected(database, (client) => seconds(() => bySql(client, constants)));
  await measure(baseline);
  late.length = 0;
  looks.length = 0;
  const sides = await inTurns(RUNS, { ours: () => measure(ours), baseline: () => measure(baseline) });
  await template.drop();
  printComparison('dunning-run', 'notices/s', sides, { wanted: WANTED });
  printWanted('dunning-run', 'last tenth of the steps over the first', Math.max(...late), 'times', { most: STEADY });
  print('dunning-run', 'look for what is next', median(looks), 'ms');
}

runBench('dunning-run', main);
