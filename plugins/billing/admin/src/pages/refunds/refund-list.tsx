import { useNavigate } from 'react-router-dom';
import {
  ListTools,
  PageFrame,
  ReadTable,
  useApi,
  useListQuery,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';
import { useRefundColumns } from '../../refund-columns';
import type { Refund } from '../../types';

const STATES = ['requested', 'approved', 'sent', 'confirmed', 'cancelled'];
const SEARCHED = ['number', 'reference'];

/** Money that goes back: what is to be approved, sent, and what arrived. */
export function RefundList() {
  const say = useSay('billing');
  const navigate = useNavigate();
  const { page, asked } = useListQuery();
  const [state, search] = [asked('state'), asked('q')];
  const states = useStateFilter(STATES, (one) => say(`refund.${one}`));
  const columns = useRefundColumns();
  const reading = useApi<Refund[]>('/billing/refunds', {
    filters: {
      ...(state ? { state: { $eq: state } } : {}),
      ...(search
        ? {
            $or: [
              ...SEARCHED.map((key) => ({ [key]: { $containsi: search } })),
              { customer: { name: { $containsi: search } } },
            ],
          }
        : {}),
    },
    sort: 'id:desc',
    populate: { customer: true },
    pagination: { page },
  });
  return (
    <PageFrame title={say('refunds.title')} subtitle={say('refunds.subtitle')}>
      <ListTools search={say('refunds.search')} filters={[states]} />
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(refund) => refund.documentId}
        onOpen={(refund) => navigate(refund.documentId)}
        empty={say('refunds.empty')}
      />
    </PageFrame>
  );
}
