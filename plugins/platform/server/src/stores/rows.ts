import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import type { Bindings, FindOptions, InsertOptions, Narrow, Ref, Rows } from '../../../kit/src/rows';
import { documentIds } from '../core/random-ids';
import type { Transactions } from '../core/transaction';
import { decodeRows } from './codec';
import { type Column, describeTable, type Table } from './columns';
import { CHUNK, postgresWrites } from './write-postgres';
import { sqliteWrites } from './write-sqlite';
import { type Cells, cellsOf, chunks, type Row, type Values } from './writes';

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

  /** The columns of rows, and those that are written with them whatever the rows say of them. */
  const cellsWith = (uid: string, rows: readonly Row[], ours: Readonly<Record<string, Values>>): Cells[] => [
    ...columnsOf(uid, rows[0]).flatMap((column) => (column.attribute in ours ? [] : cellsOf(rows, column))),
    ...Object.entries(ours).map(([attribute, values]) => ({ column: columnOf(uid, attribute), ...values })),
  ];

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
    const fresh = documentIds(rows.length);
    const own = rows.map(({ documentId }, place) => (documentId as string | undefined) ?? fresh[place] ?? '');
    const at = wallClock();
    const stamps = { createdAt: { all: at }, updatedAt: { all: at }, publishedAt: { all: at } };
    const cells = cellsWith(uid, rows, { documentId: { of: (_, place) => own[place] }, ...stamps });
    const write = whole(rows, async () => {
      const knex = await transactions.knex();
      return writes.insert({ knex, table: describe(uid), cells, rows, documentIds: own }, options);
    });
    if (options.refs === false) await transactions.behind(write);
    const refs = options.refs === false ? [] : await write;
    transactions.forget(uid);
    return [...refs];
  }

  async function reserve(uid: string, count: number): Promise<Ref[]> {
    if (count === 0) return [];
    const ids = await writes.reserve(await transactions.knex(), describe(uid), count);
    return documentIds(count).map((documentId, index) => ({ id: ids[index] ?? 0, documentId }));
  }

  async function update(uid: string, rows: readonly ({ id: number } & Record<string, unknown>)[]): Promise<number> {
    if (rows.length === 0) return 0;
    const at = wallClock();
    const cells = cellsWith(uid, rows, { updatedAt: { all: at } });
    const changed = await whole(rows, async () =>
      writes.update({ knex: await transactions.knex(), table: describe(uid), cells, rows }),
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
    reserve,
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
