import { type Column, pageLink, Panel, ReadTable, TwoLines, useList, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { BillingRun, RunPeriod } from '../../types';
import { usePeriodColumns } from '../period-columns';

/** What a run billed: of which contract, for which days, on which invoice. */
export function RunPeriods({ run }: { run: BillingRun }) {
  const say = useSay('contracts');
  const reading = useList<RunPeriod>('/contracts/billing-periods', {
    search: () => [],
    filters: { billingRun: { documentId: { $eq: run.documentId } } },
    populate: { contract: { populate: { customer: true } }, invoice: true },
    sort: 'id:asc',
  });
  const columns: Column<RunPeriod>[] = [
    {
      key: 'contract',
      title: say('contract.facts'),
      wraps: true,
      cell: ({ contract }) => (
        <TwoLines
          first={pageLink('plugin::contracts.contract', contract?.documentId, contract?.number ?? '')}
          second={contract?.customer?.name}
        />
      ),
    },
    ...usePeriodColumns(run.currency),
  ];
  return (
    <Panel title={say('contract.periods')}>
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(period) => period.documentId}
        empty={say('contract.no_periods')}
      />
    </Panel>
  );
}
