import { Typography } from '@strapi/design-system';
import {
  type Column,
  Confirm,
  DateText,
  LinkTo,
  ListTools,
  PageFrame,
  ReadTable,
  StateBadge,
  useApi,
  useDo,
  useListQuery,
  useMay,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { GatewayEvent } from '../../types';
import { gatewayName } from '../../ui/gateway-words';
import { useMarkText } from '../../ui/marks';

const STATES = ['to_check', 'received', 'handled', 'ignored', 'checked'];

/** What payment gateways told: what nobody but a person can settle first of all. */
export function GatewayEvents() {
  const say = useSay('billing');
  const may = useMay();
  const act = useDo();
  const ask = useAsk();
  const text = useMarkText();
  const { narrowed, page, asked } = useListQuery();
  const [state, search] = [asked('state'), asked('q')];
  const states = useStateFilter(STATES, (one) => say(one === 'all' ? 'payment.all' : `gateways.state_${one}`));
  const reading = useApi<GatewayEvent[]>('/billing/gateway-events', {
    filters: {
      ...(state ? { state: { $eq: state } } : {}),
      ...(search ? { chargeId: { $containsi: search } } : {}),
    },
    sort: 'id:desc',
    populate: { payment: true },
    pagination: { page },
  });

  const check = async (event: GatewayEvent, note: string): Promise<boolean> => {
    const id = event.documentId;
    const done = await act(
      () => ask('POST /billing/gateway-events/:id/check', { id, body: { note } }),
      say('gateways.closed'),
    );
    if (done) reading.reload();
    return done;
  };
  const columns: Column<GatewayEvent>[] = [
    { key: 'at', title: say('gateways.received_at'), cell: (event) => <DateText at={event.receivedAt} /> },
    {
      key: 'kind',
      title: say('gateways.told'),
      wraps: true,
      cell: (event) => (
        <>
          <Typography tag="p" fontWeight="semiBold">
            {gatewayName(event.gateway)} · {event.kind}
          </Typography>
          {event.problem && <Typography tag="p">{text(event.problem)}</Typography>}
          {event.note && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {event.note}
            </Typography>
          )}
        </>
      ),
    },
    {
      key: 'payment',
      title: say('payments.facts'),
      cell: ({ payment, chargeId }) =>
        payment ? (
          <LinkTo to={`/plugins/billing/payments/${payment.documentId}`}>{chargeId ?? say('payments.facts')}</LinkTo>
        ) : (
          chargeId
        ),
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: (event) => <StateBadge state={event.state} label={say(`gateways.state_${event.state}`)} />,
    },
    {
      key: 'close',
      title: '',
      right: true,
      cell: (event) =>
        event.state === 'to_check' &&
        may('plugin::billing.payment.check-event') && (
          <Confirm
            label={say('gateways.close')}
            title={say('gateways.close')}
            variant="secondary"
            reason={say('gateways.note')}
            onConfirm={(note) => check(event, note)}
          >
            {say('gateways.close_question')}
          </Confirm>
        ),
    },
  ];
  return (
    <PageFrame
      title={say('gateways.title')}
      subtitle={say('gateways.subtitle')}
      back={{ to: '/plugins/billing/payments', label: say('payments.title') }}
    >
      <ListTools search={say('gateways.search')} filters={[states]} />
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(event) => event.documentId}
        empty={say(narrowed ? 'gateways.empty' : 'gateways.none_yet')}
      />
    </PageFrame>
  );
}
