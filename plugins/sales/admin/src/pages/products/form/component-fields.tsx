import { Flex, IconButton, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { FieldRow, Panel, SearchPicker, TextField, useSay } from '@sanya/strapi-plugin-platform/ui';
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
  const names = useComponentNames(components.map((one) => one.product));
  return (
    <Panel title={say('product.components')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography textColor="neutral600">{say('bundle.hint')}</Typography>
        {components.map((component, index) => {
          const at = `components.${index}`;
          const known = names.get(component.product);
          return (
            <FieldRow
              key={component.product}
              action={
                <IconButton
                  label={say('bundle.remove', { name: known?.name ?? '' })}
                  onClick={() => change(components.filter((_, place) => place !== index))}
                >
                  <Trash />
                </IconButton>
              }
            >
              <TextField
                name={`${at}.quantity`}
                required
                label={known?.name ?? ''}
                unit={known?.unit}
                inputMode="decimal"
                value={component.quantity}
                error={errorAt(`${at}.quantity`) ?? errorAt(`${at}.product`)}
                onChange={(quantity) =>
                  change(
                    components.map((one, place) => (place === index ? { ...one, quantity } : one)),
                    `${at}.quantity`,
                  )
                }
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
            change([...components, { product: one.documentId, quantity: '1' }]);
          }}
          nothing={say('new.no_product')}
        />
      </Flex>
    </Panel>
  );
}
