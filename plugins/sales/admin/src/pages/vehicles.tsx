import { TwoLines, useSay } from '@sanya/strapi-plugin-platform/ui';
import { VEHICLE_STATES } from '../../../server/src/domain/vehicle';
import type { Vehicle } from '../route-types';
import { KeptList } from './kept-list';
import { VehicleDialog } from './vehicles/vehicle-dialog';

/** Our own vehicles, and who drives them. */
export default function Vehicles() {
  const say = useSay('sales');
  return (
    <KeptList<Vehicle>
      kind="vehicle"
      states={VEHICLE_STATES}
      search={['name', 'driver']}
      named={say('subject.vehicle')}
      below={({ note }) => note}
      columns={[
        {
          key: 'driver',
          title: say('route.driver'),
          wraps: true,
          cell: ({ driver, driverPhone }) => <TwoLines first={driver} second={driverPhone} />,
        },
      ]}
      none={say('vehicles.none')}
      dialog={(vehicle, onClose, onDone) => <VehicleDialog vehicle={vehicle} onClose={onClose} onDone={onDone} />}
    />
  );
}
