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
import { WAREHOUSE_STATES } from '../../../server/src/domain/warehouse';
import { useAsk } from '../doors';
import type { Warehouse } from '../warehouses';
import { KeptActions } from './kept-actions';
import { WarehouseDialog } from './warehouses/warehouse-dialog';

const READ = [{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.warehouse' }];

/** Where goods lie: added, changed, closed once nothing lies there. */
function WarehouseList() {
  const say = useSay('sales');
  const may = useMay();
  const ask = useAsk();
  const [open, setOpen] = useState<Warehouse | 'new'>();
  const states = useStateFilter(WAREHOUSE_STATES, (one) => say(one === 'all' ? 'state.all' : `warehouse_state.${one}`));
  const reading = useList<Warehouse>('/sales/warehouses', {
    search: containing('code', 'name'),
    sort: 'code:asc',
    populate: { branch: true },
  });
  const act = useDo(reading.reload);
  const [mayEdit, mayClose] = [may('plugin::sales.warehouse.edit'), may('plugin::sales.warehouse.close')];
  const columns: Column<Warehouse>[] = [
    {
      key: 'name',
      title: say('subject.warehouse'),
      wraps: true,
      cell: ({ name, code }) => (
        <TwoLines first={<Typography fontWeight="semiBold">{name}</Typography>} second={code} />
      ),
    },
    { key: 'address', title: say('warehouse.address'), wraps: true, cell: ({ address }) => address },
    { key: 'branch', title: say('warehouse.branch'), wraps: true, cell: ({ branch }) => branch?.name },
    { key: 'default', title: say('warehouse.default'), cell: ({ isDefault }) => isDefault && '✓' },
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
          kind="warehouse"
          one={one}
          mayMove={mayClose && !one.isDefault}
          mayEdit={mayEdit}
          onMove={(verb, done) => act(() => ask(`POST /sales/warehouses/:id/${verb}`, { id: one.documentId }), done)}
          onEdit={() => setOpen(one)}
        />
      ),
    },
  ];
  return (
    <ListPage
      title={say('warehouses.title')}
      subtitle={say('warehouses.subtitle')}
      action={
        mayEdit && (
          <Button startIcon={<Plus />} onClick={() => setOpen('new')}>
            {say('warehouse.new')}
          </Button>
        )
      }
      tools={<ListTools search={say('warehouses.search')} filters={[states]} />}
      reading={reading}
      columns={columns}
      pageOfRow={null}
      empty={say('warehouses.empty')}
    >
      {open && (
        <WarehouseDialog
          warehouse={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
          onDone={reading.reload}
        />
      )}
    </ListPage>
  );
}

export default function Warehouses() {
  return (
    <Page.Protect permissions={READ}>
      <WarehouseList />
    </Page.Protect>
  );
}
