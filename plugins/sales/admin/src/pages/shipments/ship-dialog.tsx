import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import {
  FormDialog,
  freshKey,
  LongTextField,
  TypedDate,
  useSay,
  useTexts,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { serialsOf, serialsText } from '../../shipment-shown';
import type { ShipmentDialogProps } from '../../shipment-types';
import { useWarehouses, warehouseBody, WarehouseField } from '../../warehouses';
import { wayBody, WayFields, type WayKey, wayOf } from './way-fields';

/** The goods leave: on which day, by whom, with which serial numbers. */
export function ShipDialog({ shipment, onClose, onDone }: ShipmentDialogProps) {
  const say = useSay('sales');
  const ask = useAsk();
  const { today } = useToday();
  const [key] = useState(freshKey);
  const lines = shipment.lines ?? [];
  const warehouses = useWarehouses();
  const { values, touched, submitting, field } = useTexts<WayKey | 'on' | 'warehouse' | `serials.${number}.serials`>({
    ...wayOf(shipment),
    on: today,
    warehouse: shipment.warehouse?.documentId ?? '',
    ...Object.fromEntries(lines.map((line, index) => [`serials.${index}.serials`, serialsText(line)])),
  });

  async function ship(): Promise<void> {
    await ask('POST /sales/shipments/:id/ship', {
      id: shipment.documentId,
      key,
      body: {
        ...wayBody(values),
        ...warehouseBody(values.warehouse),
        ...(values.on ? { on: values.on } : {}),
        serials: lines.map((line, index) => ({
          line: line.documentId,
          serials: serialsOf(values[`serials.${index}.serials`] ?? ''),
        })),
      },
    });
    onDone();
  }

  return (
    <FormDialog
      title={say('shipment.ship_title', { number: shipment.number })}
      label={say('shipment.ship')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={ship}
    >
      <Typography textColor="neutral600">{say('shipment.ship_text')}</Typography>
      <TypedDate {...field('on')} required label={say('shipment.shipped_on')} />
      {shipment.state === 'planned' && (
        <WarehouseField {...field('warehouse')} label={say('shipment.from')} warehouses={warehouses} />
      )}
      <WayFields {...{ field, shipment }} />
      {lines.map((line, index) => (
        <LongTextField
          key={line.documentId}
          {...field(`serials.${index}.serials`)}
          label={`${say('shipment.serials')} · ${line.orderLine?.description ?? ''} (${line.quantity})`}
          hint={say('shipment.serials_hint')}
        />
      ))}
    </FormDialog>
  );
}
