import { useState } from 'react';
import { FormDialog, freshKey, useSay, useTexts } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { ShipmentDialogProps } from '../../shipment-types';
import { wayBody, WayFields, wayOf } from './way-fields';

/** Another carrier, or a tracking number that came later. */
export function WayDialog({ shipment, onClose, onDone }: ShipmentDialogProps) {
  const say = useSay('sales');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const { values, touched, submitting, field } = useTexts(wayOf(shipment));
  return (
    <FormDialog
      title={say('shipment.way_title', { number: shipment.number })}
      label={say('shipment.way_save')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={async () => {
        await ask('PUT /sales/shipments/:id', { id: shipment.documentId, key, body: wayBody(values) });
        onDone();
      }}
    >
      <WayFields {...{ field, shipment }} />
    </FormDialog>
  );
}
