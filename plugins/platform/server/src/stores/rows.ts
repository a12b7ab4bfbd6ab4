import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type { FindOptions, InsertOptions, Narrow, Ref, Rows } from '../../../kit/src/rows';
import { documentIds } from '../core/random-ids';
import type { Transactions } from '../core/transaction';
import { arrayOf, bound, constant, decodeValue, encode, postgresType, sqliteValue } from './codec';
import { type Column, describeTable, type Table } from './columns';

const CHUNK = 500;
/** PostgreSQL takes 65,535 parameters; SQLite 32,766. Ids are read in pieces well below both. */
const ID_CHUNK = 10_000;

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));

/**
 * A statement has one parameter for all rows, a JSON array: parameters per value are what makes bulk writes slow. What
 * every row of it shares (instants, currency, the seller of five hundred invoices) is a parameter of its own, so that it
 * is written and parsed once.
 */
export function createRows(
  strapi: Core.Strapi,
  transactions: Transactions,
  wallClock: () => string,
  refuseMovedAway: (uid: string, ids: readonly number[]) => Promise<void> = async () => undefined,
): Rows {
  const dialect = strapi.db.dialect.client === 'postgres' ? 'postgres' : 'sqlite';
  const describe = (uid: string): Table => describeTable(strapi, uid);

  const columnOf = (uid: string, attribute: string): Column => {
    const column = describe(uid).columns.get(attribute);
    if (!column) throw new Error(`${uid} has no column for ${attribute}`);
    return column;
  };

  const decode = (uid: string, row: Record<string, unknown>): Record<string, unknown> & Ref => {
    const decoded: Record<string, unknown> = {};
    for (const column of describe(uid).columns.values()) {
      if (column.name in row) decoded[column.attribute] = decodeValue(row[column.name], column);
    }
    return decoded as Record<string, unknown> & Ref;
  };

  /** JSON of the rows, from which SQLite reads values by place. */
  const payload = (rows: readonly Record<string, unknown>[], columns: readonly Column[]): string =>
    JSON.stringify(rows.map((row) => columns.map((c) => encode(row[c.attribute], c, dialect))));

  /**
   * Rows as a table `s`: what differs from row to row comes as one parameter a column on PostgreSQL, which reads
   * arrays faster than JSON, and as one JSON on SQLite; what all of them share as one parameter each.
   */
  function source(
    rows: readonly Record<string, unknown>[],
    columns: readonly Column[],
  ): { sql: string; bindings: unknown[] } {
    const [first = {}] = rows;
    const isShared = (c: Column): boolean =>
      rows.length > 1 && rows.every((row) => (row[c.attribute] ?? null) === (first[c.attribute] ?? null));
    const shared = columns.filter(isShared);
    const own = columns.filter((c) => !shared.includes(c));
    const constants = shared.map((c) => `${constant(c, dialect)} as "${c.name}"`);
    const bindings = shared.map((c) => bound(first[c.attribute], c, dialect));
    if (dialect === 'postgres') {
      const arrays = own.map((c) => `?::${postgresType(c)}[]`).join(', ');
      const varying = own.map((c) => `r."${c.name}"`);
      return {
        sql: `(select ${[...varying, ...constants].join(', ')} from unnest(${arrays}) as r(${list(own)})) as s`,
        bindings: [
          ...bindings,
          ...own.map((c) =>
            arrayOf(
              rows.map((row) => encode(row[c.attribute], c, dialect)),
              c,
            ),
          ),
        ],
      };
    }
    const varying = own.map((c, index) => `${sqliteValue(c, index)} as "${c.name}"`);
    return {
      sql: `(select ${[...varying, ...constants].join(', ')} from json_each(?)) as s`,
      bindings: [...bindings, payload(rows, own)],
    };
  }

  const list = (columns: readonly Column[]): string => columns.map((c) => `"${c.name}"`).join(', ');

  const rowsOf = (result: unknown): Record<string, unknown>[] =>
    Array.isArray(result)
      ? (result as Record<string, unknown>[])
      : (result as { rows: Record<string, unknown>[] }).rows;

  async function insert(
    uid: string,
    rows: readonly Record<string, unknown>[],
    options: InsertOptions = {},
  ): Promise<Ref[]> {
    if (rows.length === 0) return [];
    const knex = await transactions.knex();
    const table = describe(uid);
    const ids = documentIds(rows.length);
    const at = wallClock();
    const full: (Record<string, unknown> & { documentId: string })[] = rows.map((row, index) => ({
      documentId: ids[index] ?? '',
      createdAt: at,
      updatedAt: at,
      publishedAt: at,
      ...row,
    }));
    const columns = Object.keys(full[0] ?? {}).map((attribute) => columnOf(uid, attribute));
    const byDocument = new Map<string, number>();
    const returning = options.refs === false ? '' : ' returning id, document_id';
    for (const chunk of chunks(full, CHUNK)) {
      const from = source(chunk, columns);
      const sql = `insert into "${table.name}" (${list(columns)}) select ${list(columns)} from ${from.sql}${
        // SQLite cannot tell an upsert from a join without a where clause.
        dialect === 'sqlite' ? ' where true' : ''
      }${options.conflict === 'ignore' ? ' on conflict do nothing' : ''}${returning}`;
      const answer = await knex.raw(sql, from.bindings as never);
      if (options.refs === false) continue;
      for (const row of rowsOf(answer)) byDocument.set(String(row.document_id), Number(row.id));
    }
    transactions.forget(uid);
    return full.flatMap((row) => {
      const id = byDocument.get(row.documentId);
      return id === undefined ? [] : [{ id, documentId: row.documentId }];
    });
  }

  async function update(uid: string, rows: readonly ({ id: number } & Record<string, unknown>)[]): Promise<number> {
    if (rows.length === 0) return 0;
    const knex = await transactions.knex();
    const table = describe(uid);
    const at = wallClock();
    const full = rows.map((row) => ({ ...row, updatedAt: at }));
    const columns = Object.keys(full[0] ?? {}).map((attribute) => columnOf(uid, attribute));
    const set = columns.filter((c) => c.name !== 'id').map((c) => `"${c.name}" = s."${c.name}"`);
    // SQLite's RETURNING knows no alias; on PostgreSQL the id alone would be either table's.
    const id = dialect === 'sqlite' ? 'id' : 't.id';
    let changed = 0;
    for (const chunk of chunks(full, CHUNK)) {
      const from = source(chunk, columns);
      const sql = `update "${table.name}" as t set ${set.join(', ')} from ${from.sql} where t.id = s.id returning ${id}`;
      changed += rowsOf(await knex.raw(sql, from.bindings as never)).length;
    }
    transactions.forget(uid);
    return changed;
  }

  async function find<T>(uid: string, narrow: Narrow, options: FindOptions = {}): Promise<(T & Ref)[]> {
    const knex = await transactions.knex();
    const table = describe(uid);
    const fields = options.fields ? ['id', 'documentId', ...options.fields] : undefined;
    const query: Knex.QueryBuilder = knex(table.name);
    if (fields) query.select(fields.map((attribute) => `${table.name}.${columnOf(uid, attribute).name}`));
    else query.select(`${table.name}.*`);
    narrow(query, (attribute) => `${table.name}.${columnOf(uid, attribute).name}`);
    const ordered = (query as unknown as { _statements: { grouping: string }[] })._statements.some(
      (statement) => statement.grouping === 'order',
    );
    if (!ordered) query.orderBy(`${table.name}.id`);
    if (options.lock && dialect === 'postgres') {
      query.forNoKeyUpdate(table.name);
      if (options.lock === 'skip') query.skipLocked();
    }
    const found = (await query) as Record<string, unknown>[];
    if (options.lock && !options.movedToo) {
      await refuseMovedAway(
        uid,
        found.map((row) => Number(row.id)),
      );
    }
    return found.map((row) => decode(uid, row) as T & Ref);
  }

  async function byAttribute<T>(
    uid: string,
    attribute: string,
    values: readonly (string | number)[],
    options?: FindOptions,
  ): Promise<(T & Ref)[]> {
    const unique = [...new Set(values)];
    const found: (T & Ref)[] = [];
    for (const chunk of chunks(unique, ID_CHUNK)) {
      found.push(
        ...(await find<T>(uid, (query, column) => void query.whereIn(column(attribute), chunk as string[]), options)),
      );
    }
    return found;
  }

  return {
    dialect,
    insert,
    update,
    find,
    byIds: (uid, ids, options) => byAttribute(uid, 'id', ids, options),
    byDocumentIds: (uid, ids, options) => byAttribute(uid, 'documentId', ids, options),
    async remove(uid, ids) {
      if (ids.length === 0) return 0;
      const knex = await transactions.knex();
      let removed = 0;
      for (const chunk of chunks(ids, ID_CHUNK))
        removed += await knex(describe(uid).name).whereIn('id', chunk).delete();
      return removed;
    },
    table: (uid) => describe(uid).name,
    column: (uid, attribute) => columnOf(uid, attribute).name,
    knex: () => transactions.knex(),
    decode: (uid, row) => decode(uid, row) as never,
  };
}
