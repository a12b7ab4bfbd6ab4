import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import {
  type Column,
  DataTable,
  Failure,
  LinkTo,
  ListTools,
  PageFrame,
  Pages,
  quantityText,
  TwoLines,
  useListQuery,
  useMay,
  useSay,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { type SalesDoors, useAnswer } from '../../doors';
import { StockDialog, type StockKind } from '../products/stock-dialog';
import { useWarehouses } from '../../warehouses';
import { LowDialog } from './low-dialog';
import { MoveDialog } from './move-dialog';

type Level = SalesDoors['GET /sales/stock-levels']['answers']['items'][number];

const KINDS = ['receive', 'count', 'adjust'] as const;

/** What lies there of each counted product, what is promised, what is low; goods are received and counted here. */
export function StockLevels() {
  const say = useSay('sales');
  const may = useMay();
  const { page, asked, narrowed } = useListQuery();
  const [search, low, warehouse] = [asked('q'), asked('low'), asked('warehouse')];
  const warehouses = useWarehouses();
  const several = warehouses.length > 1;
  const [dialog, setDialog] = useState<{ level: Level; kind: StockKind | 'low' | 'move' }>();
  const { data, error, reload } = useAnswer('GET /sales/stock-levels', {
    body: {
      page,
      ...(search ? { q: search } : {}),
      ...(low ? { low: 'true' } : {}),
      ...(warehouse ? { warehouse } : {}),
    },
  });
  const mayAdjust = may('plugin::sales.stock.adjust');
  const mayMove = several && may('plugin::sales.stock.move');
  const quantity = (value: string, { unit }: Level): string => `${quantityText(value)} ${unit}`;
  const columns: Column<Level>[] = [
    {
      key: 'product',
      title: say('field.product'),
      wraps: true,
      cell: (level) => (
        <TwoLines
          first={<LinkTo to={`/plugins/sales/products/${level.product}`}>{level.name}</LinkTo>}
          second={level.sku}
        />
      ),
    },
    {
      key: 'available',
      title: say('stock.available'),
      right: true,
      cell: (level) => (
        <TwoLines
          right
          first={
            <Typography fontWeight="bold" textColor={level.low ? 'danger600' : 'neutral800'}>
              {quantity(level.available, level)}
            </Typography>
          }
          second={level.low ? say('stock.is_low', { mark: level.lowBelow ?? '' }) : undefined}
        />
      ),
    },
    { key: 'onHand', title: say('stock.on_hand'), right: true, cell: (level) => quantityText(level.onHand) },
    { key: 'reserved', title: say('stock.reserved'), right: true, cell: (level) => quantityText(level.reserved) },
    ...warehouses
      .filter(({ documentId }) => several && (warehouse === '' || warehouse === documentId))
      .map(
        ({ documentId, name }): Column<Level> => ({
          key: documentId,
          title: name,
          right: true,
          cell: ({ shelves }) => quantityText(shelves.find((shelf) => shelf.warehouse === documentId)?.onHand ?? '0'),
        }),
      ),
    {
      key: 'do',
      title: '',
      right: true,
      cell: (level) => (
        <Flex gap={1} wrap="wrap" justifyContent="flex-end" minWidth="28rem">
          {mayAdjust &&
            KINDS.map((kind) => (
              <Button key={kind} size="S" variant="tertiary" onClick={() => setDialog({ level, kind })}>
                {say(`stock.${kind}`)}
              </Button>
            ))}
          {mayMove && (
            <Button size="S" variant="tertiary" onClick={() => setDialog({ level, kind: 'move' })}>
              {say('stock.move')}
            </Button>
          )}
          {mayAdjust && (
            <Button size="S" variant="tertiary" onClick={() => setDialog({ level, kind: 'low' })}>
              {say('stock.low_mark')}
            </Button>
          )}
          <LinkTo to={`/plugins/sales/stock/movements?product=${level.product}`}>{say('stock.movements')}</LinkTo>
        </Flex>
      ),
    },
  ];
  const close = (): void => setDialog(undefined);
  return (
    <PageFrame
      title={say('stock.title')}
      subtitle={say('stock.subtitle')}
      action={
        <Button tag={NavLink} to="movements" variant="secondary">
          {say('stock.all_movements')}
        </Button>
      }
    >
      <ListTools
        search={say('stock.search')}
        filters={[
          {
            key: 'low',
            label: say('stock.low_mark'),
            width: '20rem',
            choices: [['true', say('stock.only_low')]],
            all: say('stock.all'),
          },
          ...(several
            ? [
                {
                  ...{ key: 'warehouse', label: say('subject.warehouse'), width: '20rem', all: say('warehouses.all') },
                  choices: warehouses.map(({ documentId, name }) => [documentId, name] as const),
                },
              ]
            : []),
        ]}
      />
      {error !== undefined && <Failure message={error} />}
      {!data && error === undefined && <Waiting />}
      {data && (
        <DataTable
          columns={columns}
          rows={data.items}
          keyOf={(level) => level.product}
          empty={say(narrowed ? 'stock.empty' : 'stock.none')}
        />
      )}
      {data && data.items.length > 0 && <Pages page={data.page} pageSize={data.pageSize} total={data.total} />}
      {dialog && dialog.kind !== 'low' && dialog.kind !== 'move' && (
        <StockDialog
          kind={dialog.kind}
          product={{ ...dialog.level, documentId: dialog.level.product }}
          warehouse={warehouse}
          onClose={close}
          onDone={reload}
        />
      )}
      {dialog?.kind === 'move' && (
        <MoveDialog
          moving={{ ...dialog.level, ...(warehouse ? { from: warehouse } : {}) }}
          warehouses={warehouses}
          onClose={close}
          onDone={reload}
        />
      )}
      {dialog?.kind === 'low' && <LowDialog level={dialog.level} onClose={close} onDone={reload} />}
    </PageFrame>
  );
}
