import { useState } from 'react';
import { Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import {
  type Column,
  containing,
  ListPage,
  ListTools,
  StateBadge,
  TwoLines,
  useDo,
  useList,
  useMay,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';
import { VEHICLE_STATES } from '../../../server/src/domain/vehicle';
import { useAsk } from '../doors';
import type { Vehicle } from '../route-types';
import { KeptActions } from './kept-actions';
import { VehicleDialog } from './vehicles/vehicle-dialog';

const READ = [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.vehicle' }];

/** Our own vehicles, and who drives them. */
function VehicleList() {
  const say = useSay('sales');
  const may = useMay();
  const ask = useAsk();
  const [open, setOpen] = useState<Vehicle | 'new'>();
  const states = useStateFilter(VEHICLE_STATES, (one) => say(one === 'all' ? 'state.all' : `warehouse_state.${one}`));
  const reading = useList<Vehicle>('/sales/vehicles', { search: containing('name', 'driver'), sort: 'name:asc' });
  const act = useDo(reading.reload);
  const [mayEdit, mayClose] = [may('plugin::sales.vehicle.edit'), may('plugin::sales.vehicle.close')];
  const columns: Column<Vehicle>[] = [
    {
      key: 'name',
      title: say('subject.vehicle'),
      wraps: true,
      cell: ({ name, note }) => (
        <TwoLines first={<Typography fontWeight="semiBold">{name}</Typography>} second={note} />
      ),
    },
    {
      key: 'driver',
      title: say('route.driver'),
      wraps: true,
      cell: ({ driver, driverPhone }) => <TwoLines first={driver} second={driverPhone} />,
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: ({ state }) => <StateBadge state={state} label={say(`warehouse_state.${state}`)} />,
    },
    {
      key: 'do',
      title: '',
      right: true,
      cell: (one) => (
        <KeptActions
          kind="vehicle"
          one={one}
          mayMove={mayClose}
          mayEdit={mayEdit}
          onMove={(verb, done) => act(() => ask(`POST /sales/vehicles/:id/${verb}`, { id: one.documentId }), done)}
          onEdit={() => setOpen(one)}
        />
      ),
    },
  ];
  return (
    <ListPage
      title={say('vehicles.title')}
      subtitle={say('vehicles.subtitle')}
      action={
        mayEdit && (
          <Button startIcon={<Plus />} onClick={() => setOpen('new')}>
            {say('vehicle.new')}
          </Button>
        )
      }
      tools={<ListTools search={say('vehicles.search')} filters={[states]} />}
      reading={reading}
      columns={columns}
      pageOfRow={null}
      empty={say('vehicles.empty')}
      none={say('vehicles.none')}
    >
      {open && (
        <VehicleDialog
          vehicle={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
          onDone={reading.reload}
        />
      )}
    </ListPage>
  );
}

export default function Vehicles() {
  return (
    <Page.Protect permissions={READ}>
      <VehicleList />
    </Page.Protect>
  );
}
