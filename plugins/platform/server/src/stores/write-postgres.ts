import { bound, encode, listOf, listText, postgresType } from './codec';
import type { Column } from './columns';
import { chunks, isShared, listed, type Writes } from './writes';

/** Rows of one statement. */
export const CHUNK = 500;

/**
 * Rows as a table `s`: what differs from row to row comes as one parameter a column, for parameters per value are what
 * makes bulk writes slow. What all of them share (instants, currency, the seller of five hundred invoices) is a parameter
 * of its own, so that it is written and parsed once.
 */
function source(
  rows: readonly Record<string, unknown>[],
  columns: readonly Column[],
): { sql: string; bindings: unknown[] } {
  const [first = {}] = rows;
  const shared = columns.filter(({ attribute }) => isShared(rows, attribute));
  const own = columns.filter((column) => !shared.includes(column));
  const constants = shared.map((column) => `?::${postgresType(column)} as "${column.name}"`);
  const varying = own.map(({ name }) => `r."${name}"`);
  const arrays = own.map(listOf).join(', ');
  return {
    sql: `(select ${[...varying, ...constants].join(', ')} from unnest(${arrays}) as r(${listed(own)})) as s`,
    bindings: [
      ...shared.map((column) => bound(first[column.attribute], column)),
      ...own.map((column) =>
        listText(
          rows.map((row) => encode(row[column.attribute], column, 'postgres')),
          column,
        ),
      ),
    ],
  };
}

/** One statement a chunk, however many rows. */
export const postgresWrites: Writes = {
  async insert({ knex, table, columns, rows }, { conflict, refs }) {
    const ignoring = conflict === 'ignore' ? ' on conflict do nothing' : '';
    const returning = refs === false ? '' : ' returning id, document_id';
    const ids = new Map<string, number>();
    // The next chunk is put into words while the database is at this one.
    const write = async (chunk: typeof rows): Promise<void> => {
      const from = source(chunk, columns);
      const { rows: written } = (await knex.raw(
        `insert into "${table.name}" (${listed(columns)}) select ${listed(columns)} from ${from.sql}${ignoring}${returning}`,
        from.bindings as never,
      )) as { rows: { id: number; document_id: string }[] };
      for (const { id, document_id: documentId } of written) ids.set(documentId, Number(id));
    };
    await Promise.all(chunks(rows, CHUNK).map(write));
    return rows.flatMap(({ documentId }) => {
      const id = ids.get(documentId);
      return id === undefined ? [] : [{ id, documentId }];
    });
  },

  async update({ knex, table, columns, rows }) {
    const set = columns.filter(({ name }) => name !== 'id').map(({ name }) => `"${name}" = s."${name}"`);
    let changed = 0;
    for (const chunk of chunks(rows, CHUNK)) {
      const from = source(chunk, columns);
      const { rowCount } = (await knex.raw(
        `update "${table.name}" as t set ${set.join(', ')} from ${from.sql} where t.id = s.id`,
        from.bindings as never,
      )) as { rowCount: number | null };
      changed += rowCount ?? 0;
    }
    return changed;
  },
};
