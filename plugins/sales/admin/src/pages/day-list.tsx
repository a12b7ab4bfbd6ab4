import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import {
  type Column,
  DateRange,
  datesWithin,
  ListPage,
  ListTools,
  type Params,
  StateBadge,
  stateOf,
  useDateRange,
  useList,
  useListQuery,
  useMay,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';

interface DayListProps<Row> {
  /** Begins its texts: `route.new`, `routes.title`, `route_state.planned`. */
  kind: 'route' | 'receipt';
  door: string;
  states: readonly string[];
  /** The state whose colour its state has. */
  badge: (row: Row) => string;
  /** The attribute of the day it is of: the latest first. */
  day: string;
  /** Searched for besides the beginning of the number. */
  search: (text: string) => Params[];
  populate: Params;
  /** Who may add one. */
  permission: string;
  columns: readonly Column<Row>[];
}

/** Papers of a day, the latest first: searched, narrowed by state and days, and added on a page of their own. */
export function DayList<Row extends { documentId: string; state: string }>(props: DayListProps<Row>) {
  const { kind, door, states, badge, day, search, populate, permission, columns } = props;
  const say = useSay('sales');
  const may = useMay();
  const { asked } = useListQuery();
  const days = useDateRange();
  const filter = useStateFilter(states, (one) => say(one === 'all' ? 'state.all' : `${kind}_state.${one}`));
  const reading = useList<Row>(door, {
    search: (text) => [{ number: { $startsWith: text.toUpperCase() } }, ...search(text)],
    filters: { ...stateOf(asked), ...datesWithin(day, days) },
    sort: [`${day}:desc`, 'id:desc'],
    populate,
  });
  const stateColumn: Column<Row> = {
    key: 'state',
    title: say('field.state'),
    cell: (row) => <StateBadge state={badge(row)} label={say(`${kind}_state.${row.state}`)} />,
  };
  return (
    <ListPage
      title={say(`${kind}s.title`)}
      subtitle={say(`${kind}s.subtitle`)}
      action={
        may(permission) && (
          <Button tag={NavLink} to="new" startIcon={<Plus />}>
            {say(`${kind}.new`)}
          </Button>
        )
      }
      tools={
        <ListTools search={say(`${kind}s.search`)} filters={[filter]}>
          <DateRange />
        </ListTools>
      }
      reading={reading}
      columns={[...columns, stateColumn]}
      empty={say(`${kind}s.empty`)}
      none={say(`${kind}s.none`)}
    />
  );
}
