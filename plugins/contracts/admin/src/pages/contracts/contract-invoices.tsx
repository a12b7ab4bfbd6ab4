import {
  type Column,
  DateText,
  Money,
  pageLink,
  Panel,
  ReadTable,
  useApi,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { BillingPeriod, Contract } from '../../types';

interface Invoice {
  documentId: string;
  number: string | null;
  issuedOn: string | null;
  dueDate: string | null;
  currency: string;
  total: string;
  amountDue: string;
  state: string;
}

interface Named {
  documentId: string;
}

type Carried = BillingPeriod & { carried: string | null };

const UID = 'plugin::billing.invoice';
const MOST = 100;

/** Every invoice that asks for something of a contract: periods, what a change cost more, renewals, fees for leaving. */
export function ContractInvoices({ contract }: { contract: Contract }) {
  const may = useMay();
  return may('plugin::content-manager.explorer.read', UID) ? <Invoices contract={contract} /> : null;
}

function Invoices({ contract }: { contract: Contract }) {
  const say = useSay('contracts');
  const of = {
    filters: { contract: { documentId: { $eq: contract.documentId } } },
    sort: 'id:desc',
    pagination: { pageSize: MOST },
  };
  const periods = useApi<Carried[]>('/contracts/billing-periods', { ...of, populate: { invoice: true } });
  const renewals = useApi<{ invoice?: Named | null }[]>('/contracts/renewals', { ...of, populate: { invoice: true } });
  const lines = useApi<{ feeInvoice?: Named | null }[]>('/contracts/contract-lines', {
    ...of,
    populate: { feeInvoice: true },
  });
  const ids = (found: readonly (Named | null | undefined)[]): Set<string> =>
    new Set(found.flatMap((one) => one?.documentId ?? []));
  const billed = (periods.data ?? []).filter(({ invoice }) => invoice);
  const differences = ids(billed.filter(({ carried }) => carried !== null).map(({ invoice }) => invoice));
  const ofPeriods = ids(billed.map(({ invoice }) => invoice));
  const ofRenewals = ids((renewals.data ?? []).map(({ invoice }) => invoice));
  const fees = ids((lines.data ?? []).map(({ feeInvoice }) => feeInvoice));
  const all = [...new Set([...ofPeriods, ...ofRenewals, ...fees, ...ids([contract.invoice])])];
  const isKnown = Boolean(periods.data && renewals.data && lines.data);
  const reading = useApi<Invoice[]>(isKnown ? '/billing/invoices' : null, {
    filters: {
      $or: [{ sourceDocumentId: { $eq: contract.documentId } }, { documentId: { $in: all } }],
    },
    sort: 'id:desc',
    pagination: { pageSize: MOST },
  });
  const wordOf = ({ documentId }: Invoice): string => {
    if (fees.has(documentId)) return 'fee';
    if (ofRenewals.has(documentId)) return 'renewal';
    if (differences.has(documentId)) return 'difference';
    return ofPeriods.has(documentId) || contract.invoice?.documentId === documentId ? 'periods' : 'fee';
  };
  const columns: Column<Invoice>[] = [
    {
      key: 'number',
      title: say('field.invoice'),
      cell: ({ documentId, number }) => pageLink(UID, documentId, number ?? say('contract.no_number')),
    },
    { key: 'for', title: say('field.asks_for'), cell: (invoice) => say(`asks_for.${wordOf(invoice)}`) },
    { key: 'issued', title: say('field.issued_on'), cell: ({ issuedOn }) => <DateText at={issuedOn} /> },
    { key: 'due', title: say('field.due_date'), cell: ({ dueDate }) => <DateText at={dueDate} /> },
    {
      key: 'total',
      title: say('field.total'),
      right: true,
      cell: ({ total, currency }) => <Money amount={total} currency={currency} />,
    },
    {
      key: 'open',
      title: say('field.amount_due'),
      right: true,
      cell: ({ amountDue, currency }) => <Money amount={amountDue} currency={currency} />,
    },
  ];
  return (
    <Panel title={say('contract.invoices')}>
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={({ documentId }) => documentId}
        empty={say('contract.no_invoices')}
      />
    </Panel>
  );
}
