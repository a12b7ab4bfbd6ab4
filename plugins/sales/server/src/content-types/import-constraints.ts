import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT_IMPORT, PRODUCT_IMPORT_ROW } from './types';

export const importConstraints: readonly Constraint[] = [
  { kind: 'restrict', type: PRODUCT_IMPORT_ROW, relation: 'import' },
  {
    kind: 'unique',
    type: PRODUCT_IMPORT_ROW,
    name: 'sales_product_import_rows_row',
    columns: ['import', 'row'],
    code: 'row.already_there',
  },
  {
    kind: 'index',
    type: PRODUCT_IMPORT_ROW,
    name: 'sales_product_import_rows_waiting',
    columns: ['import', 'sku', 'row'],
    when: "{state} = 'waiting'",
  },
  {
    kind: 'index',
    type: PRODUCT_IMPORT,
    name: 'sales_product_imports_running',
    columns: ['startedAt'],
    when: "{state} = 'running'",
  },
];
