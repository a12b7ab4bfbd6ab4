import { type Column, LinkTo, pageLink, Panel, ReadTable, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAllocationColumns } from '../../allocation-columns';
import type { Allocation, Invoice } from '../../types';

/** What was laid on an invoice. */
export function Settled({ invoice }: { invoice: Invoice }) {
  const say = useSay('billing');
  const reading = useApi<Allocation[]>('/billing/allocations', {
    filters: { invoice: { documentId: { $eq: invoice.documentId } } },
    sort: 'id:asc',
    populate: { payment: true, creditNote: true },
    pagination: { pageSize: 100 },
  });
  const columns: Column<Allocation>[] = [
    {
      key: 'by',
      title: say('settled.by'),
      cell: ({ payment, creditNote }) =>
        payment ? (
          <LinkTo to={`/plugins/billing/payments/${payment.documentId}`}>{say(`method.${payment.method}`)}</LinkTo>
        ) : (
          (pageLink('plugin::billing.credit-note', creditNote?.documentId, creditNote?.number) ?? say('settled.credit'))
        ),
    },
    ...useAllocationColumns(invoice.currency),
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
    </Panel>
  );
}
