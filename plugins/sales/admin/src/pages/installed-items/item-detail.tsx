import {
  DateText,
  DetailPage,
  pageLink,
  Standing,
  TimelinePanel,
  UnreadPage,
  useApi,
  useDetail,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { ITEM_BADGE, WarrantyOf } from '../../item-shown';
import type { InstalledItem } from '../../item-types';
import { ItemActions } from './item-actions';

const TYPE = 'plugin::sales.installed-item';

/** A thing at a customer's: what and where it is, its warranty, where it came from, what took its place. */
export function ItemDetail() {
  const say = useSay('sales');
  const {
    id,
    data: item,
    error,
    reload,
  } = useDetail<InstalledItem>('/sales/installed-items', {
    populate: {
      ...{ product: true, customer: true, replaces: true },
      shipmentLine: { populate: { shipment: { populate: { order: true } } } },
    },
  });
  const { data: successors } = useApi<InstalledItem[]>(item?.state === 'replaced' ? '/sales/installed-items' : null, {
    filters: { replaces: { documentId: { $eq: id } } },
  });
  const back = { to: '/plugins/sales/installed-items', label: say('installed.title') };
  if (!item) return <UnreadPage error={error} back={back} />;
  const { product, customer, replaces, state } = item;
  const shipment = item.shipmentLine?.shipment;
  const order = shipment?.order;
  const [successor] = successors ?? [];
  return (
    <DetailPage
      title={item.serial}
      subtitle={[product?.name, customer?.name].filter(Boolean).join(' · ')}
      back={back}
      action={<ItemActions item={item} onDone={reload} />}
    >
      <Standing
        title={say('installed.facts')}
        state={ITEM_BADGE[state]}
        label={say(`item_state.${state}`)}
        customer={customer}
        facts={[
          [
            say('field.product'),
            pageLink(
              'plugin::sales.product',
              product?.documentId,
              [product?.name, product?.sku].filter(Boolean).join(' · '),
            ),
          ],
          [say('field.site'), item.site],
          [say('field.warranty'), <WarrantyOf key="warranty" item={item} />],
          [say('field.installed_on'), <DateText key="installed" at={item.installedOn} />],
          [
            say('subject.order'),
            order && pageLink('plugin::sales.order', order.documentId, order.number ?? say('orders.no_number')),
          ],
          [say('subject.shipment'), pageLink('plugin::sales.shipment', shipment?.documentId, shipment?.number)],
          [say('installed.replaces'), pageLink(TYPE, replaces?.documentId, replaces?.serial)],
          [say('field.removed_on'), item.removedOn && <DateText key="removed" at={item.removedOn} />],
          [say('installed.remove_reason'), item.removeReason],
          [say('installed.successor'), pageLink(TYPE, successor?.documentId, successor?.serial)],
        ]}
      />
      <TimelinePanel key={`timeline-${JSON.stringify(item)}`} type={TYPE} id={item.documentId} />
    </DetailPage>
  );
}
