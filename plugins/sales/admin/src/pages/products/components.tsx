import { type Column, DataTable, Panel, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Component } from '../../../../server/src/domain/bundle';
import type { Product } from '../../types';
import { useComponentNames } from './use-component-names';

/** What a bundle is made of. */
export function Components({ product }: { product: Product }) {
  const say = useSay('sales');
  const components = product.components ?? [];
  const names = useComponentNames(components.map((one) => one.product));
  if (components.length === 0) return null;
  const columns: Column<Component>[] = [
    { key: 'name', title: say('field.product'), cell: (one) => names.get(one.product)?.name },
    {
      key: 'quantity',
      title: say('bundle.quantity'),
      right: true,
      cell: (one) => `${one.quantity} ${names.get(one.product)?.unit ?? ''}`,
    },
  ];
  return (
    <Panel title={say('product.components')}>
      <DataTable columns={columns} rows={components} keyOf={(one) => one.product} empty={say('bundle.none')} />
    </Panel>
  );
}
