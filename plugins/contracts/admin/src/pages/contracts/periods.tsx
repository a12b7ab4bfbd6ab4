import { type Column, DateText, Money, pageLink, ReadTable, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { BillingPeriod } from '../../types';

/** Which days were billed, on which invoice, the latest first. */
export function Periods({ id, currency }: { id: string; currency: string }) {
  const say = useSay('contracts');
  const reading = useApi<BillingPeriod[]>('/contracts/billing-periods', {
    filters: { contract: { documentId: { $eq: id } } },
    populate: { line: true, invoice: true },
    sort: ['startsOn:desc', 'id:desc'],
    pagination: { pageSize: 50 },
  });
  const columns: Column<BillingPeriod>[] = [
    { key: 'starts', title: say('field.from'), cell: ({ startsOn }) => <DateText at={startsOn} /> },
    { key: 'ends', title: say('field.to'), cell: ({ endsOn }) => <DateText at={endsOn} /> },
    { key: 'line', title: say('field.description'), wraps: true, cell: ({ line }) => line?.description },
    {
      key: 'amount',
      title: say('field.amount'),
      right: true,
      cell: ({ amount }) => <Money amount={amount} currency={currency} />,
    },
    {
      key: 'invoice',
      title: say('field.invoice'),
      cell: ({ invoice }) => pageLink('plugin::billing.invoice', invoice?.documentId, invoice?.number ?? ''),
    },
    { key: 'state', title: say('field.state'), cell: ({ state }) => say(`period_state.${state}`) },
  ];
  return (
    <ReadTable
      whole
      reading={reading}
      columns={columns}
      keyOf={(period) => period.documentId}
      empty={say('contract.no_periods')}
    />
  );
}
