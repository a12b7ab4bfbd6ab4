import type { Knex } from 'knex';
import type { InsertOptions, Ref } from '../../../kit/src/rows';
import type { Column, Table } from './columns';

export type Row = Readonly<Record<string, unknown>>;

/** Of each row its own, or of all the same. */
export type Values = { of: (row: Row, place: number) => unknown } | { all: unknown };
/** What rows have in one column. */
export type Cells = { column: Column } & Values;

/** Instants, a currency, the seller of five hundred invoices: what rows share is put into words once. */
export function cellsOf(rows: readonly Row[], column: Column): Cells {
  const { attribute } = column;
  const all = rows[0]?.[attribute] ?? null;
  const isShared = rows.length > 1 && rows.every((row) => (row[attribute] ?? null) === all);
  return isShared ? { column, all } : { column, of: (row) => row[attribute] };
}

/** Rows that are written, and all columns that they are written with. */
export interface Written {
  knex: Knex;
  table: Table;
  cells: readonly Cells[];
  rows: readonly Row[];
}

/** How a database takes many rows best. */
export interface Writes {
  /** The rows that were written; none where nobody asks for them. */
  insert(written: Written & { documentIds: readonly string[] }, options: InsertOptions): Promise<readonly Ref[]>;
  /** Numeric ids that no other row of the table gets. */
  reserve(knex: Knex, table: Table, count: number): Promise<readonly number[]>;
  /** Sets all columns but the id, by which the row is found; how many there were. */
  update(written: Written): Promise<number>;
}

export const listed = (cells: readonly Cells[]): string => cells.map(({ column }) => `"${column.name}"`).join(', ');

/** A list in pieces of a size; the last one has the rest. */
export const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
