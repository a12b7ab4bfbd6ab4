import { Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import {
  type Column,
  DateRange,
  DateText,
  datesWithin,
  ListPage,
  ListTools,
  stateOf,
  StateBadge,
  TwoLines,
  useDateRange,
  useList,
  useListQuery,
  useMay,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';
import { ROUTE_STATES } from '../../../../server/src/domain/route';
import { type ListedRoute, ROUTE_BADGE } from '../../route-types';

/** The rounds of our vehicles, the latest day first. */
export function RouteList() {
  const say = useSay('sales');
  const may = useMay();
  const { asked } = useListQuery();
  const days = useDateRange();
  const states = useStateFilter(ROUTE_STATES, (one) => say(one === 'all' ? 'state.all' : `route_state.${one}`));
  const reading = useList<ListedRoute>('/sales/delivery-routes', {
    search: (text) => [{ number: { $startsWith: text.toUpperCase() } }, { driver: { $containsi: text } }],
    filters: { ...stateOf(asked), ...datesWithin('drivesOn', days) },
    sort: ['drivesOn:desc', 'id:desc'],
    populate: { vehicle: true },
  });
  const columns: Column<ListedRoute>[] = [
    {
      key: 'number',
      title: say('field.number'),
      cell: ({ number }) => <Typography fontWeight="semiBold">{number}</Typography>,
    },
    { key: 'on', title: say('route.day'), cell: ({ drivesOn }) => <DateText at={drivesOn} /> },
    {
      key: 'vehicle',
      title: say('subject.vehicle'),
      wraps: true,
      cell: ({ vehicle, driver }) => <TwoLines first={vehicle?.name} second={driver} />,
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: ({ state }) => <StateBadge state={ROUTE_BADGE[state]} label={say(`route_state.${state}`)} />,
    },
  ];
  return (
    <ListPage
      title={say('routes.title')}
      subtitle={say('routes.subtitle')}
      action={
        may('plugin::sales.route.plan') && (
          <Button tag={NavLink} to="new" startIcon={<Plus />}>
            {say('route.new')}
          </Button>
        )
      }
      tools={
        <ListTools search={say('routes.search')} filters={[states]}>
          <DateRange />
        </ListTools>
      }
      reading={reading}
      columns={columns}
      empty={say('routes.empty')}
      none={say('routes.none')}
    />
  );
}
