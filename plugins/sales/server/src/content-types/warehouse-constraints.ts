import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { SHELF, SHIPMENT, STOCK_MOVEMENT, WAREHOUSE } from './types';

export const warehouseConstraints: readonly Constraint[] = [
  {
    kind: 'unique',
    type: WAREHOUSE,
    name: 'sales_warehouses_code',
    columns: ['code'],
    code: 'warehouse.code_taken',
  },
  {
    kind: 'unique',
    type: WAREHOUSE,
    name: 'sales_warehouses_default',
    columns: ['isDefault'],
    when: '{isDefault}',
    code: 'warehouse.default_taken',
  },
  {
    // What is chosen where nobody chooses takes and gives goods.
    kind: 'check',
    type: WAREHOUSE,
    name: 'sales_warehouses_default_active',
    condition: "not {isDefault} or {state} = 'active'",
    code: 'warehouse.default_stays',
  },
  { kind: 'restrict', type: SHELF, relation: 'stockItem' },
  { kind: 'restrict', type: SHELF, relation: 'warehouse' },
  {
    kind: 'unique',
    type: SHELF,
    name: 'sales_shelves_once',
    columns: ['stockItem', 'warehouse'],
    code: 'stock.item_taken',
  },
  {
    kind: 'check',
    type: SHELF,
    name: 'sales_shelves_level',
    condition: '{onHand} >= 0',
    code: 'stock.shelf_empty',
  },
  { kind: 'restrict', type: STOCK_MOVEMENT, relation: 'warehouse' },
  { kind: 'restrict', type: STOCK_MOVEMENT, relation: 'otherEnd' },
  { kind: 'restrict', type: SHIPMENT, relation: 'warehouse' },
];
