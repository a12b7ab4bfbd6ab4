import type { Knex } from 'knex';

export interface Ref {
  id: number;
  documentId: string;
}

/** Scope of a read: narrows the query; columns are reached with `rows.column(uid, attribute)`. */
export type Narrow = (query: Knex.QueryBuilder, column: (attribute: string) => string) => void;

/** In the order of the question marks, or by `:name`. */
export type Bindings = readonly Knex.Value[] | Readonly<Record<string, Knex.Value>>;

export interface FindOptions {
  /** Attributes to read; `id` and `documentId` always come. All of them when absent. */
  fields?: readonly string[];
  /** Lock what is read: on PostgreSQL `FOR NO KEY UPDATE` (with SKIP LOCKED where asked); SQLite writes alone anyway. */
  lock?: 'wait' | 'skip';
  /** A lock refuses a row that was merged into another, unless this is said. */
  movedToo?: true;
}

export interface InsertOptions {
  /** A row that a unique index refuses is already there: it is left out, and only the new ones are returned. */
  conflict?: 'ignore';
  /**
   * Nobody asks for the new rows: none are returned, and in a transaction nobody waits for them. Whoever reads after them
   * sees them; where they are refused, so is the transaction or the savepoint around them.
   */
  refs?: false;
}

/**
 * Set-based rows of content types for stores: attributes in camelCase, `biginteger` as bigint, instants as ISO-8601 UTC
 * text, dates as `YYYY-MM-DD`, JSON parsed, a foreign-key relation as the numeric id of its target (or null).
 * Joins the transaction that is under way. Guards, owner filters and lifecycles of the Document Service do not run:
 * a store is trusted code.
 */
export interface Rows {
  /** One statement a chunk, however many rows. Rows of one call have the same attributes. Returned in the order given. */
  insert(uid: string, rows: readonly Record<string, unknown>[], options?: InsertOptions): Promise<Ref[]>;
  /**
   * Ids that no other row gets, for rows that others name before they are written: given to `insert` with them. Only inside
   * a transaction; of what is never written some are missing, as after a rollback.
   */
  reserve(uid: string, count: number): Promise<Ref[]>;
  /** Sets the given attributes of each row by `id`; one statement a chunk. Rows of one call have the same attributes. Returns how many changed. */
  update(uid: string, rows: readonly ({ id: number } & Record<string, unknown>)[]): Promise<number>;
  /** All rows that the scope leaves, in id order unless the scope orders. */
  find<T = Record<string, unknown>>(uid: string, narrow: Narrow, options?: FindOptions): Promise<(T & Ref)[]>;
  /** Rows by numeric ids, in no promised order. */
  byIds<T = Record<string, unknown>>(uid: string, ids: readonly number[], options?: FindOptions): Promise<(T & Ref)[]>;
  /** Rows by document ids. */
  byDocumentIds<T = Record<string, unknown>>(
    uid: string,
    documentIds: readonly string[],
    options?: FindOptions,
  ): Promise<(T & Ref)[]>;
  remove(uid: string, ids: readonly number[]): Promise<number>;
  /** Table and column names as the database has them (identifiers are cut at 55 characters). */
  table(uid: string): string;
  column(uid: string, attribute: string): string;
  /** The rows that raw SQL finds, as the database gives them, in the transaction under way. */
  ask<T = Record<string, unknown>>(sql: string, bindings?: Bindings): Promise<T[]>;
  /** knex bound to the transaction under way, or to the pool. For reports and statements that `find` cannot say. */
  knex(): Promise<Knex>;
  /** Turns a raw database row into attributes as described above. */
  decode<T = Record<string, unknown>>(uid: string, row: Record<string, unknown>): T & Ref;
  /** `postgres` or `sqlite`, for the few statements that differ. */
  readonly dialect: 'postgres' | 'sqlite';
}

/** An instant as the database has it, for comparing in statements. */
export const storedInstant = ({ dialect }: Pick<Rows, 'dialect'>, instant: string): string | number =>
  dialect === 'sqlite' ? Date.parse(instant) : instant;
