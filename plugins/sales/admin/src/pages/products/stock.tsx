import { useState } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import {
  type Column,
  DateText,
  Failure,
  Panel,
  quantityText,
  ReadTable,
  useApi,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { availableOf } from '../../product-shown';
import { signedQuantity } from '../../stock-quantity';
import type { Product, StockItem, StockMovement } from '../../types';
import { useWarehouses, type Warehouse } from '../../warehouses';
import { StockDialog, type StockKind } from './stock-dialog';

const LAST = 10;

function Movements({ item }: { item: StockItem }) {
  const say = useSay('sales');
  const may = useMay();
  const allowed = may('plugin::content-manager.explorer.read', 'plugin::sales.stock-movement');
  const reading = useApi<StockMovement[]>(allowed ? '/sales/stock-movements' : null, {
    filters: { stockItem: { documentId: { $eq: item.documentId } } },
    sort: 'id:desc',
    pagination: { pageSize: LAST },
    fields: ['kind', 'quantity', 'reason', 'at'],
  });
  const columns: Column<StockMovement>[] = [
    { key: 'at', title: say('field.at'), cell: (one) => <DateText at={one.at} /> },
    { key: 'kind', title: say('field.movement'), cell: (one) => say(`movement.${one.kind}`) },
    {
      key: 'quantity',
      title: say('field.quantity'),
      right: true,
      cell: signedQuantity,
    },
    { key: 'reason', title: say('field.reason'), cell: (one) => one.reason },
  ];
  if (!allowed) return null;
  return (
    <Box paddingTop={4}>
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        empty={say('stock.no_movements')}
      />
    </Box>
  );
}

const Figure = ({ label, value, strong = false }: { label: string; value: string; strong?: boolean }) => (
  <Flex direction="column" alignItems="flex-start">
    <Typography variant="sigma" textColor="neutral600" style={{ textTransform: 'none' }}>
      {label}
    </Typography>
    <Typography variant={strong ? 'alpha' : 'beta'} fontWeight={strong ? 'bold' : 'regular'}>
      {value}
    </Typography>
  </Flex>
);

interface Shelf {
  documentId: string;
  onHand: string;
  warehouse?: Pick<Warehouse, 'documentId'> | null;
}

/** What of it lies in which warehouse. */
function Shelves({ item, warehouses }: { item: StockItem; warehouses: readonly Warehouse[] }) {
  const may = useMay();
  const allowed = may('plugin::content-manager.explorer.read', 'plugin::sales.shelf');
  const { data: shelves = [] } = useApi<Shelf[]>(allowed ? '/sales/shelves' : null, {
    filters: { stockItem: { documentId: { $eq: item.documentId } } },
    populate: { warehouse: true },
    pagination: { pageSize: 100 },
  });
  const there = (place: Warehouse): string =>
    shelves.find(({ warehouse }) => warehouse?.documentId === place.documentId)?.onHand ?? '0';
  if (!allowed) return null;
  return (
    <Flex gap={8} wrap="wrap" paddingTop={4}>
      {warehouses.map((place) => (
        <Figure key={place.documentId} label={place.name} value={quantityText(there(place))} />
      ))}
    </Flex>
  );
}

/** What can be sold now, what lies there, and the last movements; goods are received and counts corrected here. */
export function Stock({ product }: { product: Product }) {
  const say = useSay('sales');
  const may = useMay();
  const [dialog, setDialog] = useState<StockKind>();
  const [turn, setTurn] = useState(0);
  const { data, error, reload } = useApi<StockItem[]>('/sales/stock', {
    filters: { product: { documentId: { $eq: product.documentId } } },
  });
  const warehouses = useWarehouses();
  const [item] = data ?? [];
  const { onHand, reserved } = item ?? { onHand: '0', reserved: '0' };
  const shown = (quantity: string): string => `${quantityText(quantity)} ${product.unit}`;

  return (
    <Panel
      title={say('stock.title')}
      aside={
        may('plugin::sales.stock.adjust') && (
          <Flex gap={2}>
            <Button variant="secondary" onClick={() => setDialog('count')}>
              {say('stock.count')}
            </Button>
            <Button variant="secondary" onClick={() => setDialog('adjust')}>
              {say('stock.adjust')}
            </Button>
            <Button variant="secondary" onClick={() => setDialog('receive')}>
              {say('stock.receive')}
            </Button>
          </Flex>
        )
      }
    >
      {error !== undefined && <Failure message={error} />}
      <Flex gap={8} wrap="wrap">
        <Figure strong label={say('stock.available')} value={shown(availableOf({ onHand, reserved }))} />
        <Figure label={say('stock.on_hand')} value={shown(onHand)} />
        <Figure label={say('stock.reserved')} value={shown(reserved)} />
      </Flex>
      {item && warehouses.length > 1 && <Shelves key={`shelves-${turn}`} item={item} warehouses={warehouses} />}
      {item && <Movements key={turn} item={item} />}
      {dialog && (
        <StockDialog
          kind={dialog}
          product={product}
          onClose={() => setDialog(undefined)}
          onDone={() => {
            reload();
            setTurn((before) => before + 1);
          }}
        />
      )}
    </Panel>
  );
}
