import { useState } from 'react';
import {
  ChoiceField,
  FieldCell,
  Fields,
  FormPage,
  type FormPageSetup,
  freshKey,
  LongTextField,
  Panel,
  TextField,
  textFields,
  TypedDate,
  useFormPage,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Carried, Vehicle } from '../../route-types';
import { StopOrder } from './stop-order';
import { WaitingShipments } from './waiting-shipments';

/** What a stop is while it is planned. */
export type PlannedStop = Omit<Carried, 'promisedOn'>;

export interface RouteValues {
  drivesOn: string;
  vehicle: string;
  driver: string;
  driverPhone: string;
  note: string;
  stops: PlannedStop[];
}

interface RouteFormProps extends Pick<FormPageSetup<RouteValues>, 'title' | 'before' | 'from'> {
  /** None: a new one. */
  id?: string;
  waiting: readonly Carried[];
  currency: string;
  vehicles: readonly Vehicle[];
}

/** A vehicle that is chosen brings its driver along. */
export const drivenIn = (vehicle: Vehicle | undefined) => ({
  vehicle: vehicle?.documentId ?? '',
  driver: vehicle?.driver ?? '',
  driverPhone: vehicle?.driverPhone ?? '',
});

/** The day, the vehicle and who drives it, and where it goes, in order. */
export function RouteForm({ id, title, before, from, waiting, currency, vehicles }: RouteFormProps) {
  const say = useSay('sales');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const form = useFormPage<RouteValues>(
    {
      ...{ title, before, from },
      async send({ stops, ...said }) {
        const body = { ...said, shipments: stops.map(({ shipment }) => shipment.documentId) };
        const { documentId, number } = id
          ? await ask('PUT /sales/delivery-routes/:id', { id, key, body })
          : await ask('POST /sales/delivery-routes', { key, body });
        return { to: `/plugins/sales/routes/${documentId}`, message: say('route.saved', { number }) };
      },
    },
    ({ vehicle, stops }) => {
      if (vehicle === '') return { message: say('route.no_vehicle'), field: 'vehicle' };
      return stops.length === 0 ? { message: say('route.no_stops'), field: 'shipments' } : undefined;
    },
  );
  const { values, change, errorAt } = form;
  const text = textFields(form);
  const onRoute = new Set(values.stops.map(({ shipment }) => shipment.documentId));
  const free = [...before.stops.map((stop) => ({ ...stop, promisedOn: null })), ...waiting].filter(
    ({ shipment }) => !onRoute.has(shipment.documentId),
  );

  const choose = (vehicle: string): void =>
    change(drivenIn(vehicles.find(({ documentId }) => documentId === vehicle)), 'vehicle');

  return (
    <FormPage title={title} from={from} form={form}>
      <Panel title={say('route.facts')}>
        <Fields>
          <FieldCell width={3}>
            <TypedDate {...text('drivesOn')} required label={say('route.day')} />
          </FieldCell>
          <FieldCell width={3}>
            <ChoiceField
              {...text('vehicle')}
              required
              label={say('subject.vehicle')}
              hint={vehicles.length === 0 ? say('route.no_vehicles') : undefined}
              choices={vehicles.map(({ documentId, name }) => [documentId, name] as const)}
              onChange={choose}
            />
          </FieldCell>
          <FieldCell width={3}>
            <TextField {...text('driver')} label={say('route.driver')} maxLength={200} />
          </FieldCell>
          <FieldCell width={3}>
            <TextField {...text('driverPhone')} label={say('route.driver_phone')} maxLength={40} />
          </FieldCell>
          <FieldCell width={12}>
            <LongTextField {...text('note')} label={say('field.note')} />
          </FieldCell>
        </Fields>
      </Panel>
      <StopOrder
        stops={values.stops}
        currency={currency}
        error={errorAt('shipments')}
        onChange={(stops) => change({ stops }, 'shipments')}
      />
      <WaitingShipments
        shipments={free}
        currency={currency}
        onAdd={(added) => change({ stops: [...values.stops, ...added] }, 'shipments')}
      />
    </FormPage>
  );
}
