import fs from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import type { App, Staff } from '../support/app';
import { createDatabase } from '../support/database';
import { bootOn, connected } from './databases';
import { median, noteFault, printWanted, runBench } from './figures';

const RUNS = 5;
const MOST_MS = 50;
/** A name is looked for in those of all customers. */
const MOST_MS_BY_NAME = 150;
/** Where a counter stops. */
const COUNTED = 1000;
const SEED = path.join(__dirname, 'baseline/many-documents.sql');

/** The lists as the office's pages ask for them: the keys of the address, as Strapi has them. */
const LISTS: Record<string, string> = {
  'invoices, as they open': '/billing/invoices?sort=id:desc&populate[customer]=true',
  'invoices, a late page': '/billing/invoices?sort=id:desc&populate[customer]=true&pagination[page]=40',
  'invoices, state and dates':
    '/billing/invoices?filters[state][$eq]=open&filters[issuedOn][$gte]=2025-03-01&filters[issuedOn][$lte]=2025-05-31&sort[0]=issuedOn:desc&sort[1]=id:desc&populate[customer]=true',
  'invoices, dates':
    '/billing/invoices?filters[issuedOn][$gte]=2025-03-01&filters[issuedOn][$lte]=2025-05-31&sort[0]=issuedOn:desc&sort[1]=id:desc&populate[customer]=true',
  'invoices, overdue':
    '/billing/invoices?filters[state][$eq]=open&filters[dueDate][$lt]=2026-06-01&sort=dueDate:asc&populate[customer]=true',
  'invoices, a customer':
    '/billing/invoices?filters[customer][documentId][$eq]=customer777&sort=id:desc&populate[customer]=true',
  'invoices, number':
    '/billing/invoices?filters[$and][0][$or][0][number][$startsWith]=INV-2568-0999&sort=id:desc&populate[customer]=true',
  'invoices, number of nothing':
    '/billing/invoices?filters[$and][0][$or][0][number][$startsWith]=x-1&filters[$and][0][$or][1][number][$startsWith]=X-1&sort=id:desc&populate[customer]=true',
  'invoices, name': '/billing/invoices?filters[customer][name][$containsi]=1999&sort=id:desc&populate[customer]=true',
  'orders, as they open': '/sales/orders?sort=id:desc&populate[customer]=true&populate[invoice]=true',
  'orders, state and dates':
    '/sales/orders?filters[state][$eq]=placed&filters[placedAt][$gte]=2025-03-01T00:00:00Z&filters[placedAt][$lt]=2025-06-01T00:00:00Z&sort[0]=placedAt:desc&sort[1]=id:desc&populate[customer]=true&populate[invoice]=true',
  'orders, dates':
    '/sales/orders?filters[placedAt][$gte]=2025-03-01T00:00:00Z&filters[placedAt][$lt]=2025-06-01T00:00:00Z&sort[0]=placedAt:desc&sort[1]=id:desc&populate[customer]=true&populate[invoice]=true',
  'orders, a customer':
    '/sales/orders?filters[customer][documentId][$eq]=customer777&sort=id:desc&populate[customer]=true&populate[invoice]=true',
  'orders, number':
    '/sales/orders?filters[number][$startsWith]=SO-2568-0999&sort=id:desc&populate[customer]=true&populate[invoice]=true',
};

interface Query {
  sql: string;
  bindings: readonly unknown[];
}

/** What a request asks of the tables of documents, as the database was asked. */
async function queriesOf(app: App, request: () => Promise<unknown>): Promise<Query[]> {
  const found: Query[] = [];
  const note = ({ sql, bindings }: { sql: string; bindings?: unknown[] }): void => {
    if (/"(billing_invoices|sales_orders)"/.test(sql)) found.push({ sql, bindings: bindings ?? [] });
  };
  app.strapi.db.connection.on('query', note);
  await request().finally(() => app.strapi.db.connection.off('query', note));
  return found;
}

interface Explained {
  ms: number;
  plan: string[];
}

async function explain(client: Client, { sql, bindings }: Query): Promise<Explained> {
  const { rows } = await client.query(`explain (analyze, timing off, summary on) ${sql}`, [...bindings]);
  const plan = rows.map((row) => String(row['QUERY PLAN']));
  const time = (of: string): number => Number(new RegExp(`${of} Time: ([\\d.]+)`).exec(plan.join('\n'))?.[1] ?? 'NaN');
  return { ms: time('Planning') + time('Execution'), plan };
}

async function measure(app: App, client: Client, staff: Staff, name: string, address: string): Promise<void> {
  const ask = async () => {
    const answer = await staff.get(address);
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status} ${answer.text}`);
    return answer.body.meta.pagination as { total: number; capped: boolean };
  };
  const { total, capped } = await ask();
  // All the documents are there to be counted: the counter stops, and says so.
  if (name.endsWith(', as they open') && !(capped && total === COUNTED)) {
    noteFault(`${name}: counts ${total}${capped ? ' and more' : ''}, wanted are ${COUNTED} and more`);
  }
  const queries = await queriesOf(app, ask);
  const most = name.endsWith(', name') ? MOST_MS_BY_NAME : MOST_MS;
  for (const [index, query] of queries.entries()) {
    const runs: Explained[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await explain(client, query));
    const ms = median(runs.map((run) => run.ms));
    const plan = runs[0]?.plan ?? [];
    process.stdout.write(
      `\n${name}, query ${index + 1} of ${queries.length}\n${plan.map((line) => `    ${line}`).join('\n')}\n`,
    );
    printWanted('lists', `${name} ${index + 1}`, ms, 'ms', { most });
    if (plan.some((line) => /Seq Scan on (billing_invoices|sales_orders)/.test(line))) {
      noteFault(`${name}: reads the whole table`);
    }
  }
}

async function main(): Promise<void> {
  const database = await createDatabase();
  const app = await bootOn(database);
  const staff = await app.staff('super-admin');
  await connected(database, async (client) => {
    await client.query(fs.readFileSync(SEED, 'utf8'));
    for (const [name, address] of Object.entries(LISTS)) {
      await measure(app, client, staff, name, address);
    }
  });
  await app.close();
  await database.drop();
}

runBench('lists', main);
