import { Flex, Typography } from '@strapi/design-system';
import {
  FieldRow,
  listEdits,
  Panel,
  RemoveButton,
  SearchPicker,
  TextField,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { Component } from '../../../../../server/src/domain/bundle';
import type { Product } from '../../../types';
import { useComponentNames } from '../use-component-names';

export interface ComponentFieldsProps {
  components: readonly Component[];
  change: (components: Component[], field?: string) => void;
  errorAt: (field: string) => string | undefined;
}

const SEARCHED = ['name', 'sku', 'group'];

/** What the product is made of, where it is a bundle: found by name or code, then how many of it. */
export function ComponentFields({ components, change, errorAt }: ComponentFieldsProps) {
  const say = useSay('sales');
  const edits = listEdits({ at: 'components', rows: components, change, errorAt });
  const names = useComponentNames(components.map((one) => one.product));
  return (
    <Panel title={say('product.components')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{say('bundle.hint')}</Typography>
        {components.map((component, index) => {
          const quantity = edits.text(component, index)('quantity');
          const known = names.get(component.product);
          return (
            <FieldRow
              key={component.product}
              action={
                <RemoveButton
                  label={say('bundle.remove', { name: known?.name ?? '' })}
                  onRemove={() => edits.remove(index)}
                />
              }
            >
              <TextField
                {...quantity}
                required
                label={known?.name ?? ''}
                unit={known?.unit}
                inputMode="decimal"
                error={quantity.error ?? errorAt(`components.${index}.product`)}
              />
            </FieldRow>
          );
        })}
        <SearchPicker<Product>
          name="component"
          label={say('bundle.add')}
          placeholder={say('new.find_product_by')}
          url="/sales/products"
          asked={(text) => ({
            filters: {
              $and: [{ state: 'active' }, { $or: SEARCHED.map((key) => ({ [key]: { $containsi: text } })) }],
            },
            sort: 'name:asc',
          })}
          keyOf={(one) => one.documentId}
          show={(one) => [one.sku, one.name].filter(Boolean).join(' · ')}
          onChoose={(one) => {
            if (components.some(({ product }) => product === one.documentId)) return;
            edits.add({ product: one.documentId, quantity: '1' });
          }}
          nothing={say('new.no_product')}
        />
      </Flex>
    </Panel>
  );
}
