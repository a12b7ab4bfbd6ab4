import { useNavigate } from 'react-router-dom';
import {
  ListTools,
  PageFrame,
  ReadTable,
  useApi,
  useListQuery,
  useSay,
  useStateFilter,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useInvoiceColumns } from '../../invoice-columns';
import { buyerName } from '../../invoice-state';
import type { Invoice } from '../../types';

const STATES = ['overdue', 'open', 'draft', 'paid', 'uncollectible', 'void'];

const filtersOf = (state: string, search: string, today: string) => ({
  ...(state === 'overdue' ? { state: { $eq: 'open' }, dueDate: { $lt: today } } : {}),
  ...(state !== 'overdue' && state !== '' ? { state: { $eq: state } } : {}),
  ...(search ? { $or: [{ number: { $containsi: search } }, { customer: { name: { $containsi: search } } }] } : {}),
});

export function InvoiceList() {
  const say = useSay('billing');
  const navigate = useNavigate();
  const { today } = useToday();
  const { page, asked } = useListQuery();
  const [state, search] = [asked('state'), asked('q')];
  const states = useStateFilter(STATES, (one) => say(`state.${one}`));
  const reading = useApi<Invoice[]>('/billing/invoices', {
    filters: filtersOf(state, search, today),
    sort: state === 'overdue' ? 'dueDate:asc' : 'id:desc',
    populate: { customer: true },
    pagination: { page },
  });

  const columns = useInvoiceColumns({ key: 'customer', title: say('field.customer'), cell: buyerName });

  return (
    <PageFrame title={say('invoices.title')} subtitle={say('invoices.subtitle')}>
      <ListTools search={say('invoices.search')} filters={[states]} />
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(invoice) => invoice.documentId}
        onOpen={(invoice) => navigate(invoice.documentId)}
        empty={say('invoices.empty')}
      />
    </PageFrame>
  );
}
