import { remembered } from '../../../kernel/src/remembered';
import type { Column } from './columns';

const POSTGRES: Record<Column['type'], string> = {
  string: 'text',
  text: 'text',
  json: 'jsonb',
  boolean: 'boolean',
  integer: 'integer',
  bigint: 'bigint',
  instant: 'timestamptz',
  date: 'date',
  key: 'integer',
};

export const postgresType = (column: Column): string => POSTGRES[column.type];

type Dialect = 'postgres' | 'sqlite';

// Rows of one statement have one instant in common, or few.
const milliseconds = remembered((instant: string) => instant, Date.parse);

/** A value as a statement carries it. */
export function encode(value: unknown, column: Column, dialect: Dialect): unknown {
  if (value === undefined || value === null) return null;
  switch (column.type) {
    case 'bigint':
      return String(value);
    case 'json':
      // SQLite keeps JSON as text; PostgreSQL takes the value itself.
      return dialect === 'sqlite' ? JSON.stringify(withoutBigints(value)) : withoutBigints(value);
    case 'instant':
      // Strapi keeps instants on SQLite as milliseconds.
      return dialect === 'sqlite' ? milliseconds(String(value)) : value;
    case 'boolean':
      return dialect === 'sqlite' ? (value ? 1 : 0) : value;
    default:
      return value;
  }
}

const QUOTED = /["\\]/g;

/** Encoded values of one column as the text of a PostgreSQL array. */
export const arrayOf = (values: readonly unknown[], column: Column): string =>
  `{${values
    .map((value) => {
      if (value === null) return 'NULL';
      if (typeof value === 'number' && column.type !== 'json') return String(value);
      const isText = typeof value === 'string' && column.type !== 'json';
      return `"${(isText ? value : JSON.stringify(value)).replace(QUOTED, '\\$&')}"`;
    })
    .join(',')}}`;

/** A value that all rows of a statement share, as PostgreSQL takes it. */
export function bound(value: unknown, column: Column): unknown {
  const encoded = encode(value, column, 'postgres');
  return column.type === 'json' && encoded !== null ? JSON.stringify(encoded) : encoded;
}

/** JSON with its bigints as text; the value itself where it has none. A replacer would be asked for every key. */
export function withoutBigints(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null || typeof (value as { toJSON?: unknown }).toJSON === 'function') {
    return value;
  }
  if (Array.isArray(value)) return value.map(withoutBigints);
  const plain: Record<string, unknown> = {};
  for (const key of Object.keys(value)) plain[key] = withoutBigints((value as Record<string, unknown>)[key]);
  return plain;
}

/** Strapi keeps any text in a JSON column of SQLite as it came, and reads it back so. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Raw rows of one query as stores see them: of these columns those that it has. */
export function decodeRows(
  rows: readonly Record<string, unknown>[],
  columns: Iterable<Column>,
): Record<string, unknown>[] {
  const [first = {}] = rows;
  const read = [...columns].filter(({ name }) => name in first);
  return rows.map((row) => {
    const decoded: Record<string, unknown> = {};
    for (const column of read) decoded[column.attribute] = decodeValue(row[column.name], column);
    return decoded;
  });
}

/** A raw database value as stores see it. */
function decodeValue(value: unknown, column: Column): unknown {
  if (value === undefined || value === null) return null;
  switch (column.type) {
    case 'bigint':
      return BigInt(value as string | number);
    case 'json':
      return typeof value === 'string' ? jsonOf(value) : value;
    case 'boolean':
      return value === true || value === 1;
    case 'instant':
      return instant(value);
    case 'date':
      return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).slice(0, 10);
    case 'key':
    case 'integer':
      return Number(value);
    default:
      return value;
  }
}

function instant(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  const number = typeof value === 'number' ? value : /^\d+$/.test(String(value)) ? Number(value) : Number.NaN;
  return new Date(Number.isNaN(number) ? String(value) : number).toISOString();
}
