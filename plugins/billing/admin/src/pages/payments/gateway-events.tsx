import { Typography } from '@strapi/design-system';
import {
  type Column,
  Confirm,
  containing,
  DateText,
  ListPage,
  ListTools,
  pageLink,
  StateBadge,
  useDo,
  useList,
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
  const ask = useAsk();
  const text = useMarkText();
  const states = useStateFilter(STATES, (one) => say(one === 'all' ? 'payment.all' : `gateways.state_${one}`));
  const reading = useList<GatewayEvent>('/billing/gateway-events', {
    search: containing('chargeId'),
    sort: 'id:desc',
    populate: { payment: true },
  });
  const act = useDo(reading.reload);
  const check = ({ documentId: id }: GatewayEvent, note: string): Promise<boolean> =>
    act(() => ask('POST /billing/gateway-events/:id/check', { id, body: { note } }), say('gateways.closed'));
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
        pageLink('plugin::billing.payment', payment?.documentId, chargeId ?? say('payments.facts')) ?? chargeId,
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: (event) => <StateBadge state={event.state} label={say(`gateways.state_${event.state}`)} />,
    },
    {
      key: 'close',
      title: '',
      acts: true,
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
    <ListPage
      title={say('gateways.title')}
      subtitle={say('gateways.subtitle')}
      back={{ to: '/plugins/billing/payments', label: say('payments.title') }}
      tools={<ListTools search={say('gateways.search')} filters={[states]} />}
      reading={reading}
      columns={columns}
      pageOfRow={null}
      empty={say('gateways.empty')}
      none={say('gateways.none_yet')}
    />
  );
}
