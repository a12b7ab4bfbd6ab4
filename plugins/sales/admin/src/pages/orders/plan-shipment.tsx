import { useState } from 'react';
import { Typography } from '@strapi/design-system';
import { FieldCell, Fields, FormDialog, freshKey, TextField, useSay, useTexts } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { leftOf } from '../../shipment-shown';
import type { Shipment } from '../../shipment-types';
import type { Order, OrderLine } from '../../types';
import { useWarehouses, warehouseBody, WarehouseField } from '../../warehouses';
import { wayBody, WayFields, type WayKey, wayOf } from '../shipments/way-fields';

interface PlanShipmentProps {
  order: Order;
  lines: readonly OrderLine[];
  shipments: readonly Shipment[];
  onClose: () => void;
  onDone: (shipment: string) => void;
}

/** What is packed now of what is left of each line; a line that is left empty stays behind. */
export function PlanShipment({ order, lines, shipments, onClose, onDone }: PlanShipmentProps) {
  const say = useSay('sales');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const warehouses = useWarehouses();
  const open = lines.map((line) => ({ line, left: leftOf(line, shipments) })).filter(({ left }) => left !== '0');
  const { values, touched, submitting, field } = useTexts<WayKey | 'warehouse' | `quantity.${string}`>({
    ...wayOf(),
    warehouse: '',
    ...Object.fromEntries(open.map(({ line, left }) => [`quantity.${line.documentId}`, left])),
  });

  async function plan(): Promise<void> {
    const packed = open.flatMap(({ line }) => {
      const quantity = (values[`quantity.${line.documentId}`] ?? '').replaceAll(',', '').trim();
      return quantity === '' || quantity === '0' ? [] : [{ line: line.documentId, quantity }];
    });
    const made = await ask('POST /sales/orders/:id/shipments', {
      id: order.documentId,
      key,
      body: { ...wayBody(values), ...warehouseBody(values.warehouse), lines: packed },
    });
    onDone(made.documentId);
  }

  return (
    <FormDialog
      title={say('shipment.plan_title', { number: order.number ?? '' })}
      label={say('shipment.plan')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={plan}
    >
      <Typography textColor="neutral600">{say('shipment.plan_text')}</Typography>
      <Fields>
        {open.map(({ line, left }) => (
          <FieldCell key={line.documentId} width={6}>
            <TextField
              {...field(`quantity.${line.documentId}`)}
              label={line.description}
              hint={say('shipment.left', { quantity: left, unit: line.unit ?? '' })}
              inputMode="decimal"
              unit={line.unit ?? ''}
            />
          </FieldCell>
        ))}
      </Fields>
      <WarehouseField {...field('warehouse')} label={say('shipment.from')} warehouses={warehouses} />
      <WayFields field={field} />
    </FormDialog>
  );
}
