import { Page } from '@strapi/strapi/admin';
import { ListPage, ListTools, useList, useSay, useStateFilter } from '@sanya/strapi-plugin-platform/ui';
import { type GoodsReturn, RETURN_STATES, useReturnColumns } from '../return-columns';

/** All that came back, the newest first; each leads to its order, where it is credited or not. */
function ReturnList() {
  const say = useSay('sales');
  const states = useStateFilter(RETURN_STATES, (one) => say(one === 'all' ? 'state.all' : `return_state.${one}`));
  const reading = useList<GoodsReturn>('/sales/returns', {
    search: (text) => {
      const begun = { $startsWith: text.toUpperCase() };
      return [{ number: begun }, { order: { number: begun } }];
    },
    sort: 'id:desc',
    populate: { order: { populate: { customer: true } }, lines: { populate: { orderLine: true } } },
  });
  const columns = useReturnColumns(
    { key: 'order', title: say('subject.order'), cell: ({ order }) => order?.number },
    { key: 'customer', title: say('field.customer'), wraps: true, cell: ({ order }) => order?.customer?.name },
  );
  return (
    <ListPage
      title={say('returns.title')}
      subtitle={say('returns.subtitle')}
      tools={<ListTools search={say('shipments.search')} filters={[states]} />}
      reading={reading}
      columns={columns}
      pageOfRow={({ order }) => `/plugins/sales/orders/${order?.documentId ?? ''}`}
      empty={say('returns.empty')}
      none={say('returns.none')}
    />
  );
}

export default function Returns() {
  return (
    <Page.Protect
      permissions={[{ action: 'plugin::content-manager.explorer.read', subject: 'plugin::sales.goods-return' }]}
    >
      <ReturnList />
    </Page.Protect>
  );
}
