import { Flex } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import {
  ApprovalsOf,
  DateText,
  DocumentView,
  Facts,
  Failure,
  LinkTo,
  Money,
  PageFrame,
  Panel,
  StateBadge,
  Sums,
  TimelinePanel,
  useApi,
  useMay,
  useSay,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { nameOf } from '../../quote-shown';
import type { Quote } from '../../quote-types';
import { placeText } from '../../shipment-shown';
import type { Order, OrderLine } from '../../types';
import { AmendOrder } from './amend-order';
import { OrderActions } from './order-actions';
import { OrderLines } from './order-lines';
import { OrderReturns } from './order-returns';
import { OrderShipments } from './order-shipments';

const MOMENTS = ['placedAt', 'confirmedAt', 'deliveredAt', 'closedAt', 'cancelledAt', 'expiredAt'] as const;
export function OrderDetail() {
  const say = useSay('sales');
  const may = useMay();
  const { id = '' } = useParams();
  const {
    data: order,
    error,
    reload,
  } = useApi<Order>(`/sales/orders/${id}`, { populate: { customer: true, invoice: true } });

  const reading = useApi<OrderLine[]>('/sales/order-lines', {
    filters: { order: { documentId: { $eq: id } } },
    sort: 'position:asc',
    pagination: { pageSize: 100 },
  });
  const done = (): void => {
    reload();
    reading.reload();
  };

  const mayQuotes = may('plugin::content-manager.explorer.read', 'plugin::sales.quote');
  const { data: [quote] = [] } = useApi<Quote[]>(mayQuotes ? '/sales/quotes' : null, {
    filters: { order: { documentId: { $eq: id } } },
    pagination: { pageSize: 1 },
  });

  if (error !== undefined) return <Failure message={error} />;
  if (!order) return <Waiting />;
  const { currency, invoice } = order;
  const title = order.number ?? say('orders.no_number');

  return (
    <PageFrame
      title={title}
      subtitle={order.customer?.name}
      back={{ to: '/plugins/sales/orders', label: say('orders.title') }}
      action={
        <Flex gap={2} wrap="wrap" justifyContent="flex-end">
          {reading.data && <AmendOrder order={order} lines={reading.data} onDone={done} />}
          <OrderActions order={order} onDone={done} />
        </Flex>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Panel
          title={say('orders.facts')}
          aside={<StateBadge state={order.state} label={say(`state.${order.state}`)} />}
        >
          <Facts
            columns={4}
            facts={[
              ...MOMENTS.map((key) => [say(`moment.${key}`), order[key] && <DateText at={order[key]} />] as const),
              [say('field.promised_on'), order.promisedOn && <DateText key="promised" at={order.promisedOn} />],
              [say('field.delay_reason'), order.delayReason],
              [say('field.source'), say(`source.${order.source}`)],
              [
                say('field.invoice'),
                invoice && (
                  <LinkTo key="invoice" to={`/plugins/billing/invoices/${invoice.documentId}`}>
                    {invoice.number ?? say('orders.no_number')}
                  </LinkTo>
                ),
              ],
              [say('field.due_amount'), invoice && <Money key="due" amount={invoice.amountDue} currency={currency} />],
              [
                say('subject.quote'),
                quote && (
                  <LinkTo key="quote" to={`/plugins/sales/quotes/${quote.documentId}`}>
                    {nameOf(quote, say('orders.no_number'))}
                  </LinkTo>
                ),
              ],
              [say('field.coupon'), order.coupons?.map(({ code }) => code).join(', ')],
              [say('field.po_number'), order.poNumber],
              [say('field.shipping'), placeText(order.shipping)],
              [say('field.cancel_reason'), order.cancelReason],
              [say('field.note'), order.note],
            ]}
          />
        </Panel>
        <ApprovalsOf key={`approvals-${order.state}`} id={order.documentId} />
        <Panel title={say('orders.lines')}>
          <OrderLines reading={reading} currency={currency} />
          <Sums
            rows={[
              [say('field.net'), <Money key="net" amount={order.net} currency={currency} />],
              [say('field.tax'), <Money key="tax" amount={order.tax} currency={currency} />],
              [say('field.total'), <Money key="total" amount={order.total} currency={currency} strong />],
            ]}
          />
        </Panel>
        <OrderShipments key={`shipments-${order.state}`} order={order} lines={reading.data ?? []} />
        <OrderReturns key={`returns-${order.state}`} order={order} lines={reading.data ?? []} onDone={done} />
        {order.state !== 'draft' && may('plugin::sales.order.document') && (
          <DocumentView url={`/sales/orders/${id}/document`} title={say('orders.document')} />
        )}
        <TimelinePanel
          key={`timeline-${order.state}-${order.promisedOn}-${order.total}`}
          type="plugin::sales.order"
          id={id}
        />
      </Flex>
    </PageFrame>
  );
}
