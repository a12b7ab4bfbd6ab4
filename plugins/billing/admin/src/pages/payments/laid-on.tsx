import { type Column, LinkTo, Panel, ReadTable, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAllocationColumns } from '../../allocation-columns';
import type { Allocation, Payment } from '../../types';

/** The invoices that a payment was laid on. */
export function LaidOn({ payment }: { payment: Payment }) {
  const say = useSay('billing');
  const reading = useApi<Allocation[]>('/billing/allocations', {
    filters: { payment: { documentId: { $eq: payment.documentId } } },
    sort: 'id:asc',
    populate: { invoice: true },
    pagination: { pageSize: 100 },
  });
  const columns: Column<Allocation>[] = [
    {
      key: 'invoice',
      title: say('field.invoice'),
      cell: ({ invoice }) =>
        invoice && <LinkTo to={`/plugins/billing/invoices/${invoice.documentId}`}>{invoice.number ?? ''}</LinkTo>,
    },
    ...useAllocationColumns(payment.currency),
  ];
  return (
    <Panel title={say('payments.laid_on')}>
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        empty={say(payment.state === 'succeeded' ? 'payments.laid_on_nothing' : 'payments.laid_on_none')}
      />
    </Panel>
  );
}
