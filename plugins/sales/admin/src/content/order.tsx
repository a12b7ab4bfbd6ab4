import { Flex } from '@strapi/design-system';
import { Facts, LinkTo, Money, Read, StateBadge, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import { OrderActions } from '../pages/orders/order-actions';
import { useOrderPapers } from '../pages/orders/use-order-papers';
import type { Order } from '../types';

/** Beside the form of an order in the content manager: how it stands and what may be done with it. */
export default function BesideOrder({ id, onDone }: { id: string; onDone: () => void }) {
  const say = useSay('sales');
  const reading = useApi<Order>(`/sales/orders/${id}`, {
    populate: { customer: true, invoice: true },
  });
  const papers = useOrderPapers(id);
  const done = (): void => {
    reading.reload();
    papers.reload();
    onDone();
  };
  const shownOf = (order: Order) => {
    const { currency, invoice } = order;
    return (
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Facts
          columns={1}
          facts={[
            [say('field.state'), <StateBadge key="state" state={order.state} label={say(`state.${order.state}`)} />],
            [say('field.customer'), order.customer?.name],
            [say('field.total'), <Money key="total" amount={order.total} currency={currency} strong />],
            [
              say('field.invoice'),
              invoice && (
                <LinkTo key="invoice" to={`/plugins/billing/invoices/${invoice.documentId}`}>
                  {invoice.number ?? say('orders.no_number')}
                </LinkTo>
              ),
            ],
            [
              say('field.due_amount'),
              papers.due !== undefined && <Money key="due" amount={papers.due} currency={currency} strong />,
            ],
          ]}
        />
        <OrderActions order={order} onDone={done} />
      </Flex>
    );
  };
  return <Read reading={reading}>{shownOf}</Read>;
}
