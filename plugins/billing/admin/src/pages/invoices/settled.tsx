import { Flex, Typography } from '@strapi/design-system';
import {
  type Column,
  DateText,
  Money,
  Panel,
  ReadTable,
  StateBadge,
  useApi,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { Allocation, Invoice, Numbered } from '../../types';

const LISTS = [
  ['receipts', '/billing/receipts'],
  ['tax_invoices', '/billing/tax-invoices'],
  ['credit_notes', '/billing/credit-notes'],
] as const;

function Documents({ invoice, kind, url }: { invoice: Invoice; kind: string; url: string }) {
  const say = useSay('billing');
  const reading = useApi<Numbered[]>(url, {
    filters: { invoice: { documentId: { $eq: invoice.documentId } } },
    sort: 'id:asc',
    pagination: { pageSize: 100 },
  });
  if (reading.error !== undefined || !reading.data?.length) return null;
  return (
    <>
      {reading.data.map((one) => (
        <Flex key={one.documentId} gap={3}>
          <Typography textColor="neutral600">{say(`settled.${kind}`)}</Typography>
          <Typography fontWeight="semiBold">{one.number}</Typography>
          <DateText at={one.issuedOn} />
          <Money amount={one.total ?? one.amount} currency={one.currency} />
          <StateBadge state={one.state} label={say(`document.${one.state}`)} />
        </Flex>
      ))}
    </>
  );
}

/** What was laid on an invoice, and the documents that came of it. */
export function Settled({ invoice }: { invoice: Invoice }) {
  const say = useSay('billing');
  const { currency, documentId } = invoice;
  const reading = useApi<Allocation[]>('/billing/allocations', {
    filters: { invoice: { documentId: { $eq: documentId } } },
    sort: 'id:asc',
    populate: { payment: true, creditNote: true },
    pagination: { pageSize: 100 },
  });
  const amount = (key: 'cash' | 'withheld' | 'deduction' | 'credit' | 'amount'): Column<Allocation> => ({
    key,
    title: say(`settled.${key}`),
    right: true,
    cell: (one) =>
      one[key] !== '0' && (
        <Money
          amount={one[key]}
          currency={currency}
          strong={key === 'amount'}
          tone={one.undone ? 'neutral600' : undefined}
        />
      ),
  });
  const columns: Column<Allocation>[] = [
    { key: 'on', title: say('settled.on'), cell: (one) => <DateText at={one.allocatedOn} /> },
    {
      key: 'by',
      title: say('settled.by'),
      cell: (one) =>
        one.payment ? say(`method.${one.payment.method}`) : (one.creditNote?.number ?? say('settled.credit')),
    },
    amount('cash'),
    amount('withheld'),
    amount('deduction'),
    amount('credit'),
    amount('amount'),
    {
      key: 'undone',
      title: '',
      cell: (one) => one.undone && <StateBadge state="reversed" label={say('settled.undone')} />,
    },
  ];
  return (
    <Panel title={say('settled.title')}>
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        empty={say('settled.empty')}
      />
      <Flex direction="column" alignItems="flex-start" gap={2} paddingTop={4}>
        {LISTS.map(([kind, url]) => (
          <Documents key={kind} invoice={invoice} kind={kind} url={url} />
        ))}
      </Flex>
    </Panel>
  );
}
