import { Button, Flex, Typography } from '@strapi/design-system';
import { addDays, startOfDay } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  DateRange,
  DateText,
  LinkTo,
  ListTools,
  PageFrame,
  ReadTable,
  useApi,
  useDateRange,
  useLanguage,
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
  const { narrowed, page, asked, change } = useListQuery();
  const { from, to } = useDateRange();
  const [kind, product, search] = [asked('kind'), asked('product'), asked('q')];
  const reading = useApi<Movement[]>('/sales/stock-movements', {
    filters: {
      ...(kind ? { kind: { $eq: kind } } : {}),
      ...(product || search
        ? {
            stockItem: {
              product: {
                ...(product ? { documentId: { $eq: product } } : {}),
                ...(search ? { $or: [{ name: { $containsi: search } }, { sku: { $containsi: search } }] } : {}),
              },
            },
          }
        : {}),
      ...(from || to
        ? {
            at: { ...(from && { $gte: startOfDay(zone, from) }), ...(to && { $lt: startOfDay(zone, addDays(to, 1)) }) },
          }
        : {}),
    },
    populate: { stockItem: { populate: { product: true } }, orderLine: { populate: { order: true } } },
    sort: 'id:desc',
    pagination: { page },
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
        orderLine?.order && (
          <LinkTo to={`/plugins/sales/orders/${orderLine.order.documentId}`}>
            {orderLine.order.number ?? say('orders.no_number')}
          </LinkTo>
        ),
    },
    { key: 'reason', title: say('field.reason'), wraps: true, cell: (one) => one.reason },
  ];
  const named = product ? reading.data?.[0]?.stockItem?.product : undefined;
  return (
    <PageFrame
      title={say('stock.movements')}
      subtitle={named ? textOf(named as Product, 'name', language) : say('stock.movements_subtitle')}
      back={{ to: '/plugins/sales/stock', label: say('stock.title') }}
    >
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
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        empty={say(narrowed ? 'stock.no_such_movements' : 'stock.no_movements')}
      />
    </PageFrame>
  );
}
