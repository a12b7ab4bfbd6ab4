import { Flex } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import {
  DateText,
  Facts,
  Failure,
  LinkTo,
  PageFrame,
  Panel,
  StateBadge,
  TimelinePanel,
  useApi,
  useSay,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { ITEM_BADGE, WarrantyOf } from '../../item-shown';
import type { InstalledItem } from '../../item-types';
import { ItemActions } from './item-actions';

const Item = ({ item }: { item: Pick<InstalledItem, 'documentId' | 'serial'> }) => (
  <LinkTo to={`/plugins/sales/installed-items/${item.documentId}`}>{item.serial}</LinkTo>
);

/** A thing at a customer's: what and where it is, its warranty, where it came from, what took its place. */
export function ItemDetail() {
  const say = useSay('sales');
  const { id = '' } = useParams();
  const {
    data: item,
    error,
    reload,
  } = useApi<InstalledItem>(`/sales/installed-items/${id}`, {
    populate: {
      ...{ product: true, customer: true, replaces: true },
      shipmentLine: { populate: { shipment: { populate: { order: true } } } },
    },
  });
  const { data: successors } = useApi<InstalledItem[]>(item?.state === 'replaced' ? '/sales/installed-items' : null, {
    filters: { replaces: { documentId: { $eq: id } } },
  });
  if (error !== undefined) return <Failure message={error} />;
  if (!item) return <Waiting />;
  const { product, customer, replaces, state } = item;
  const shipment = item.shipmentLine?.shipment;
  const [successor] = successors ?? [];
  return (
    <PageFrame
      title={item.serial}
      subtitle={[product?.name, customer?.name].filter(Boolean).join(' · ')}
      back={{ to: '/plugins/sales/installed-items', label: say('installed.title') }}
      action={<ItemActions item={item} onDone={reload} />}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Panel
          title={say('installed.facts')}
          aside={<StateBadge state={ITEM_BADGE[state]} label={say(`item_state.${state}`)} />}
        >
          <Facts
            columns={4}
            facts={[
              [
                say('field.product'),
                product && (
                  <LinkTo key="product" to={`/plugins/sales/products/${product.documentId}`}>
                    {[product.name, product.sku].filter(Boolean).join(' · ')}
                  </LinkTo>
                ),
              ],
              [
                say('field.customer'),
                customer && (
                  <LinkTo key="customer" to={`/plugins/crm/customers/${customer.documentId}`}>
                    {customer.name}
                  </LinkTo>
                ),
              ],
              [say('field.site'), item.site],
              [say('field.warranty'), <WarrantyOf key="warranty" item={item} />],
              [say('field.installed_on'), <DateText key="installed" at={item.installedOn} />],
              [
                say('subject.order'),
                shipment?.order && (
                  <LinkTo key="order" to={`/plugins/sales/orders/${shipment.order.documentId}`}>
                    {shipment.order.number ?? say('orders.no_number')}
                  </LinkTo>
                ),
              ],
              [
                say('subject.shipment'),
                shipment && (
                  <LinkTo key="shipment" to={`/plugins/sales/shipments/${shipment.documentId}`}>
                    {shipment.number}
                  </LinkTo>
                ),
              ],
              [say('installed.replaces'), replaces && <Item key="replaces" item={replaces} />],
              [say('field.removed_on'), item.removedOn && <DateText key="removed" at={item.removedOn} />],
              [say('installed.remove_reason'), item.removeReason],
              [say('installed.successor'), successor && <Item key="successor" item={successor} />],
            ]}
          />
        </Panel>
        <TimelinePanel
          key={`timeline-${JSON.stringify(item)}`}
          type="plugin::sales.installed-item"
          id={item.documentId}
        />
      </Flex>
    </PageFrame>
  );
}
