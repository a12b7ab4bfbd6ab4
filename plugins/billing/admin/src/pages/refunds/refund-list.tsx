import { containing, ListPage, ListTools, useList, useSay, useStateFilter } from '@sanya/strapi-plugin-platform/ui';
import { useRefundColumns } from '../../refund-columns';
import type { Refund } from '../../types';

const STATES = ['requested', 'approved', 'sent', 'confirmed', 'cancelled'];

/** Money that goes back: what is to be approved, sent, and what arrived. */
export function RefundList() {
  const say = useSay('billing');
  const states = useStateFilter(STATES, (one) => say(`refund.${one}`));
  const columns = useRefundColumns();
  const reading = useList<Refund>('/billing/refunds', {
    search: containing('number', 'reference', 'customer.name'),
    sort: 'id:desc',
    populate: { customer: true },
  });
  return (
    <ListPage
      title={say('refunds.title')}
      subtitle={say('refunds.subtitle')}
      tools={<ListTools search={say('refunds.search')} filters={[states]} />}
      reading={reading}
      columns={columns}
      empty={say('refunds.empty')}
      none={say('refunds.none_yet')}
    />
  );
}
