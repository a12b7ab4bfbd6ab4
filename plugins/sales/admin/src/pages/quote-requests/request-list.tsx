import { Typography } from '@strapi/design-system';
import { formatPhone } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  containing,
  DateText,
  ListPage,
  ListTools,
  StateBadge,
  TwoLines,
  useList,
  useListQuery,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';
import { REQUEST_STATES, type RequestRow } from '../../quote-types';

/** Who waits for a quote, the newest first; others where they are asked for. */
export function RequestList() {
  const say = useSay('sales');
  const { asked } = useListQuery();
  const states = useStateFilter(REQUEST_STATES.slice(1), (one) => say(`request_state.${one === 'all' ? 'new' : one}`));
  const reading = useList<RequestRow>('/crm/form-submissions', {
    search: containing('name', 'email', 'phone'),
    filters: { purpose: { $eq: 'quote_request' }, state: { $eq: asked('state') || 'new' } },
    sort: 'id:desc',
    populate: { customer: true },
  });
  const columns: Column<RequestRow>[] = [
    { key: 'at', title: say('requests.at'), cell: ({ submittedAt }) => <DateText at={submittedAt} /> },
    {
      key: 'from',
      title: say('requests.from'),
      wraps: true,
      cell: ({ name, email, phone }) => (
        <TwoLines
          first={<Typography fontWeight="semiBold">{name ?? email ?? formatPhone(phone)}</Typography>}
          second={[email, formatPhone(phone)].filter(Boolean).join(' · ')}
        />
      ),
    },
    { key: 'customer', title: say('field.customer'), wraps: true, cell: ({ customer }) => customer?.name },
    {
      key: 'state',
      title: say('field.state'),
      cell: ({ state }) => <StateBadge state={state} label={say(`request_state.${state}`)} />,
    },
  ];
  return (
    <ListPage
      title={say('requests.title')}
      subtitle={say('requests.subtitle')}
      tools={<ListTools search={say('requests.search')} filters={[states]} />}
      reading={reading}
      columns={columns}
      empty={say('requests.empty')}
      none={say('requests.none')}
    />
  );
}
