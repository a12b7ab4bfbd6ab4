import { Flex, Tag, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useAnswer } from '../../doors';
import { actorOf, type Column, DateText, ReadTable, Subject, useSay } from '../../ui';
import { EventFilters } from './event-filters';
import { Pager } from './pager';
import type { EventShown } from './types';

const PAGE = 50;
const CHIPS = ['subject', 'customer'] as const;

/** The one log, the latest first; the address says what of it. */
export function Happenings() {
  const say = useSay('platform');
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const of = (key: string): string | undefined => query.get(key) ?? undefined;
  const before = of('before');
  const reading = useAnswer('GET /platform/events', {
    body: {
      limit: PAGE,
      name: of('name'),
      from: of('from'),
      to: of('to'),
      subject: of('subject'),
      customer: of('customer'),
      before,
    },
  });

  const change = (key: string, value: string | undefined): void =>
    setQuery((past) => {
      const next = new URLSearchParams(past);
      if (key !== 'before') next.delete('before');
      if (value) next.set(key, value);
      else next.delete(key);
      return next;
    });

  const columns: Column<EventShown>[] = [
    { key: 'at', title: say('events.at'), cell: (event) => <DateText at={event.at} /> },
    {
      key: 'name',
      title: say('events.name'),
      cell: (event) => <Typography fontWeight="semiBold">{event.title}</Typography>,
    },
    { key: 'subject', title: say('events.subject'), cell: ({ subject }) => <Subject {...subject} /> },
    {
      key: 'what',
      title: say('events.what'),
      cell: ({ after }) => String(after?.number ?? after?.name ?? after?.code ?? ''),
    },
    { key: 'actor', title: say('events.actor'), cell: (event) => actorOf(event, say) },
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <EventFilters name={of('name')} from={of('from')} to={of('to')} onChange={change} />
      {CHIPS.some((key) => query.has(key)) && (
        <Flex gap={2}>
          {CHIPS.filter((key) => query.has(key)).map((key) => (
            <Tag key={key} icon={<Cross />} onClick={() => change(key, undefined)}>
              {say(`events.only_${key}`)}
            </Tag>
          ))}
        </Flex>
      )}
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(event) => event.id}
        onOpen={(event) => navigate(`events/${event.id}`)}
        empty={say(query.size > 1 ? 'events.none_such' : 'events.none')}
      />
      <Pager
        last={reading.data?.at(-1)?.number}
        count={reading.data?.length ?? 0}
        page={PAGE}
        before={before === undefined ? undefined : Number(before)}
        onMove={(number) => change('before', number === undefined ? undefined : String(number))}
      />
    </Flex>
  );
}
