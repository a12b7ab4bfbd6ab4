import type { Constraint } from '../constraints';
import type { AnyImportKind } from './kind';

/** What the database itself holds of imports and their rows, and how they are found. */
export const importConstraintsOf = (
  name: string,
  { type, rowType, keyColumn }: Pick<AnyImportKind, 'type' | 'rowType' | 'keyColumn'>,
): readonly Constraint[] => [
  { kind: 'restrict', type: rowType, relation: 'import' },
  {
    kind: 'unique',
    type: rowType,
    name: `${name}_import_rows_row`,
    columns: ['import', 'row'],
    code: 'row.already_there',
  },
  {
    kind: 'index',
    type: rowType,
    name: `${name}_import_rows_waiting`,
    columns: ['import', keyColumn, 'row'],
    when: "{state} = 'waiting'",
  },
  {
    kind: 'index',
    type,
    name: `${name}_imports_running`,
    columns: ['startedAt'],
    when: "{state} = 'running'",
  },
];
