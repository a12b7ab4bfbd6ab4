import { useNavigate } from 'react-router-dom';
import {
  ChosenCustomer,
  DateRange,
  ListTools,
  PageFrame,
  ReadTable,
  useDateRange,
  useDocuments,
  useListQuery,
  useSay,
  useStateFilter,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { useInvoiceColumns } from '../../invoice-columns';
import { buyerName } from '../../invoice-state';
import type { Invoice } from '../../types';

const STATES = ['overdue', 'open', 'draft', 'paid', 'uncollectible', 'void'];

const filtersOf = (state: string, today: string, { from, to }: { from: string; to: string }) => ({
  ...(state === 'overdue' ? { state: { $eq: 'open' }, dueDate: { $lt: today } } : {}),
  ...(state !== 'overdue' && state !== '' ? { state: { $eq: state } } : {}),
  ...(from || to ? { issuedOn: { ...(from && { $gte: from }), ...(to && { $lte: to }) } } : {}),
});

/** Overdue ones by what waits longest; others the newest on top, by their date where the list is of some days. */
const sortOf = (state: string, { from, to }: { from: string; to: string }): string | string[] => {
  if (state === 'overdue') return 'dueDate:asc';
  return from || to ? ['issuedOn:desc', 'id:desc'] : 'id:desc';
};

export function InvoiceList() {
  const say = useSay('billing');
  const navigate = useNavigate();
  const { today } = useToday();
  const state = useListQuery().asked('state');
  const days = useDateRange();
  const states = useStateFilter(STATES, (one) => say(`state.${one}`));
  const reading = useDocuments<Invoice>('/billing/invoices', {
    filters: filtersOf(state, today, days),
    sort: sortOf(state, days),
    populate: { customer: true },
  });

  const columns = useInvoiceColumns({ key: 'customer', title: say('field.customer'), cell: buyerName });

  return (
    <PageFrame title={say('invoices.title')} subtitle={say('invoices.subtitle')}>
      <ListTools search={say('invoices.search')} filters={[states]}>
        <DateRange />
        <ChosenCustomer name={reading.data?.[0]?.customer?.name} />
      </ListTools>
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
