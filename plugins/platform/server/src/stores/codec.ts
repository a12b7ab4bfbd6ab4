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
type Encode = (value: unknown) => unknown;

const orNull =
  (encoded: Encode): Encode =>
  (value) =>
    value === undefined || value === null ? null : encoded(value);

const asItIs = orNull((value) => value);
const SIMPLE = { string: asItIs, text: asItIs, date: asItIs, integer: asItIs, key: asItIs };

const ENCODERS: Record<Dialect, Record<Column['type'], Encode>> = {
  postgres: {
    ...SIMPLE,
    bigint: orNull(String),
    // PostgreSQL takes the value itself.
    json: orNull(withoutBigints),
    instant: asItIs,
    boolean: asItIs,
  },
  sqlite: {
    ...SIMPLE,
    bigint: orNull((value) => (typeof value === 'bigint' ? value : String(value))),
    json: orNull((value) => JSON.stringify(withoutBigints(value))),
    // Strapi keeps instants on SQLite as milliseconds.
    instant: orNull((value) => Date.parse(String(value))),
    boolean: orNull((value) => (value ? 1 : 0)),
  },
};

/** How a statement carries the values of a column. */
export const encoderOf = ({ type }: Column, dialect: Dialect): Encode => ENCODERS[dialect][type];

const QUOTED = /["\\]/g;
/** A sign that JSON never has, for it writes it as an escape: `chr(1)`. */
const BETWEEN = '\u0001';

/** What makes a list of `listText` again. JSON is full of quotes: to escape each costs more than all else. */
export const listOf = (column: Column): string =>
  column.type === 'json' ? `string_to_array(?::text, chr(1), '')::jsonb[]` : `?::${postgresType(column)}[]`;

/** Encoded values of one column as one text. */
export function listText(values: readonly unknown[], column: Column): string {
  if (column.type === 'json') {
    return values.map((value) => (value === null ? '' : JSON.stringify(value))).join(BETWEEN);
  }
  const written = values.map((value) => {
    if (value === null) return 'NULL';
    if (typeof value === 'number' || typeof value === 'bigint') return String(value);
    const text = String(value);
    return `"${text.search(QUOTED) < 0 ? text : text.replace(QUOTED, '\\$&')}"`;
  });
  return `{${written.join(',')}}`;
}

/** A value that all rows of a statement share, as PostgreSQL takes it. */
export function bound(value: unknown, column: Column): unknown {
  const encoded = encoderOf(column, 'postgres')(value);
  return column.type === 'json' && encoded !== null ? JSON.stringify(encoded) : encoded;
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && typeof (value as { toJSON?: unknown }).toJSON !== 'function';

function hasBigint(value: unknown): boolean {
  if (typeof value === 'bigint') return true;
  if (!isPlain(value)) return false;
  if (Array.isArray(value)) return value.some(hasBigint);
  for (const key in value) if (hasBigint((value as Record<string, unknown>)[key])) return true;
  return false;
}

/** JSON with its bigints as text; the value itself where it has none. A replacer would be asked for every key. */
export function withoutBigints(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (!hasBigint(value)) return value;
  if (Array.isArray(value)) return value.map(withoutBigints);
  return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, withoutBigints(one)]));
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
