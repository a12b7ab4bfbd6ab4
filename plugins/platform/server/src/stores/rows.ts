import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type { Bindings, FindOptions, InsertOptions, Narrow, Ref, Rows } from '../../../kit/src/rows';
import { documentIds } from '../core/random-ids';
import type { Transactions } from '../core/transaction';
import { decodeRows } from './codec';
import { type Column, describeTable, type Table } from './columns';
import { CHUNK, postgresWrites } from './write-postgres';
import { sqliteWrites } from './write-sqlite';
import { chunks } from './writes';

/** PostgreSQL takes 65,535 parameters; SQLite 32,766. Ids are read in pieces well below both. */
const ID_CHUNK = 10_000;

export function createRows(
  strapi: Core.Strapi,
  transactions: Transactions,
  wallClock: () => string,
  refuseMovedAway: (uid: string, ids: readonly number[]) => Promise<void> = async () => undefined,
): Rows {
  const dialect = strapi.db.dialect.client === 'postgres' ? 'postgres' : 'sqlite';
  const writes = dialect === 'postgres' ? postgresWrites : sqliteWrites;
  const describe = (uid: string): Table => describeTable(strapi, uid);

  const columnOf = (uid: string, attribute: string): Column => {
    const column = describe(uid).columns.get(attribute);
    if (!column) throw new Error(`${uid} has no column for ${attribute}`);
    return column;
  };

  const decode = (uid: string, row: Record<string, unknown>): Record<string, unknown> & Ref => {
    const [decoded] = decodeRows([row], describe(uid).columns.values());
    return decoded as Record<string, unknown> & Ref;
  };

  const columnsOf = (uid: string, row: Record<string, unknown> = {}): Column[] =>
    Object.keys(row).map((attribute) => columnOf(uid, attribute));

  /** Many statements are all or none, like one: SQLite takes each row by one of its own, PostgreSQL each chunk. */
  const whole = <T>(rows: readonly unknown[], work: () => Promise<T>): Promise<T> =>
    strapi.db.inTransaction() || (dialect === 'postgres' && rows.length <= CHUNK)
      ? work()
      : transactions.transaction(work);

  async function insert(
    uid: string,
    rows: readonly Record<string, unknown>[],
    options: InsertOptions = {},
  ): Promise<Ref[]> {
    if (rows.length === 0) return [];
    const ids = documentIds(rows.length);
    const at = wallClock();
    const full = rows.map((row, index) => ({
      ...row,
      documentId: (row.documentId as string | undefined) ?? ids[index] ?? '',
      createdAt: at,
      updatedAt: at,
      publishedAt: at,
    }));
    const columns = columnsOf(uid, full[0]);
    const write = whole(rows, async () =>
      writes.insert({ knex: await transactions.knex(), table: describe(uid), columns, rows: full }, options),
    );
    if (options.refs === false) await transactions.behind(write);
    const refs = options.refs === false ? [] : await write;
    transactions.forget(uid);
    return [...refs];
  }

  async function update(uid: string, rows: readonly ({ id: number } & Record<string, unknown>)[]): Promise<number> {
    if (rows.length === 0) return 0;
    const at = wallClock();
    const full = rows.map((row) => ({ ...row, updatedAt: at }));
    const columns = columnsOf(uid, full[0]);
    const changed = await whole(rows, async () =>
      writes.update({ knex: await transactions.knex(), table: describe(uid), columns, rows: full }),
    );
    transactions.forget(uid);
    return changed;
  }

  async function find<T>(uid: string, narrow: Narrow, options: FindOptions = {}): Promise<(T & Ref)[]> {
    const knex = await transactions.knex();
    const table = describe(uid);
    const read = options.fields && ['id', 'documentId', ...options.fields].map((field) => columnOf(uid, field));
    const query: Knex.QueryBuilder = knex(table.name);
    query.select(read ? read.map(({ name }) => `${table.name}.${name}`) : `${table.name}.*`);
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
    return decodeRows(found, read ?? table.columns.values()) as (T & Ref)[];
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
    async ask<T>(sql: string, bindings: Bindings = []) {
      const knex = await transactions.knex();
      const result: unknown = await knex.raw(sql, bindings as Knex.RawBinding[]);
      return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as T[];
    },

    knex: () => transactions.knex(),
    decode: (uid, row) => decode(uid, row) as never,
  };
}
