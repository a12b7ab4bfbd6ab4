import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { type Column, DateText, ReadTable, useApi, useSay } from '../../ui';
import type { EventShown } from './types';

const PAGE = 50;

/** The one log, the latest first. */
export function Happenings() {
  const say = useSay('platform');
  const [before, setBefore] = useState<number>();
  const reading = useApi<EventShown[]>('/platform/events', { limit: PAGE, before });
  const last = reading.data?.at(-1);

  const columns: Column<EventShown>[] = [
    { key: 'at', title: say('events.at'), cell: (event) => <DateText at={event.at} /> },
    {
      key: 'name',
      title: say('events.name'),
      cell: (event) => <Typography fontWeight="semiBold">{event.name}</Typography>,
    },
    { key: 'subject', title: say('events.subject'), cell: ({ subject }) => subject.type.split('.')[1] },
    { key: 'actor', title: say('events.actor'), cell: (event) => event.actor },
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <ReadTable reading={reading} columns={columns} keyOf={(event) => event.id} empty={say('events.none')} />
      <Flex gap={2} justifyContent="flex-end">
        <Button variant="tertiary" disabled={before === undefined} onClick={() => setBefore(undefined)}>
          {say('events.latest')}
        </Button>
        <Button
          variant="tertiary"
          disabled={(reading.data?.length ?? 0) < PAGE}
          onClick={() => setBefore(last?.number)}
        >
          {say('events.earlier')}
        </Button>
      </Flex>
    </Flex>
  );
}
