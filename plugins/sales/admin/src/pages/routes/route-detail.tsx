import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import {
  type Column,
  DataTable,
  DateText,
  DetailPage,
  DocumentView,
  Money,
  Panel,
  StateBadge,
  Standing,
  TimelinePanel,
  TwoLines,
  UnreadPage,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import { ROUTE_BADGE, type Stop } from '../../route-types';
import { RouteActions } from './route-actions';
import { useStopColumns } from './stop-columns';
import { StopDialog } from './stop-dialog';

/** A round: where it goes, what it brings back, how it went, its sheet. */
export function RouteDetail() {
  const say = useSay('sales');
  const may = useMay();
  const { id = '' } = useParams();
  const [at, setAt] = useState<Stop>();
  const { data: route, error, reload } = useAnswer('GET /sales/delivery-routes/:id/stops', { id });
  const shown = useStopColumns<Stop>(route?.currency ?? 'THB');
  const back = { to: '/plugins/sales/routes', label: say('routes.title') };
  if (!route) return <UnreadPage error={error} back={back} />;
  const { state, stops, currency } = route;
  const mayTell = state === 'under_way' && may('plugin::sales.route.drive');
  const columns: Column<Stop>[] = [
    { key: 'position', title: say('route.stop'), cell: ({ position }) => position },
    ...shown,
    {
      key: 'outcome',
      title: say('route.outcome'),
      wraps: true,
      cell: (stop) =>
        stop.outcome ? (
          <TwoLines
            first={<StateBadge state={stop.outcome} label={say(`stop_outcome.${stop.outcome}`)} />}
            second={[stop.outcome === 'delivered' && stop.receiver, stop.note].filter(Boolean).join(' · ')}
          />
        ) : (
          mayTell && (
            <Flex>
              <Button size="S" variant="secondary" onClick={() => setAt(stop)}>
                {say('route.tell')}
              </Button>
            </Flex>
          )
        ),
    },
  ];
  return (
    <DetailPage
      title={route.number}
      subtitle={[route.vehicle?.name, route.driver].filter(Boolean).join(' · ')}
      back={back}
      action={<RouteActions route={route} onDone={reload} />}
    >
      <Standing
        title={say('route.facts')}
        state={ROUTE_BADGE[state]}
        label={say(`route_state.${state}`)}
        facts={[
          [say('route.day'), <DateText key="on" at={route.drivesOn} />],
          [say('subject.vehicle'), route.vehicle?.name],
          [say('route.driver'), [route.driver, route.driverPhone].filter(Boolean).join(' ')],
          [say('route.started_at'), route.startedAt && <DateText key="started" at={route.startedAt} />],
          [say('route.finished_at'), route.finishedAt && <DateText key="finished" at={route.finishedAt} />],
          [say('route.to_collect'), <Money key="collect" amount={route.toCollect} currency={currency} />],
          [say('route.collected'), <Money key="collected" amount={route.collected} currency={currency} />],
          [say('field.note'), route.note],
        ]}
      />
      <Panel title={say('route.stops')}>
        <DataTable columns={columns} rows={stops} keyOf={(stop) => stop.documentId} empty={say('route.no_stops_yet')} />
      </Panel>
      <DocumentView
        key={`sheet-${state}-${route.collected}-${stops.length}`}
        url={`/sales/delivery-routes/${id}/document`}
        title={say('route.sheet')}
      />
      <TimelinePanel
        key={`timeline-${state}-${stops.filter(({ outcome }) => outcome !== null).length}`}
        type="plugin::sales.delivery-route"
        id={id}
      />
      {at && <StopDialog route={route} stop={at} onClose={() => setAt(undefined)} onDone={reload} />}
    </DetailPage>
  );
}
