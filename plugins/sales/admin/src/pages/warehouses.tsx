import { useSay } from '@sanya/strapi-plugin-platform/ui';
import { WAREHOUSE_STATES } from '../../../server/src/domain/warehouse';
import type { Warehouse } from '../warehouses';
import { KeptList } from './kept-list';
import { WarehouseDialog } from './warehouses/warehouse-dialog';

/** Where goods lie: added, changed, closed once nothing lies there. */
export default function Warehouses() {
  const say = useSay('sales');
  return (
    <KeptList<Warehouse>
      kind="warehouse"
      states={WAREHOUSE_STATES}
      search={['code', 'name']}
      populate={{ branch: true }}
      named={say('subject.warehouse')}
      below={({ code }) => code}
      columns={[
        { key: 'address', title: say('warehouse.address'), wraps: true, cell: ({ address }) => address },
        { key: 'branch', title: say('warehouse.branch'), wraps: true, cell: ({ branch }) => branch?.name },
        { key: 'default', title: say('warehouse.default'), cell: ({ isDefault }) => isDefault && '✓' },
      ]}
      mayClose={({ isDefault }) => !isDefault}
      dialog={(warehouse, onClose, onDone) => (
        <WarehouseDialog warehouse={warehouse} onClose={onClose} onDone={onDone} />
      )}
    />
  );
}
