import type { InvoiceDraft } from '../../plugins/billing/server/src/domain/invoice-draft';
import type { Invoicing } from '../../plugins/billing/server/src/services/invoicing';
import type { App } from '../support/app';
import type { TestDatabase } from '../support/database';
import { type IssueConstants, issueBySql } from './baseline/issue-invoices';
import { bootOn, connected, createMeasure, filledTemplate, onCopy } from './databases';
import { CHUNK, DRAFTS, readDrafts, seedCustomers, seedDrafts } from './drafts';
import { inTurns, printComparison, seconds } from './figures';

const RUNS = 5;
const WANTED = 0.6;

async function issueAll(app: App, drafts: readonly InvoiceDraft[]): Promise<void> {
  const { issue } = app.strapi.plugin('billing').service('invoicing') as Invoicing;
  await app.platform.as({ kind: 'system', key: 'system:bench' }, async () => {
    for (let from = 0; from < drafts.length; from += CHUNK) await issue(drafts.slice(from, from + CHUNK));
  });
}

/** Row count of every table, sum of every amount, and the numbers: what both sides must have written alike. */
const fingerprint = (database: TestDatabase): Promise<string> =>
  connected(database, async (client) => {
    const columns = await client.query(
      `select c.table_name as table, array_agg(c.column_name::text order by c.column_name)
         filter (where c.data_type = 'bigint') as amounts
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
         and c.table_name ~ '^(platform|crm|billing|sales)_'
       group by 1 order by 1`,
    );
    const lines: string[] = [];
    for (const { table, amounts } of columns.rows as { table: string; amounts: string[] | null }[]) {
      const sums = (amounts ?? []).map((name) => `, sum("${name}") as "${name}"`).join('');
      const { rows } = await client.query(`select count(*) as rows${sums} from "${table}"`);
      lines.push(`${table} ${JSON.stringify(rows[0])}`);
    }
    const numbers = await client.query(
      `select count(distinct number) as count, md5(string_agg(number, ',' order by number)) as hash from billing_invoices`,
    );
    return [...lines, `numbers ${JSON.stringify(numbers.rows[0])}`].join('\n');
  });

/** What the use case reads once, and the SQL is simply told. */
const constantsOf = (database: TestDatabase): Promise<IssueConstants> =>
  connected(database, async (client) => {
    const { rows } = await client.query('select issued_on::text as today, seller from billing_invoices limit 1');
    const mails = await client.query('select template_version from platform_deliveries limit 1');
    return { today: rows[0].today, seller: rows[0].seller, templateVersion: mails.rows[0].template_version };
  });

async function main(): Promise<void> {
  const { template } = await filledTemplate(seedCustomers);
  const drafts = await connected(template, async (client) => {
    await seedDrafts(client);
    return readDrafts(client);
  });

  const ours = async (database: TestDatabase): Promise<number> => {
    const app = await bootOn(database);
    const took = await seconds(() => issueAll(app, drafts));
    await app.close();
    return took;
  };
  const baseline = (constants: IssueConstants) => (database: TestDatabase) =>
    connected(database, (client) => seconds(() => issueBySql(client, constants)));

  const measure = createMeasure(template, DRAFTS, fingerprint);

  // A first run of each warms up, and tells the SQL its constants.
  const constants = await onCopy(template, async (database) => {
    await ours(database);
    return constantsOf(database);
  });
  const bySql = baseline(constants);
  await measure(bySql);
  const sides = await inTurns(RUNS, { ours: () => measure(ours), baseline: () => measure(bySql) });
  await template.drop();
  printComparison('issue', 'invoices/s', sides, { wanted: WANTED });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
