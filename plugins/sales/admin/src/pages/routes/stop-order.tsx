import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Trash } from '@strapi/icons';
import { type Column, DataTable, Panel, useSay } from '@sanya/strapi-plugin-platform/ui';
import { byPostcode, moved } from '../../../../server/src/domain/route';
import type { PlannedStop } from './route-form';
import { useStopColumns } from './stop-columns';

interface StopOrderProps {
  stops: readonly PlannedStop[];
  currency: string;
  error: string | undefined;
  onChange: (stops: PlannedStop[]) => void;
}

/** The stops in the order in which they are driven to. */
export function StopOrder({ stops, currency, error, onChange }: StopOrderProps) {
  const say = useSay('sales');
  const shown = useStopColumns<PlannedStop>(currency);
  const columns: Column<PlannedStop>[] = [
    { key: 'position', title: say('route.stop'), cell: (_, index) => index + 1 },
    ...shown,
    {
      key: 'do',
      title: '',
      right: true,
      cell: ({ shipment }, index) => (
        <Flex gap={1} justifyContent="flex-end">
          <IconButton
            label={say('route.earlier', { shipment: shipment.number })}
            disabled={index === 0}
            onClick={() => onChange(moved(stops, index, index - 1))}
          >
            <ArrowUp />
          </IconButton>
          <IconButton
            label={say('route.later', { shipment: shipment.number })}
            disabled={index === stops.length - 1}
            onClick={() => onChange(moved(stops, index, index + 1))}
          >
            <ArrowDown />
          </IconButton>
          <IconButton
            label={say('route.take_off', { shipment: shipment.number })}
            onClick={() => onChange(stops.filter((_, at) => at !== index))}
          >
            <Trash />
          </IconButton>
        </Flex>
      ),
    },
  ];
  const sort = (): void => {
    const listed = stops.map((stop) => ({ stop, postcode: stop.shipTo?.postcode ?? null }));
    onChange(byPostcode(listed).map(({ stop }) => stop));
  };
  return (
    <Panel
      title={say('route.stops')}
      aside={
        <Button variant="tertiary" size="S" disabled={stops.length < 2} onClick={sort}>
          {say('route.by_postcode')}
        </Button>
      }
    >
      {error !== undefined && (
        <Typography textColor="danger600" role="alert">
          {error}
        </Typography>
      )}
      <DataTable
        columns={columns}
        rows={stops}
        keyOf={({ shipment }) => shipment.documentId}
        empty={say('route.no_stops_yet')}
      />
    </Panel>
  );
}
