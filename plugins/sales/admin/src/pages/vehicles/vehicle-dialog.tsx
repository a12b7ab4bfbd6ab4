import { useState } from 'react';
import {
  FieldCell,
  Fields,
  FormDialog,
  freshKey,
  LongTextField,
  TextField,
  useSay,
  useTell,
  useTexts,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Vehicle } from '../../route-types';

interface VehicleDialogProps {
  /** None: a new one. */
  vehicle?: Vehicle;
  onClose: () => void;
  onDone: () => void;
}

export function VehicleDialog({ vehicle, onClose, onDone }: VehicleDialogProps) {
  const say = useSay('sales');
  const sayHouse = useSay('platform');
  const tell = useTell();
  const ask = useAsk();
  const [key] = useState(freshKey);
  const { values, touched, submitting, field } = useTexts({
    ...{ name: vehicle?.name ?? '', driver: vehicle?.driver ?? '' },
    ...{ driverPhone: vehicle?.driverPhone ?? '', note: vehicle?.note ?? '' },
  });

  async function save(): Promise<void> {
    const name = values.name.trim();
    if (name === '') return submitting.refuse({ message: say('vehicle.no_name'), field: 'name' });
    const body = { ...values, name };
    if (vehicle) await ask('PUT /sales/vehicles/:id', { id: vehicle.documentId, body, key });
    else await ask('POST /sales/vehicles', { body, key });
    tell(say('vehicle.saved'));
    onDone();
    onClose();
  }

  return (
    <FormDialog
      title={vehicle ? say('warehouse.edit_title', { name: vehicle.name }) : say('vehicle.new')}
      label={sayHouse('ui.save')}
      touched={touched}
      submitting={submitting}
      onClose={onClose}
      onSubmit={save}
    >
      <TextField
        {...field('name')}
        required
        autoFocus
        label={say('subject.vehicle')}
        hint={say('vehicle.name_hint')}
        maxLength={100}
      />
      <Fields>
        <FieldCell width={6}>
          <TextField {...field('driver')} label={say('route.driver')} maxLength={200} />
        </FieldCell>
        <FieldCell width={6}>
          <TextField {...field('driverPhone')} label={say('route.driver_phone')} maxLength={40} />
        </FieldCell>
      </Fields>
      <LongTextField {...field('note')} label={say('field.note')} />
    </FormDialog>
  );
}
