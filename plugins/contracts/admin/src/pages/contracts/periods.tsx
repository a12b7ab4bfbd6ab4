import { type Column, ReadTable, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { BillingPeriod } from '../../types';
import { usePeriodColumns } from '../period-columns';

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
    { key: 'line', title: say('field.description'), wraps: true, cell: ({ line }) => line?.description },
    ...usePeriodColumns(currency),
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
