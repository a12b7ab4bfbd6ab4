import { Button, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { type Column, DateText, ReadTable, useApi, useClient, useDo, useMay, useSay } from '../../ui';
import type { Dead } from './types';

export function DeadDeliveries() {
  const say = useSay('platform');
  const may = useMay();
  const act = useDo();
  const { send } = useClient();
  const reading = useApi<Dead[]>('/platform/deliveries-dead');

  const columns: Column<Dead>[] = [
    {
      key: 'event',
      title: say('events.name'),
      cell: ({ event }) => <Typography fontWeight="semiBold">{event?.name}</Typography>,
    },
    { key: 'at', title: say('events.at'), cell: ({ event }) => <DateText at={event?.at} /> },
    { key: 'subscriber', title: say('events.subscriber'), cell: (dead) => dead.subscriber },
    { key: 'attempts', title: say('events.attempts'), right: true, cell: (dead) => dead.attempts },
    {
      key: 'error',
      title: say('events.error'),
      cell: (dead) => <Typography textColor="danger600">{dead.lastError}</Typography>,
    },
    {
      key: 'act',
      title: '',
      right: true,
      cell: ({ id }) =>
        may('plugin::platform.event.retry') && (
          <Button
            size="S"
            variant="secondary"
            startIcon={<ArrowClockwise />}
            onClick={() => void act(() => send(`/platform/event-deliveries/${id}/retry`)).then(reading.reload)}
          >
            {say('events.retry')}
          </Button>
        ),
    },
  ];
  return <ReadTable reading={reading} columns={columns} keyOf={(dead) => dead.id} empty={say('events.none_dead')} />;
}
