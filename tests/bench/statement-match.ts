import fs from 'node:fs';
import path from 'node:path';
import { linesInStates } from '../../plugins/billing/server/src/stores/statement-lines';
import { matchStatementLines } from '../../plugins/billing/server/src/use-cases/match-statement-lines';
import type { TestDatabase } from '../support/database';
import { bootOn, connected, createMeasure, filledTemplate } from './databases';
import { seedCustomers } from './drafts';
import { inTurns, print, printComparison, runBench, seconds } from './figures';

const INVOICES = 100_000;
const LINES = 10_000;
const RUNS = 5;
const WANTED = 0.3;

const STATEMENT = fs.readFileSync(path.join(__dirname, 'baseline/match-lines.sql'), 'utf8');

/**
 * Open invoices, of which every tenth shares its amount with another; lines for a tenth of them, each with what banks write
 * beside, and one in twenty of money that nobody owes.
 */
const seed = (template: TestDatabase): Promise<unknown> =>
  connected(template, (client) =>
    client.query(`
      insert into billing_invoices (document_id, number, state, customer_id, currency, issued_on, due_date, net, tax,
        total, amount_due, seller, buyer)
      select 'bench-invoice-' || n, 'INV-2569-' || lpad(n::text, 6, '0'), 'open', c.id, 'THB', date '2026-01-01',
        date '2026-01-31' + (n % 60)::int, a.due, 0, a.due, a.due, '{}', '{}'
      from generate_series(1, ${INVOICES}) n
      cross join lateral (select 100000 + 7 * (case when n % 10 = 0 then n - 1 else n end)::bigint as due) a
      join (select id, row_number() over (order by id) - 1 as place, count(*) over () as many from crm_customers) c
        on c.place = n % c.many;
      insert into billing_bank_statements (id, document_id, account, currency) values (1, 'bench-statement', '1', 'THB');
      insert into billing_statement_lines (document_id, statement_id, account, line_key, row, position, date, currency,
        amount, description, state, proposals)
      select 'bench-line-' || k, 1, '1', 'k' || k, k, k, date '2026-02-01', 'THB',
        case when k % 20 = 0 then 9000000000 + k
          else (select amount_due from billing_invoices where number = 'INV-2569-' || lpad((k * 10 - k % 10)::text, 6, '0'))
        end,
        'รับโอนเงิน จาก KBANK X' || (100000 + k), 'unknown', '[]'
      from generate_series(1, ${LINES}) k;
      analyze;
    `),
  );

/** What both sides must have written alike: the state and the proposals of each line. */
const fingerprint = (database: TestDatabase): Promise<string> =>
  connected(database, async (client) => {
    const { rows } = await client.query(
      `select state, count(*) as lines, sum(amount) as amount,
         md5(string_agg(position || ' ' || proposals::text, ',' order by position)) as proposals
       from billing_statement_lines group by state order by state`,
    );
    return JSON.stringify(rows);
  });

const peaks: number[] = [];

async function ours(database: TestDatabase): Promise<number> {
  const app = await bootOn(database);
  const before = process.memoryUsage().rss;
  const took = await app.platform.as({ kind: 'system', key: 'system:bench' }, () =>
    seconds(async () =>
      matchStatementLines(app.platform, await linesInStates(app.platform, 1, ['unknown', 'to_check', 'matched'])),
    ),
  );
  peaks.push((process.memoryUsage().rss - before) / 1024 / 1024);
  await app.close();
  return took;
}

const baseline = (database: TestDatabase): Promise<number> =>
  connected(database, (client) => seconds(() => client.query(STATEMENT, [1, new Date().toISOString()])));

async function main(): Promise<void> {
  const { template } = await filledTemplate(seedCustomers);
  await seed(template);
  const measure = createMeasure(template, LINES, fingerprint);

  // A first run of each warms up.
  await measure(ours);
  await measure(baseline);
  const sides = await inTurns(RUNS, { ours: () => measure(ours), baseline: () => measure(baseline) });
  await template.drop();
  printComparison('statement-match', 'lines/s', sides, { wanted: WANTED });
  print('statement-match', 'memory', Math.max(...peaks), 'MB');
}

runBench('statement-match', main);
