import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { type Column, DataTable, DateText, Panel, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Carried } from '../../route-types';
import { useStopColumns } from './stop-columns';

interface WaitingShipmentsProps {
  shipments: readonly Carried[];
  currency: string;
  onAdd: (added: Carried[]) => void;
}

/** What waits for a vehicle: put on the route one by one, or all of it. */
export function WaitingShipments({ shipments, currency, onAdd }: WaitingShipmentsProps) {
  const say = useSay('sales');
  const columns: Column<Carried>[] = [
    ...useStopColumns<Carried>(currency),
    {
      key: 'promised',
      title: say('field.promised_on'),
      cell: ({ promisedOn }) => promisedOn && <DateText at={promisedOn} />,
    },
    {
      key: 'add',
      title: '',
      right: true,
      cell: (one) => (
        <Flex justifyContent="flex-end">
          <Button size="S" variant="secondary" startIcon={<Plus />} onClick={() => onAdd([one])}>
            {say('route.add')}
          </Button>
        </Flex>
      ),
    },
  ];
  return (
    <Panel
      title={say('route.waiting')}
      aside={
        shipments.length > 1 && (
          <Button variant="tertiary" size="S" onClick={() => onAdd([...shipments])}>
            {say('route.add_all')}
          </Button>
        )
      }
    >
      <DataTable
        columns={columns}
        rows={shipments}
        keyOf={({ shipment }) => shipment.documentId}
        empty={say('route.nothing_waits')}
      />
    </Panel>
  );
}
