import {
  type Column,
  DateText,
  Money,
  pageLink,
  Panel,
  ReadTable,
  TwoLines,
  useList,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { BillingRun, RunPeriod } from '../../types';

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
    { key: 'from', title: say('field.from'), cell: ({ startsOn }) => <DateText at={startsOn} /> },
    { key: 'to', title: say('field.to'), cell: ({ endsOn }) => <DateText at={endsOn} /> },
    {
      key: 'amount',
      title: say('field.amount'),
      right: true,
      cell: ({ amount }) => <Money amount={amount} currency={run.currency} />,
    },
    {
      key: 'invoice',
      title: say('field.invoice'),
      cell: ({ invoice }) => pageLink('plugin::billing.invoice', invoice?.documentId, invoice?.number ?? ''),
    },
    { key: 'state', title: say('field.state'), cell: ({ state }) => say(`period_state.${state}`) },
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
