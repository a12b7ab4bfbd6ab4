import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { INSTALLED_ITEM } from './types';

export const installedItemConstraints: readonly Constraint[] = [
  ...(['product', 'customer', 'shipmentLine', 'replaces'] as const).map(
    (relation): Constraint => ({ kind: 'restrict', type: INSTALLED_ITEM, relation }),
  ),
  {
    // A thing is in one place: what was taken out may be installed again.
    kind: 'unique',
    type: INSTALLED_ITEM,
    name: 'sales_installed_items_serial',
    columns: ['product', 'serial'],
    when: "{state} = 'installed'",
    code: 'installed_item.installed_already',
  },
  {
    kind: 'unique',
    type: INSTALLED_ITEM,
    name: 'sales_installed_items_replaces',
    columns: ['replaces'],
    when: '{replaces} is not null',
    code: 'installed_item.replaced_already',
  },
  {
    kind: 'check',
    type: INSTALLED_ITEM,
    name: 'sales_installed_items_removed',
    condition: "({state} = 'installed') = ({removedOn} is null)",
    code: 'installed_item.day_missing',
  },
  {
    kind: 'check',
    type: INSTALLED_ITEM,
    name: 'sales_installed_items_warranty',
    condition: '{warrantyUntil} is null or {warrantyUntil} >= {installedOn}',
    code: 'installed_item.warranty_crossed',
  },
  { kind: 'index', type: INSTALLED_ITEM, name: 'sales_installed_items_state', columns: ['state', 'installedOn'] },
  {
    kind: 'index',
    type: INSTALLED_ITEM,
    name: 'sales_installed_items_warranty_until',
    columns: ['warrantyUntil'],
    when: "{state} = 'installed'",
  },
  {
    kind: 'index',
    type: INSTALLED_ITEM,
    name: 'sales_installed_items_beginnings',
    columns: ['serial'],
    beginnings: true,
  },
  {
    kind: 'freeze',
    type: INSTALLED_ITEM,
    when: "{state} <> 'installed'",
    columns: [
      'product',
      'customer',
      'serial',
      'state',
      'site',
      'installedOn',
      'warrantyUntil',
      'shipmentLine',
      'replaces',
      'removedOn',
      'removeReason',
    ],
  },
];
