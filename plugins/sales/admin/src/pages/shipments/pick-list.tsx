import { Box, Flex, Typography } from '@strapi/design-system';
import {
  ChoiceField,
  type Column,
  DataTable,
  DateText,
  DocumentView,
  Failure,
  LinkTo,
  PageFrame,
  useListQuery,
  useSay,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import type { SalesDoors } from '../../doors';
import { useWarehouses } from '../../warehouses';

type Pick = SalesDoors['GET /sales/pick-list']['answers']['picks'][number];

/** What is to be fetched from the shelves for all confirmed orders; below it the same on paper. */
export function PickList() {
  const say = useSay('sales');
  const { asked, change } = useListQuery();
  const warehouses = useWarehouses();
  const warehouse = asked('warehouse');
  const narrowed = warehouse ? { warehouse } : {};
  const { data, error } = useAnswer('GET /sales/pick-list', { body: narrowed });
  const columns: Column<Pick>[] = [
    {
      key: 'thing',
      title: say('field.description'),
      wraps: true,
      cell: ({ sku, description }) => (
        <Box>
          <Typography tag="div" fontWeight="semiBold" style={{ whiteSpace: 'normal' }}>
            {description}
          </Typography>
          <Typography tag="div" variant="pi" textColor="neutral600">
            {sku}
          </Typography>
        </Box>
      ),
    },
    {
      key: 'quantity',
      title: say('pick.quantity'),
      right: true,
      cell: ({ quantity, unit }) => <Typography fontWeight="bold">{`${quantity} ${unit}`}</Typography>,
    },
    { key: 'onHand', title: say('stock.on_hand'), right: true, cell: ({ onHand }) => onHand },
    {
      key: 'orders',
      title: say('orders.title'),
      wraps: true,
      cell: ({ orders }) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          {orders.map((order) => (
            <Flex key={order.documentId} gap={2} wrap="wrap">
              <Typography>{order.quantity}</Typography>
              <LinkTo to={`/plugins/sales/orders/${order.documentId}`}>{order.number}</LinkTo>
              <Typography textColor="neutral600">{order.customer}</Typography>
              {order.promisedOn && <DateText at={order.promisedOn} />}
            </Flex>
          ))}
        </Flex>
      ),
    },
  ];
  return (
    <PageFrame
      title={say('pick.title')}
      subtitle={say('pick.subtitle')}
      back={{ to: '/plugins/sales/shipments', label: say('shipments.title') }}
    >
      {warehouses.length > 1 && (
        <Box maxWidth="32rem">
          <ChoiceField
            name="warehouse"
            label={say('subject.warehouse')}
            placeholder={say('warehouses.all')}
            clearLabel={say('warehouses.all')}
            value={warehouse}
            choices={warehouses.map(({ documentId, name }) => [documentId, name] as const)}
            onChange={(chosen) => change('warehouse', chosen)}
          />
        </Box>
      )}
      {error !== undefined && <Failure message={error} />}
      {!data && error === undefined && <Waiting />}
      {data && (
        <Flex direction="column" alignItems="stretch" gap={6}>
          <DataTable
            columns={columns}
            rows={data.picks}
            keyOf={({ sku, description, unit }) => [sku, description, unit].join('|')}
            empty={say('pick.empty')}
          />
          {data.picks.length > 0 && (
            <DocumentView
              key={warehouse}
              url="/sales/pick-list/document"
              params={narrowed}
              title={say('orders.document')}
            />
          )}
        </Flex>
      )}
    </PageFrame>
  );
}
