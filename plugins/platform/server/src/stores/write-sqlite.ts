import type { Knex } from 'knex';
import type { Ref } from '../../../kit/src/rows';
import { encode } from './codec';
import { type Cells, listed, type Row, type Writes } from './writes';

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

/** The values of a row for a statement. */
function encoder(cells: readonly Cells[]): (row: Row, place: number) => unknown[] {
  const encoders = cells.map((cell): ((row: Row, place: number) => unknown) => {
    const { column } = cell;
    if ('of' in cell) return (row, place) => encode(cell.of(row, place), column, 'sqlite');
    const shared = encode(cell.all, column, 'sqlite');
    return () => shared;
  });
  return (row, place) => encoders.map((encoded) => encoded(row, place));
}

/**
 * One prepared statement, run row by row: nothing lies between us and the database, and to take many rows out of one
 * parameter costs it more than to be asked for each. Only inside a transaction, where the rows are written all or none.
 */
export const sqliteWrites: Writes = {
  async insert({ knex, table, cells, rows, documentIds }, { conflict, refs }) {
    const places = cells.map(() => '?').join(', ');
    const ignoring = conflict === 'ignore' ? ' on conflict do nothing' : '';
    const statement = await prepare(
      knex,
      `insert into "${table.name}" (${listed(cells)}) values (${places})${ignoring}`,
    );
    const valuesOf = encoder(cells);
    const written: Ref[] = [];
    rows.forEach((row, place) => {
      const { changes, lastInsertRowid } = statement.run(valuesOf(row, place));
      if (changes === 0 || refs === false) return;
      written.push({ id: Number(lastInsertRowid), documentId: documentIds[place] ?? '' });
    });
    return written;
  },

  async reserve(knex, { name }, count) {
    const started = knex('sqlite_sequence').where({ name }).select(knex.raw('1'));
    await knex('sqlite_sequence').insert(knex.select(knex.raw('?, 0', [name])).whereNotExists(started));
    const [{ seq }] = (await knex('sqlite_sequence').where({ name }).increment('seq', count).returning('seq')) as [
      { seq: number },
    ];
    return Array.from({ length: count }, (_, index) => seq - count + index + 1);
  },

  async update({ knex, table, cells, rows }) {
    const set = cells.filter(({ column }) => column.name !== 'id');
    const places = set.map(({ column }) => `"${column.name}" = ?`).join(', ');
    const statement = await prepare(knex, `update "${table.name}" set ${places} where id = ?`);
    const valuesOf = encoder(set);
    return rows.reduce((changed, row, place) => changed + statement.run([...valuesOf(row, place), row.id]).changes, 0);
  },
};
