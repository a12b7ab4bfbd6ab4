import { useParams } from 'react-router-dom';
import { UnreadPage, useApi, useSay, useToday } from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import type { Vehicle } from '../../route-types';
import { drivenIn, RouteForm } from './route-form';

const LIST = '/plugins/sales/routes';

function useVehicles() {
  return useApi<Vehicle[]>('/sales/vehicles', {
    ...{ filters: { state: { $eq: 'active' } }, sort: 'name:asc', pagination: { pageSize: 100 } },
  });
}

/** What waits is put on a round of one vehicle, on a day. */
export function NewRoute() {
  const say = useSay('sales');
  const { today } = useToday();
  const back = { to: LIST, label: say('routes.title') };
  const waiting = useAnswer('GET /sales/delivery-routes/waiting', {});
  const vehicles = useVehicles();
  if (!waiting.data || !vehicles.data) return <UnreadPage error={waiting.error ?? vehicles.error} back={back} />;
  const [first, ...others] = vehicles.data;
  return (
    <RouteForm
      title={say('route.new')}
      from={back}
      before={{ drivesOn: today, ...drivenIn(others.length === 0 ? first : undefined), note: '', stops: [] }}
      waiting={waiting.data.shipments}
      currency={waiting.data.currency}
      vehicles={vehicles.data}
    />
  );
}

/** A round that has not begun: what is on it, and what may be added. */
export function EditRoute() {
  const say = useSay('sales');
  const { id = '' } = useParams();
  const waiting = useAnswer('GET /sales/delivery-routes/waiting', {});
  const route = useAnswer('GET /sales/delivery-routes/:id/stops', { id });
  const vehicles = useVehicles();
  const back = { to: `${LIST}/${id}`, label: route.data?.number ?? say('routes.title') };
  if (!waiting.data || !route.data || !vehicles.data) {
    return <UnreadPage error={waiting.error ?? route.error ?? vehicles.error} back={back} />;
  }
  const { drivesOn, vehicle, driver, driverPhone, note, stops, number } = route.data;
  return (
    <RouteForm
      id={id}
      title={say('route.edit_title', { number })}
      from={back}
      before={{
        ...{ drivesOn, vehicle: vehicle?.documentId ?? '', driver: driver ?? '', driverPhone: driverPhone ?? '' },
        ...{ note: note ?? '', stops },
      }}
      waiting={waiting.data.shipments}
      currency={waiting.data.currency}
      vehicles={vehicles.data}
    />
  );
}
