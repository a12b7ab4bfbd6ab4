import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import {
  type Column,
  containing,
  ListPage,
  Money,
  quantityText,
  StateBadge,
  TwoLines,
  useApi,
  useLanguage,
  useList,
  useListQuery,
  useMay,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { availableOf, priceToday, textOf } from '../../product-shown';
import type { Product, StockItem } from '../../types';
import { ExportProducts } from './import/export-products';
import { ProductFilters } from './product-filters';
import { useChoices, useMayReadStock } from './use-choices';

export function ProductList() {
  const say = useSay('sales');
  const language = useLanguage();
  const may = useMay();
  const { today } = useToday();
  const choices = useChoices();
  const mayStock = useMayReadStock();
  const { asked, change } = useListQuery();
  const [kind, group] = [asked('kind'), asked('group')];
  const sort = asked('sort') || 'name:asc';
  const reading = useList<Product>('/sales/products', {
    search: containing('name', 'sku', 'group'),
    filters: { ...(kind ? { kind: { $eq: kind } } : {}), ...(group ? { group: { $eq: group } } : {}) },
    sort: [sort, 'id:asc'],
    populate: { prices: true },
  });
  const tracked = (reading.data ?? []).filter((one) => one.stockTracked).map((one) => one.documentId);
  const { data: stock } = useApi<StockItem[]>(mayStock && tracked.length > 0 ? '/sales/stock' : null, {
    filters: { product: { documentId: { $in: tracked } } },
    populate: { product: true },
    pagination: { pageSize: 100 },
  });

  const price = (product: Product) => {
    const now = priceToday(product, today);
    if (!now) return <Typography textColor="warning600">{say('product.no_price_today')}</Typography>;
    const inside = now.includesTax ?? choices?.pricesIncludeTax;
    const tax = inside === undefined ? '' : say(inside ? 'tax.in' : 'tax.out');
    return (
      <TwoLines
        right
        first={<Money amount={now.unitPrice} currency={now.currency} />}
        second={[now.per !== 'one_time' && say(`per.${now.per}`), tax].filter(Boolean).join(' · ')}
      />
    );
  };
  const inStock = (product: Product) => {
    const item = stock?.find((one) => one.product?.documentId === product.documentId);
    if (!product.stockTracked || !item) return null;
    const left = availableOf(item);
    return (
      <TwoLines
        right
        first={
          <Typography textColor={left !== '0' ? 'neutral800' : 'danger600'}>
            {quantityText(left)} {product.unit}
          </Typography>
        }
        second={say('stock.on_hand_of', { count: quantityText(item.onHand) })}
      />
    );
  };
  const columns: Column<Product>[] = [
    {
      key: 'name',
      title: say('field.product'),
      sort: 'name',
      wraps: true,
      cell: (one) => (
        <TwoLines
          first={<Typography fontWeight="semiBold">{textOf(one, 'name', language)}</Typography>}
          second={one.sku}
        />
      ),
    },
    {
      key: 'group',
      title: say('field.group'),
      sort: 'group',
      cell: (one) => <TwoLines first={one.group} second={say(`product_kind.${one.kind}`)} />,
    },
    { key: 'price', title: say('field.price'), right: true, cell: price },
    ...(mayStock ? [{ key: 'stock', title: say('stock.available'), right: true, cell: inStock }] : []),
    {
      key: 'state',
      title: say('field.state'),
      cell: (one) => <StateBadge state={one.state} label={say(`product_state.${one.state}`)} />,
    },
  ];

  return (
    <ListPage
      title={say('products.title')}
      subtitle={say('products.subtitle')}
      action={
        <Flex gap={2}>
          {may('plugin::sales.product.read') && <ExportProducts />}
          {may('plugin::sales.product.import') && (
            <Button tag={NavLink} to="import" variant="secondary">
              {say('import.open')}
            </Button>
          )}
          {may('plugin::sales.product.edit') && (
            <Button tag={NavLink} to="new" startIcon={<Plus />}>
              {say('product.new')}
            </Button>
          )}
        </Flex>
      }
      tools={<ProductFilters groups={choices?.groups ?? []} />}
      reading={reading}
      columns={columns}
      sorting={{ by: sort, change: (by) => change('sort', by) }}
      empty={say('products.empty')}
      none={say('products.none_yet')}
    />
  );
}
