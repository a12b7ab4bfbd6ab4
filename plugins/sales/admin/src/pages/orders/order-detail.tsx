import { Flex } from '@strapi/design-system';
import {
  ApprovalsOf,
  DateText,
  DetailPage,
  DocumentSums,
  DocumentView,
  Money,
  pageLink,
  Panel,
  Standing,
  TimelinePanel,
  UnreadPage,
  useApi,
  useDetail,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { nameOf } from '../../quote-shown';
import type { Quote } from '../../quote-types';
import { placeText } from '../../shipment-shown';
import type { Order, OrderLine } from '../../types';
import { AmendOrder } from './amend-order';
import { OrderActions } from './order-actions';
import { OrderLines } from './order-lines';
import { OrderPapers } from './order-papers';
import { OrderReturns } from './order-returns';
import { OrderShipments } from './order-shipments';
import { useOrderPapers } from './use-order-papers';

const MOMENTS = ['placedAt', 'confirmedAt', 'deliveredAt', 'closedAt', 'cancelledAt', 'expiredAt'] as const;

/** An order: how it stands, what was ordered, what was sent and came back, its document, what happened. */
export function OrderDetail() {
  const say = useSay('sales');
  const may = useMay();
  const {
    id,
    data: order,
    error,
    turn,
    again,
  } = useDetail<Order>('/sales/orders', { populate: { customer: true, invoice: true } });

  const reading = useApi<OrderLine[]>('/sales/order-lines', {
    filters: { order: { documentId: { $eq: id } } },
    sort: 'position:asc',
    pagination: { pageSize: 100 },
  });
  const papers = useOrderPapers(id);
  // A change that goes beyond a limit asks somebody, and leaves the order as it is.
  const done = (): void => {
    again();
    reading.reload();
    papers.reload();
  };

  const mayQuotes = may('plugin::content-manager.explorer.read', 'plugin::sales.quote');
  const { data: [quote] = [] } = useApi<Quote[]>(mayQuotes ? '/sales/quotes' : null, {
    filters: { order: { documentId: { $eq: id } } },
    pagination: { pageSize: 1 },
  });

  const back = { to: '/plugins/sales/orders', label: say('orders.title') };
  if (!order) return <UnreadPage error={error} back={back} />;
  const { currency, invoice } = order;
  const title = order.number ?? say('orders.no_number');

  return (
    <DetailPage
      title={title}
      subtitle={order.customer?.name}
      back={back}
      action={
        <Flex gap={2} wrap="wrap" justifyContent="flex-end">
          {reading.data && <AmendOrder order={order} lines={reading.data} onDone={done} />}
          <OrderActions order={order} onDone={done} />
        </Flex>
      }
    >
      <Standing
        title={say('orders.facts')}
        state={order.state}
        label={say(`state.${order.state}`)}
        customer={order.customer}
        facts={[
          ...MOMENTS.map((key) => [say(`moment.${key}`), order[key] && <DateText at={order[key]} />] as const),
          [say('field.promised_on'), order.promisedOn && <DateText key="promised" at={order.promisedOn} />],
          [say('field.delay_reason'), order.delayReason],
          [say('field.source'), say(`source.${order.source}`)],
          [
            say('field.invoice'),
            pageLink('plugin::billing.invoice', invoice?.documentId, invoice?.number ?? say('orders.no_number')),
          ],
          [
            say('field.due_amount'),
            papers.due !== undefined && <Money key="due" amount={papers.due} currency={currency} />,
          ],
          [
            say('subject.quote'),
            quote && pageLink('plugin::sales.quote', quote.documentId, nameOf(quote, say('orders.no_number'))),
          ],
          [say('field.coupon'), order.coupons?.map(({ code }) => code).join(', ')],
          [say('field.po_number'), order.poNumber],
          [say('field.shipping'), placeText(order.shipping)],
          [say('field.cancel_reason'), order.cancelReason],
          [say('field.note'), order.note],
        ]}
      />
      <ApprovalsOf key={`approvals-${order.state}-${turn}`} id={order.documentId} />
      <Panel title={say('orders.lines')}>
        <OrderLines reading={reading} currency={currency} />
        <DocumentSums {...order} />
      </Panel>
      <OrderPapers {...papers} currency={currency} />
      <OrderShipments key={`shipments-${order.state}`} order={order} lines={reading.data ?? []} />
      <OrderReturns key={`returns-${order.state}`} order={order} lines={reading.data ?? []} onDone={done} />
      {order.state !== 'draft' && may('plugin::sales.order.document') && (
        <DocumentView key={`document-${turn}`} url={`/sales/orders/${id}/document`} title={say('orders.document')} />
      )}
      <TimelinePanel
        key={`timeline-${order.state}-${order.promisedOn}-${order.total}`}
        type="plugin::sales.order"
        id={id}
      />
    </DetailPage>
  );
}
