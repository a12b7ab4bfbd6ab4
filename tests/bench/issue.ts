import type { InvoiceDraft } from '../../plugins/billing/server/src/domain/invoice-draft';
import type { Invoicing } from '../../plugins/billing/server/src/services/invoicing';
import type { App } from '../support/app';
import type { TestDatabase } from '../support/database';
import { type IssueConstants, issueBySql } from './baseline/issue-invoices';
import { bootOn, connected, createMeasure, filledTemplate, onCopy } from './databases';
import { CHUNK, DRAFTS, readDrafts, seedCustomers, seedDrafts } from './drafts';
import { inTurns, printComparison, runBench, seconds } from './figures';
import { writtenRows } from './written-rows';

const RUNS = 5;
const WANTED = 0.6;

async function issueAll(app: App, drafts: readonly InvoiceDraft[]): Promise<void> {
  const { issue } = app.strapi.plugin('billing').service('invoicing') as Invoicing;
  await app.platform.as({ kind: 'system', key: 'system:bench' }, async () => {
    for (let from = 0; from < drafts.length; from += CHUNK) await issue(drafts.slice(from, from + CHUNK));
  });
}

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

  const measure = createMeasure(template, DRAFTS, writtenRows);

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

runBench('issue', main);
