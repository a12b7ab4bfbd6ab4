import type { Platform } from '@sanya/strapi-plugin-platform/kit';

type Type = 'bigint' | 'text' | 'integer';

export interface Listed {
  /** Stands after `from` or `join`, its alias included; one `?` for all. */
  sql: string;
  binding: string;
}

/** Values as a table in a statement, with one parameter however many there are. */
export function listed<Column extends string>(
  { rows }: Platform,
  alias: string,
  columns: Record<Column, Type>,
  values: readonly Record<Column, string | number | bigint>[],
): Listed {
  const names = Object.keys(columns) as Column[];
  const plain = (value: string | number | bigint): string | number =>
    typeof value === 'bigint' ? value.toString() : value;
  if (rows.dialect === 'postgres') {
    return {
      sql: `json_to_recordset(?::json) as ${alias}(${names.map((name) => `"${name}" ${columns[name]}`).join(', ')})`,
      binding: JSON.stringify(values.map((row) => Object.fromEntries(names.map((name) => [name, plain(row[name])])))),
    };
  }
  const cells = names.map((name, index) => {
    const value = `json_extract(value, '$[${index}]')`;
    return `${columns[name] === 'text' ? value : `cast(${value} as integer)`} as "${name}"`;
  });
  return {
    sql: `(select ${cells.join(', ')} from json_each(?)) as ${alias}`,
    binding: JSON.stringify(values.map((row) => names.map((name) => plain(row[name])))),
  };
}
