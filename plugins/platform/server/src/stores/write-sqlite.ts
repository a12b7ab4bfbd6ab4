import type { Knex } from 'knex';
import type { Ref } from '../../../kit/src/rows';
import { encode } from './codec';
import type { Column } from './columns';
import { isShared, listed, type Writes } from './writes';

interface Prepared {
  run(values: readonly unknown[]): { changes: number; lastInsertRowid: number | bigint };
}
interface Connection {
  prepare(sql: string): Prepared;
}

/** There are as many statements as there are tables and ways to write them. */
const prepared = new WeakMap<Connection, Map<string, Prepared>>();

/** The statement on the connection of the transaction under way; whoever listens hears of it as of any other. */
async function prepare(knex: Knex, sql: string): Promise<Prepared> {
  const connection = (await knex.client.acquireConnection()) as Connection;
  const known = prepared.get(connection) ?? new Map<string, Prepared>();
  prepared.set(connection, known);
  const statement = known.get(sql) ?? connection.prepare(sql);
  known.set(sql, statement);
  knex.client.emit('query', { sql, bindings: [] });
  return statement;
}

type Row = Record<string, unknown>;

/** The values of a row for a statement; what all rows share is put into words once. */
function encoder(rows: readonly Row[], columns: readonly Column[]): (row: Row) => unknown[] {
  const encoders = columns.map((column): ((row: Row) => unknown) => {
    const { attribute } = column;
    if (!isShared(rows, attribute)) return (row) => encode(row[attribute], column, 'sqlite');
    const shared = encode(rows[0]?.[attribute], column, 'sqlite');
    return () => shared;
  });
  return (row) => encoders.map((encoded) => encoded(row));
}

/**
 * One prepared statement, run row by row: nothing lies between us and the database, and to take many rows out of one
 * parameter costs it more than to be asked for each. Only inside a transaction, where the rows are written all or none.
 */
export const sqliteWrites: Writes = {
  async insert({ knex, table, columns, rows }, { conflict, refs }) {
    const places = columns.map(() => '?').join(', ');
    const ignoring = conflict === 'ignore' ? ' on conflict do nothing' : '';
    const statement = await prepare(
      knex,
      `insert into "${table.name}" (${listed(columns)}) values (${places})${ignoring}`,
    );
    const valuesOf = encoder(rows, columns);
    const written: Ref[] = [];
    for (const row of rows) {
      const { changes, lastInsertRowid } = statement.run(valuesOf(row));
      if (changes > 0 && refs !== false) written.push({ id: Number(lastInsertRowid), documentId: row.documentId });
    }
    return written;
  },

  async update({ knex, table, columns, rows }) {
    const set = columns.filter(({ name }) => name !== 'id');
    const places = set.map(({ name }) => `"${name}" = ?`).join(', ');
    const statement = await prepare(knex, `update "${table.name}" set ${places} where id = ?`);
    const valuesOf = encoder(rows, set);
    return rows.reduce((changed, row) => changed + statement.run([...valuesOf(row), row.id]).changes, 0);
  },
};
