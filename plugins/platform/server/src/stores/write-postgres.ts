import { bound, encoderOf, listOf, listText, postgresType } from './codec';
import { chunks, listed, type Row, type Writes, type Written } from './writes';

/** Rows of one statement. */
export const CHUNK = 500;

/**
 * Rows, by their places, as a table `s`: what differs from row to row comes as one parameter a column, for parameters per
 * value are what makes bulk writes slow. What all of them share is a parameter of its own, so that it is parsed once.
 */
function source({ cells, rows }: Pick<Written, 'cells' | 'rows'>, places: readonly number[]) {
  const shared = cells.flatMap((cell) => ('all' in cell ? [cell] : []));
  const own = cells.flatMap((cell) => ('of' in cell ? [cell] : []));
  const constants = shared.map(({ column }) => `?::${postgresType(column)} as "${column.name}"`);
  const varying = own.map(({ column }) => `r."${column.name}"`);
  const lists = own.map(({ column }) => listOf(column)).join(', ');
  return {
    sql: `(select ${[...varying, ...constants].join(', ')} from unnest(${lists}) as r(${listed(own)})) as s`,
    bindings: [
      ...shared.map(({ column, all }) => bound(all, column)),
      ...own.map(({ column, of }) => {
        const encode = encoderOf(column, 'postgres');
        return listText(
          places.map((place) => encode(of(rows[place] ?? {}, place))),
          column,
        );
      }),
    ],
  };
}

const inChunks = (rows: readonly Row[]): number[][] => chunks([...rows.keys()], CHUNK);

/** One statement a chunk, however many rows. */
export const postgresWrites: Writes = {
  async insert({ knex, table, cells, rows, documentIds }, { conflict, refs }) {
    const ignoring = conflict === 'ignore' ? ' on conflict do nothing' : '';
    const returning = refs === false ? '' : ' returning id, document_id';
    const ids = new Map<string, number>();
    // The next chunk is put into words while the database is at this one.
    const write = async (places: readonly number[]): Promise<void> => {
      const from = source({ cells, rows }, places);
      const { rows: written } = (await knex.raw(
        `insert into "${table.name}" (${listed(cells)}) select ${listed(cells)} from ${from.sql}${ignoring}${returning}`,
        from.bindings as never,
      )) as { rows: { id: number; document_id: string }[] };
      for (const { id, document_id: documentId } of written) ids.set(documentId, Number(id));
    };
    await Promise.all(inChunks(rows).map(write));
    return documentIds.flatMap((documentId) => {
      const id = ids.get(documentId);
      return id === undefined ? [] : [{ id, documentId }];
    });
  },

  async reserve(knex, { name }, count) {
    // The sequence of the table itself, also where a copy of it stands in its place.
    const { rows } = (await knex.raw(
      `select nextval(pg_get_serial_sequence(quote_ident(schemaname) || '.' || quote_ident(tablename), 'id'))::int as id
       from pg_tables, generate_series(1, ?) where tablename = ? and schemaname = any (current_schemas(false))`,
      [count, name],
    )) as { rows: { id: number }[] };
    return rows.map(({ id }) => id);
  },

  async update({ knex, table, cells, rows }) {
    const set = cells.flatMap(({ column: { name } }) => (name === 'id' ? [] : [`"${name}" = s."${name}"`]));
    let changed = 0;
    for (const places of inChunks(rows)) {
      const from = source({ cells, rows }, places);
      const { rowCount } = (await knex.raw(
        `update "${table.name}" as t set ${set.join(', ')} from ${from.sql} where t.id = s.id`,
        from.bindings as never,
      )) as { rowCount: number | null };
      changed += rowCount ?? 0;
    }
    return changed;
  },
};
