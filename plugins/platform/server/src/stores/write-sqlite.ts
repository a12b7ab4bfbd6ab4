import type { Knex } from 'knex';
import type { Ref } from '../../../kit/src/rows';
import { encoderOf } from './codec';
import { listed, type Row, type Writes, type Written } from './writes';

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

/** The values of so many rows from one on, row after row, as a statement takes them. */
function valuesOf({ cells, rows }: Pick<Written, 'cells' | 'rows'>): (from: number, count: number) => unknown[] {
  const width = cells.length;
  const columns = cells.map((cell) => {
    const encode = encoderOf(cell.column, 'sqlite');
    if ('all' in cell) {
      const shared = encode(cell.all);
      return () => shared;
    }
    return (place: number) => encode(cell.of(rows[place] as Row, place));
  });
  return (from, count) => {
    const values = new Array<unknown>(count * width);
    columns.forEach((valueOf, column) => {
      for (let index = 0; index < count; index += 1) values[index * width + column] = valueOf(from + index);
    });
    return values;
  };
}

/**
 * Rows of a statement. Checks of a table by triggers make SQLite keep, statement by statement, what it would have to put
 * back of every page that it touches.
 */
const TOGETHER = 50;

/**
 * Prepared statements of many rows, and of one for the rest: nothing lies between us and the database. Only inside a
 * transaction, where the rows are written all or none.
 */
export const sqliteWrites: Writes = {
  async insert({ knex, table, cells, rows, documentIds }, { conflict, refs }) {
    const one = `(${cells.map(() => '?').join(', ')})`;
    const statementOf = (count: number): Promise<Prepared> =>
      prepare(
        knex,
        `insert into "${table.name}" (${listed(cells)}) values ${Array(count).fill(one).join(', ')}` +
          (conflict === 'ignore' ? ' on conflict do nothing' : ''),
      );
    const values = valuesOf({ cells, rows });
    const written: Ref[] = [];
    const write = (statement: Prepared, from: number, count: number): void => {
      const { changes, lastInsertRowid } = statement.run(values(from, count));
      if (changes < count || refs === false) return;
      for (let place = from; place < from + count; place += 1) {
        // Those that bring no number are numbered one after the other.
        const id = rows[place]?.id ?? Number(lastInsertRowid) - (from + count - 1 - place);
        written.push({ id: Number(id), documentId: documentIds[place] ?? '' });
      }
    };
    // Where some may be there already and somebody asks for the new ones, each is asked whether it was written.
    const oneByOne = conflict === 'ignore' && refs !== false;
    const together = oneByOne ? 0 : rows.length - (rows.length % TOGETHER);
    if (together > 0) {
      const many = await statementOf(TOGETHER);
      for (let from = 0; from < together; from += TOGETHER) write(many, from, TOGETHER);
    }
    if (together < rows.length) {
      const single = await statementOf(1);
      for (let from = together; from < rows.length; from += 1) write(single, from, 1);
    }
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
    const values = valuesOf({ cells: set, rows });
    return rows.reduce((changed, { id }, place) => changed + statement.run([...values(place, 1), id]).changes, 0);
  },
};
