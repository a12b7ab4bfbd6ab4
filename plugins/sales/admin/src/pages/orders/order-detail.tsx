import { Flex, Typography } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import {
  ApprovalsOf,
  type Column,
  DateText,
  DocumentView,
  Facts,
  Failure,
  LinkTo,
  Money,
  PageFrame,
  Panel,
  quantityText,
  ReadTable,
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
import type { Order, OrderLine } from '../../types';
import { OrderActions } from './order-actions';

const MOMENTS = ['placedAt', 'confirmedAt', 'deliveredAt', 'closedAt', 'cancelledAt', 'expiredAt'] as const;
const SHIPPING = ['name', 'phone', 'line1', 'line2', 'subdistrict', 'district', 'province', 'postcode', 'country'];

const addressOf = (shipping: Record<string, string> | null): string =>
  SHIPPING.map((key) => shipping?.[key])
    .filter(Boolean)
    .join(' ');

function Lines({ order }: { order: Order }) {
  const say = useSay('sales');
  const reading = useApi<OrderLine[]>('/sales/order-lines', {
    filters: { order: { documentId: { $eq: order.documentId } } },
    sort: 'position:asc',
    pagination: { pageSize: 100 },
  });
  const money = (key: 'unitPrice' | 'discount' | 'net' | 'tax' | 'total', title: string): Column<OrderLine> => ({
    key,
    title: say(`field.${title}`),
    right: true,
    cell: (line) => (key !== 'discount' || line[key] !== '0') && <Money amount={line[key]} currency={order.currency} />,
  });
  const columns: Column<OrderLine>[] = [
    { key: 'position', title: say('field.position'), cell: (_, index) => index + 1 },
    {
      key: 'description',
      title: say('field.description'),
      cell: (line) => (
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold" style={{ whiteSpace: 'normal' }}>
            {line.description}
          </Typography>
          <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'pre-line' }}>
            {[line.sku, line.per !== 'one_time' && say(`per.${line.per}`), line.details].filter(Boolean).join(' · ')}
          </Typography>
        </Flex>
      ),
    },
    {
      key: 'quantity',
      title: say('field.quantity'),
      right: true,
      cell: (line) => `${quantityText(line.quantity)} ${line.unit ?? ''}`.trim(),
    },
    { key: 'delivered', title: say('field.delivered'), right: true, cell: (line) => quantityText(line.delivered) },
    money('unitPrice', 'unit_price'),
    money('discount', 'discount'),
    money('net', 'net'),
    money('tax', 'tax'),
    money('total', 'total'),
  ];
  return (
    <ReadTable
      whole
      reading={reading}
      columns={columns}
      keyOf={(line) => line.documentId}
      empty={say('orders.no_lines')}
    />
  );
}

export function OrderDetail() {
  const say = useSay('sales');
  const may = useMay();
  const { id = '' } = useParams();
  const {
    data: order,
    error,
    reload,
  } = useApi<Order>(`/sales/orders/${id}`, { populate: { customer: true, invoice: true } });

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
      action={<OrderActions order={order} onDone={reload} />}
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
              [say('field.shipping'), addressOf(order.shipping)],
              [say('field.cancel_reason'), order.cancelReason],
              [say('field.note'), order.note],
            ]}
          />
        </Panel>
        <ApprovalsOf key={`approvals-${order.state}`} id={order.documentId} />
        <Panel title={say('orders.lines')}>
          <Lines key={order.state} order={order} />
          <Sums
            rows={[
              [say('field.net'), <Money key="net" amount={order.net} currency={currency} />],
              [say('field.tax'), <Money key="tax" amount={order.tax} currency={currency} />],
              [say('field.total'), <Money key="total" amount={order.total} currency={currency} strong />],
            ]}
          />
        </Panel>
        {order.state !== 'draft' && may('plugin::sales.order.document') && (
          <DocumentView url={`/sales/orders/${id}/document`} title={say('orders.document')} />
        )}
        <TimelinePanel key={`timeline-${order.state}`} type="plugin::sales.order" id={id} />
      </Flex>
    </PageFrame>
  );
}
