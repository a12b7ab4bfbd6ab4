import fs from 'node:fs';
import path from 'node:path';
import Sqlite, { type Statement } from 'better-sqlite3';
import type { TestDatabase } from '../../support/database';
import { connected } from '../databases';
import { CHUNK, CONTRACTS } from '../contracts';
import { type IssueConstants, takeNumbers } from './issue-invoices';

const read = (name: string): string => fs.readFileSync(path.join(__dirname, name), 'utf8');
const POSTGRES = read('bill-contracts.sql');
const SQLITE = read('bill-contracts-sqlite.sql');

export interface BillConstants extends IssueConstants {
  /** First day of the period after the one that is billed. */
  next: string;
}

const chunks = Array.from({ length: Math.ceil(CONTRACTS / CHUNK) }, (_, index) => ({
  first: index * CHUNK + 1,
  last: Math.min(CONTRACTS, (index + 1) * CHUNK),
}));

const billByPostgres = (database: TestDatabase, { today, seller, templateVersion }: BillConstants): Promise<void> =>
  connected(database, async (client) => {
    for (const { first, last } of chunks) {
      await client.query('begin');
      const number = await takeNumbers(client, today, last - first + 1);
      const at = new Date().toISOString();
      await client.query({
        name: 'bill',
        text: POSTGRES,
        values: [first, last, number, today, at, JSON.stringify(seller), templateVersion],
      });
      await client.query('commit');
    }
  });

function billBySqlite({ env }: TestDatabase, constants: BillConstants): void {
  const file = new Sqlite(env.DATABASE_FILENAME ?? '');
  file.pragma('synchronous = FULL');
  file.pragma('temp_store = MEMORY');
  file.pragma('journal_mode = PERSIST');
  const { today, next, templateVersion: version } = constants;
  const seller = JSON.stringify(constants.seller);
  const period = String(Number(today.slice(0, 4)));
  const take = file.prepare(
    `insert into platform_number_series (document_id, code, period, pattern, series_key, counter)
     values (lower(hex(randomblob(12))), 'invoice', :period, 'INV-{BBBB}-{N:6}', 'invoice||' || :period, :count)
     on conflict (series_key) do update set counter = counter + :count returning counter`,
  );
  // Each is prepared once what it stands on is there.
  const prepared: Statement[] = [];
  const statements = SQLITE.replace(/^--.*$/gm, '').split(/;\n/);
  for (const { first, last } of chunks) {
    file.exec('begin immediate');
    const count = last - first + 1;
    const { counter } = take.get({ period, count }) as { counter: number };
    const values = { first, last, number: counter - count, today, next, at: Date.now(), seller, version };
    statements.forEach((sql, place) => (prepared[place] ??= file.prepare(sql)).run(values));
    file.exec('commit');
  }
  file.close();
}

/** Set-based SQL that writes what the billing run writes: nothing is checked, decided or kept apart. */
export const billBySql = async (database: TestDatabase, constants: BillConstants): Promise<void> =>
  database.env.DATABASE_URL ? billByPostgres(database, constants) : billBySqlite(database, constants);
