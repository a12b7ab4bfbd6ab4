import { useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import {
  FormDialog,
  freshKey,
  LongTextField,
  TextField,
  TypedDate,
  useApi,
  useMay,
  useSay,
  useTell,
  useTexts,
  useToday,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { leftOf, serialsOf } from '../../shipment-shown';
import type { Shipment } from '../../shipment-types';
import type { Order, OrderLine } from '../../types';
import { useWarehouses, warehouseBody, WarehouseField } from '../../warehouses';

interface DeliverOrderProps {
  order: Order;
  onDone: () => void;
}

/** All that is left is handed over in one go: on which day, to whom, with which serial numbers. */
export function DeliverOrder(props: DeliverOrderProps) {
  const say = useSay('sales');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('do.deliver')}</Button>
      {open && <Read {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

interface DialogProps extends DeliverOrderProps {
  onClose: () => void;
}

function Read(props: DialogProps) {
  const may = useMay();
  const ofOrder = { order: { documentId: { $eq: props.order.documentId } } };
  const { data: lines } = useApi<OrderLine[]>('/sales/order-lines', {
    ...{ filters: ofOrder, sort: 'position:asc', pagination: { pageSize: 100 } },
  });
  const mayShipments = may('plugin::content-manager.explorer.read', 'plugin::sales.shipment');
  const { data: shipments } = useApi<Shipment[]>(mayShipments ? '/sales/shipments' : null, {
    ...{ filters: ofOrder, populate: { lines: { populate: { orderLine: true } } }, pagination: { pageSize: 100 } },
  });
  if (!lines || (mayShipments && !shipments)) return <Waiting />;
  return <DeliverDialog {...props} lines={lines} shipments={shipments ?? []} />;
}

function DeliverDialog({
  order,
  lines,
  shipments,
  onClose,
  onDone,
}: DialogProps & { lines: readonly OrderLine[]; shipments: readonly Shipment[] }) {
  const say = useSay('sales');
  const ask = useAsk();
  const tell = useTell();
  const { today } = useToday();
  const warehouses = useWarehouses();
  const [key] = useState(freshKey);
  const goods = lines
    .filter(({ kind }) => kind === 'goods')
    .map((line) => ({ line, left: leftOf(line, shipments) }))
    .filter(({ left }) => left !== '0');
  const { values, touched, submitting, field } = useTexts<
    'on' | 'receiver' | 'warehouse' | `serials.${number}.serials`
  >({
    ...{ on: today, receiver: '', warehouse: '' },
    ...Object.fromEntries(goods.map((_, index) => [`serials.${index}.serials`, ''])),
  });

  async function deliver(): Promise<void> {
    const receiver = values.receiver.trim();
    await ask('POST /sales/orders/:id/deliver', {
      id: order.documentId,
      key,
      body: {
        ...(values.on ? { on: values.on } : {}),
        ...(receiver ? { receiver } : {}),
        ...warehouseBody(values.warehouse),
        serials: goods.map(({ line }, index) => ({
          line: line.documentId,
          serials: serialsOf(values[`serials.${index}.serials`] ?? ''),
        })),
      },
    });
    tell(say('did.deliver'));
    onClose();
    onDone();
  }

  return (
    <FormDialog
      title={say('deliver.title', { number: order.number ?? '' })}
      label={say('do.deliver')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={deliver}
    >
      <Typography textColor="neutral600">{say('deliver.text')}</Typography>
      <TypedDate {...field('on')} required label={say('shipment.shipped_on')} />
      <TextField {...field('receiver')} label={say('shipment.receiver')} maxLength={200} />
      <WarehouseField {...field('warehouse')} label={say('shipment.from')} warehouses={warehouses} />
      {goods.map(({ line, left }, index) => (
        <LongTextField
          key={line.documentId}
          {...field(`serials.${index}.serials`)}
          label={`${say('shipment.serials')} · ${line.description} (${left})`}
          hint={say('deliver.serials_hint')}
        />
      ))}
    </FormDialog>
  );
}
