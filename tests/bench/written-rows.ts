import type { TestDatabase } from '../support/database';
import { connected } from './databases';

/** Row count of every table, sum of every amount, and the numbers: what both sides must have written alike. */
export const writtenRows = (database: TestDatabase): Promise<string> =>
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
