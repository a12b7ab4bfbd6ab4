import { Flex, Typography } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import { useAnswer } from '../../doors';
import {
  actorOf,
  type Column,
  DataTable,
  DateText,
  DetailPage,
  Facts,
  LinkTo,
  Panel,
  StateBadge,
  Subject,
  UnreadPage,
  useSay,
} from '../../ui';
import { Changes } from './changes';
import { RetryDelivery } from './retry-delivery';
import type { Delivery, EventOpened } from './types';

const EVENTS = '/plugins/platform/jobs?tab=events';

function Deliveries({ event, onDone }: { event: EventOpened; onDone: () => void }) {
  const say = useSay('platform');
  const columns: Column<Delivery>[] = [
    { key: 'subscriber', title: say('events.subscriber'), cell: (one) => one.title },
    {
      key: 'state',
      title: say('ui.state'),
      cell: (one) => <StateBadge state={one.state} label={say(`events.state_${one.state}`)} />,
    },
    { key: 'attempts', title: say('events.attempts'), right: true, cell: (one) => one.attempts },
    {
      key: 'next',
      title: say('events.next_or_done'),
      cell: (one) => <DateText at={one.deliveredAt ?? one.nextAttemptAt} />,
    },
    {
      key: 'error',
      title: say('events.error'),
      cell: (one) => (
        <Typography textColor="danger600" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          {one.lastError}
        </Typography>
      ),
    },
    { key: 'act', title: '', right: true, cell: (one) => <RetryDelivery delivery={one} onDone={onDone} /> },
  ];
  return (
    <DataTable columns={columns} rows={event.deliveries} keyOf={(one) => one.id} empty={say('events.nobody_to_tell')} />
  );
}

/** One event: what it was before, what it is now, and who was told. */
export function EventDetail() {
  const say = useSay('platform');
  const { id = '' } = useParams();
  const { data: event, error, reload } = useAnswer('GET /platform/events/:id', { id });
  const back = { to: EVENTS, label: say('jobs.tab_events') };
  if (!event) return <UnreadPage error={error} back={back} />;
  return (
    <DetailPage title={event.title} subtitle={event.name} back={back}>
      <Panel>
        <Facts
          columns={4}
          facts={[
            [say('events.at'), <DateText key="at" at={event.at} />],
            [say('events.actor'), actorOf(event, say)],
            [say('events.subject'), <Subject key="subject" {...event.subject} />],
            [
              say('events.more'),
              <Flex key="more" direction="column" alignItems="flex-start">
                <LinkTo to={`${EVENTS}&subject=${event.subject.documentId}`}>{say('events.same_subject')}</LinkTo>
                {event.customer !== null && (
                  <LinkTo to={`${EVENTS}&customer=${event.customer}`}>{say('events.same_customer')}</LinkTo>
                )}
              </Flex>,
            ],
          ]}
        />
      </Panel>
      <Panel title={say('events.changes')}>
        <Changes before={event.before} after={event.after} />
      </Panel>
      <Panel title={say('events.deliveries')}>
        <Deliveries event={event} onDone={reload} />
      </Panel>
    </DetailPage>
  );
}
