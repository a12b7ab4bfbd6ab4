import { Button, Flex, Typography } from '@strapi/design-system';
import {
  type Column,
  containing,
  DateRange,
  DateText,
  instantsWithin,
  ListPage,
  ListTools,
  pageLink,
  useDateRange,
  useLanguage,
  useList,
  useListQuery,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { MOVEMENT_KINDS } from '../../../../server/src/domain/stock';
import { textOf } from '../../product-shown';
import { signedQuantity } from '../../stock-quantity';
import type { Product, StockMovement } from '../../types';

interface Movement extends StockMovement {
  onHandAfter: string | null;
  reservedAfter: string | null;
  stockItem?: { product?: Pick<Product, 'documentId' | 'name' | 'sku' | 'translations'> | null } | null;
  orderLine?: { order?: { documentId: string; number: string | null } | null } | null;
}

/** All that came, went and was promised, the newest first, with what lay there afterwards. */
export function StockMovements() {
  const say = useSay('sales');
  const language = useLanguage();
  const { zone } = useToday();
  const { asked, change } = useListQuery();
  const days = useDateRange();
  const [kind, product] = [asked('kind'), asked('product')];
  const reading = useList<Movement>('/sales/stock-movements', {
    search: containing('stockItem.product.name', 'stockItem.product.sku'),
    filters: {
      ...(kind ? { kind: { $eq: kind } } : {}),
      ...(product ? { stockItem: { product: { documentId: { $eq: product } } } } : {}),
      ...instantsWithin('at', zone, days),
    },
    sort: 'id:desc',
    populate: { stockItem: { populate: { product: true } }, orderLine: { populate: { order: true } } },
  });
  const columns: Column<Movement>[] = [
    { key: 'at', title: say('field.at'), cell: (one) => <DateText at={one.at} /> },
    {
      key: 'product',
      title: say('field.product'),
      wraps: true,
      cell: ({ stockItem }) => stockItem?.product && textOf(stockItem.product as Product, 'name', language),
    },
    { key: 'kind', title: say('field.movement'), cell: (one) => say(`movement.${one.kind}`) },
    {
      key: 'quantity',
      title: say('field.quantity'),
      right: true,
      cell: (one) => <Typography fontWeight="semiBold">{signedQuantity(one)}</Typography>,
    },
    { key: 'balance', title: say('stock.on_hand'), right: true, cell: (one) => one.onHandAfter },
    { key: 'reserved', title: say('stock.reserved'), right: true, cell: (one) => one.reservedAfter },
    {
      key: 'order',
      title: say('subject.order'),
      cell: ({ orderLine }) =>
        pageLink(
          'plugin::sales.order',
          orderLine?.order?.documentId,
          orderLine?.order?.number ?? say('orders.no_number'),
        ),
    },
    { key: 'reason', title: say('field.reason'), wraps: true, cell: (one) => one.reason },
  ];
  const named = product ? reading.data?.[0]?.stockItem?.product : undefined;
  return (
    <ListPage
      title={say('stock.movements')}
      subtitle={named ? textOf(named as Product, 'name', language) : say('stock.movements_subtitle')}
      back={{ to: '/plugins/sales/stock', label: say('stock.title') }}
      tools={
        <ListTools
          search={say('stock.search')}
          filters={[
            {
              ...{ key: 'kind', label: say('field.movement'), width: '20rem', all: say('stock.all_kinds') },
              choices: MOVEMENT_KINDS.map((one) => [one, say(`movement.${one}`)] as const),
            },
          ]}
        >
          <Flex gap={2}>
            <DateRange />
            {product && (
              <Button variant="tertiary" size="S" onClick={() => change('product', '')}>
                {say('stock.all')}
              </Button>
            )}
          </Flex>
        </ListTools>
      }
      reading={reading}
      columns={columns}
      pageOfRow={null}
      empty={say('stock.no_such_movements')}
      none={say('stock.no_movements')}
    />
  );
}
