import { useState } from 'react';
import {
  FormDialog,
  freshKey,
  TextField,
  TypedDate,
  useSay,
  useTexts,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { ShipmentDialogProps } from '../../shipment-types';

/** It arrived: when, and who took it. */
export function ArriveDialog({ shipment, onClose, onDone }: ShipmentDialogProps) {
  const say = useSay('sales');
  const ask = useAsk();
  const { today } = useToday();
  const [key] = useState(freshKey);
  const { values, touched, submitting, field } = useTexts({ on: today, receiver: shipment.receiver ?? '' });

  async function arrive(): Promise<void> {
    const receiver = values.receiver.trim();
    await ask('POST /sales/shipments/:id/deliver', {
      id: shipment.documentId,
      key,
      body: { ...(values.on ? { on: values.on } : {}), ...(receiver ? { receiver } : {}) },
    });
    onDone();
  }

  return (
    <FormDialog
      title={say('shipment.arrive_title', { number: shipment.number })}
      label={say('shipment.arrive')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={arrive}
    >
      <TypedDate {...field('on')} required label={say('shipment.delivered_on')} />
      <TextField {...field('receiver')} label={say('shipment.receiver')} maxLength={200} />
    </FormDialog>
  );
}
