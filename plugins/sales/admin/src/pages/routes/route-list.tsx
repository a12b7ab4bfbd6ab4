import { Typography } from '@strapi/design-system';
import { containing, DateText, TwoLines, useSay } from '@sanya/strapi-plugin-platform/ui';
import { ROUTE_STATES } from '../../../../server/src/domain/route';
import { type ListedRoute, ROUTE_BADGE } from '../../route-types';
import { DayList } from '../day-list';

/** The rounds of our vehicles, the latest day first. */
export function RouteList() {
  const say = useSay('sales');
  return (
    <DayList<ListedRoute>
      kind="route"
      door="/sales/delivery-routes"
      states={ROUTE_STATES}
      badge={({ state }) => ROUTE_BADGE[state]}
      day="drivesOn"
      search={containing('driver')}
      populate={{ vehicle: true }}
      permission="plugin::sales.route.plan"
      columns={[
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
      ]}
    />
  );
}
