import { useState } from 'react';
import { Box, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { useAnswer } from '../../doors';
import { type Column, DateText, ReadTable, StateBadge, useSay } from '../../ui';
import { Pager } from './pager';
import { RetryDelivery } from './retry-delivery';
import type { Delivery } from './types';

const PAGE = 25;

/** Events that somebody could not be told: given up, or still being tried. */
export function TroubledDeliveries() {
  const say = useSay('platform');
  const navigate = useNavigate();
  const [state, setState] = useState<'dead' | 'trying'>('dead');
  const [before, setBefore] = useState<number>();
  const reading = useAnswer('GET /platform/deliveries-dead', { body: { state, limit: PAGE, before } });

  const columns: Column<Delivery>[] = [
    {
      key: 'event',
      title: say('events.name'),
      cell: ({ event }) => (
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold">{event?.title}</Typography>
          <Typography variant="pi" textColor="neutral600">
            <DateText at={event?.at} />
          </Typography>
        </Flex>
      ),
    },
    { key: 'subscriber', title: say('events.subscriber'), cell: (one) => one.title },
    {
      key: 'state',
      title: say('ui.state'),
      cell: (one) => <StateBadge state={one.state} label={say(`events.state_${one.state}`)} />,
    },
    { key: 'attempts', title: say('events.attempts'), right: true, cell: (one) => one.attempts },
    { key: 'next', title: say('events.next'), cell: (one) => <DateText at={one.nextAttemptAt} /> },
    {
      key: 'error',
      title: say('events.error'),
      cell: (one) => (
        <Typography textColor="danger600" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          {one.lastError}
        </Typography>
      ),
    },
    {
      key: 'act',
      title: '',
      acts: true,
      right: true,
      cell: (one) => <RetryDelivery delivery={one} onDone={reading.reload} />,
    },
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box maxWidth="32rem">
        <SingleSelect
          aria-label={say('ui.state')}
          value={state}
          onChange={(value) => {
            setState(value as 'dead' | 'trying');
            setBefore(undefined);
          }}
        >
          <SingleSelectOption value="dead">{say('events.given_up')}</SingleSelectOption>
          <SingleSelectOption value="trying">{say('events.trying')}</SingleSelectOption>
        </SingleSelect>
      </Box>
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(one) => one.id}
        onOpen={(one) => one.event && navigate(`events/${one.event.id}`)}
        empty={say('events.none_dead')}
      />
      <Pager
        last={reading.data?.at(-1)?.number}
        count={reading.data?.length ?? 0}
        page={PAGE}
        before={before}
        onMove={setBefore}
      />
    </Flex>
  );
}
