import { useState } from 'react';
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
  quantityText,
  TwoLines,
  useDateRange,
  useLanguage,
  useList,
  useListQuery,
  useMay,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { MOVEMENT_KINDS } from '../../../../server/src/domain/stock';
import { textOf } from '../../product-shown';
import { signedQuantity } from '../../stock-quantity';
import type { Product, StockMovement } from '../../types';
import { useWarehouses } from '../../warehouses';
import { MoveDialog, type Moving } from './move-dialog';

interface Place {
  documentId: string;
  name: string;
}

interface Movement extends StockMovement {
  onHandAfter: string | null;
  reservedAfter: string | null;
  shelfAfter: string | null;
  warehouse?: Place | null;
  otherEnd?: Place | null;
  stockItem?: { product?: Pick<Product, 'documentId' | 'name' | 'sku' | 'unit' | 'translations'> | null } | null;
  orderLine?: { order?: { documentId: string; number: string | null } | null } | null;
  receiptLine?: { lot: string | null; receipt?: { documentId: string; number: string } | null } | null;
}

/** All that came, went and was promised, the newest first, with what lay there afterwards. */
export function StockMovements() {
  const say = useSay('sales');
  const language = useLanguage();
  const { zone } = useToday();
  const { asked, change } = useListQuery();
  const days = useDateRange();
  const [kind, product, warehouse] = [asked('kind'), asked('product'), asked('warehouse')];
  const warehouses = useWarehouses();
  const several = warehouses.length > 1;
  const mayMove = useMay()('plugin::sales.stock.move');
  const [moving, setMoving] = useState<Moving>();
  const reading = useList<Movement>('/sales/stock-movements', {
    search: containing('stockItem.product.name', 'stockItem.product.sku'),
    filters: {
      ...(kind ? { kind: { $eq: kind } } : {}),
      ...(product ? { stockItem: { product: { documentId: { $eq: product } } } } : {}),
      ...(warehouse ? { warehouse: { documentId: { $eq: warehouse } } } : {}),
      ...instantsWithin('at', zone, days),
    },
    sort: 'id:desc',
    populate: {
      stockItem: { populate: { product: true } },
      orderLine: { populate: { order: true } },
      receiptLine: { populate: { receipt: true } },
      ...{ warehouse: true, otherEnd: true },
    },
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
    ...(several
      ? [
          {
            key: 'warehouse',
            title: say('subject.warehouse'),
            wraps: true,
            cell: ({ kind: how, warehouse: here, otherEnd, shelfAfter }: Movement) =>
              here && (
                <TwoLines
                  first={
                    otherEnd
                      ? how === 'move_in'
                        ? `${otherEnd.name} → ${here.name}`
                        : `${here.name} → ${otherEnd.name}`
                      : here.name
                  }
                  second={shelfAfter !== null && say('stock.left_there', { quantity: shelfAfter })}
                />
              ),
          },
        ]
      : []),
    { key: 'balance', title: say('stock.on_hand'), right: true, cell: (one) => quantityText(one.onHandAfter) },
    { key: 'reserved', title: say('stock.reserved'), right: true, cell: (one) => quantityText(one.reservedAfter) },
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
    {
      key: 'reason',
      title: say('field.reason'),
      wraps: true,
      cell: ({ reason, receiptLine }) =>
        receiptLine?.receipt ? (
          <TwoLines
            first={pageLink('plugin::sales.goods-receipt', receiptLine.receipt.documentId, receiptLine.receipt.number)}
            second={receiptLine.lot && say('receipt.lot_of', { lot: receiptLine.lot })}
          />
        ) : (
          reason
        ),
    },
    ...(mayMove && several
      ? [
          {
            key: 'do',
            title: '',
            right: true,
            cell: ({ kind: how, quantity, warehouse: here, otherEnd, stockItem }: Movement) =>
              how === 'move_in' &&
              here &&
              otherEnd &&
              stockItem?.product && (
                <Button
                  size="S"
                  variant="tertiary"
                  onClick={() =>
                    setMoving({
                      ...movingOf(stockItem.product),
                      from: here.documentId,
                      to: otherEnd.documentId,
                      quantity,
                    })
                  }
                >
                  {say('stock.move_back')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  const movingOf = (what: object | null | undefined): Moving => {
    const { documentId, unit } = what as Product;
    return { product: documentId, name: textOf(what as Product, 'name', language), unit };
  };
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
            ...(several
              ? [
                  {
                    ...{
                      key: 'warehouse',
                      label: say('subject.warehouse'),
                      width: '20rem',
                      all: say('warehouses.all'),
                    },
                    choices: warehouses.map(({ documentId, name }) => [documentId, name] as const),
                  },
                ]
              : []),
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
    >
      {moving && (
        <MoveDialog {...{ moving, warehouses }} onClose={() => setMoving(undefined)} onDone={reading.reload} />
      )}
    </ListPage>
  );
}
