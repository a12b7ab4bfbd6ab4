import fs from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { CHUNK, DRAFTS } from '../drafts';

const STATEMENT = fs.readFileSync(path.join(__dirname, 'issue-invoices.sql'), 'utf8');

export interface IssueConstants {
  today: string;
  seller: unknown;
  templateVersion: number | null;
}

/** The numbers of a chunk in one step, as gapless as the use case's: rolled back with it. */
export async function takeNumbers(client: Client, today: string, count = CHUNK): Promise<number> {
  const period = String(Number(today.slice(0, 4)));
  const { rows } = await client.query(
    `insert into platform_number_series (document_id, code, period, pattern, series_key, counter, starts_after)
     values (substr(md5(random()::text), 1, 24), 'invoice', $1::text, 'INV-{BBBB}-{N:6}', 'invoice||' || $1::text, $2::bigint, 0)
     on conflict (series_key) do update set counter = platform_number_series.counter + $2::bigint
     returning counter`,
    [period, count],
  );
  return Number(rows[0].counter) - count;
}

/** Set-based SQL that writes what the use case writes: nothing is checked, decided or kept apart. */
export async function issueBySql(client: Client, { today, seller, templateVersion }: IssueConstants): Promise<void> {
  for (let from = 1; from <= DRAFTS; from += CHUNK) {
    await client.query('begin');
    const last = await takeNumbers(client, today);
    await client.query({
      name: 'issue',
      text: STATEMENT,
      values: [from, from + CHUNK - 1, last, today, new Date().toISOString(), JSON.stringify(seller), templateVersion],
    });
    await client.query('commit');
  }
}
