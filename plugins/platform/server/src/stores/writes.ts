import type { Knex } from 'knex';
import type { InsertOptions, Ref } from '../../../kit/src/rows';
import type { Column, Table } from './columns';

/** Rows with values for every column, by attribute. */
export interface Written<Row> {
  knex: Knex;
  table: Table;
  columns: readonly Column[];
  rows: readonly Row[];
}

/** How a database takes many rows best. */
export interface Writes {
  /** The rows that were written; none where nobody asks for them. */
  insert(
    written: Written<Record<string, unknown> & { documentId: string }>,
    options: InsertOptions,
  ): Promise<readonly Ref[]>;
  /** Sets all columns but the id, by which the row is found; how many there were. */
  update(written: Written<Record<string, unknown> & { id: number }>): Promise<number>;
}

export const listed = (columns: readonly Column[]): string => columns.map(({ name }) => `"${name}"`).join(', ');

/** Whether rows, if there are several, have one value in common: instants, a currency, the seller of five hundred invoices. */
export function isShared(rows: readonly Record<string, unknown>[], attribute: string): boolean {
  const first = rows[0]?.[attribute] ?? null;
  return rows.length > 1 && rows.every((row) => (row[attribute] ?? null) === first);
}

/** A list in pieces of a size; the last one has the rest. */
export const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
