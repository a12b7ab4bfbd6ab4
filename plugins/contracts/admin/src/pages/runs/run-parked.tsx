import { pageLink, Panel, ReadTable, useList, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { BillingRun } from '../../types';

interface Parked {
  documentId: string;
  number: string;
  problem: string;
  customer: { documentId: string; name: string } | null;
}

/** What a run set aside and nobody has seen to yet, with the reason. */
export function RunParked({ run }: { run: BillingRun }) {
  const say = useSay('contracts');
  const reading = useList<Parked>('/contracts/contracts', {
    search: () => [],
    filters: {
      parkedAt: { $gte: run.startedAt, ...(run.finishedAt ? { $lte: run.finishedAt } : {}) },
      // Of others it is the beginning or the end that was refused.
      nextBillOn: { $notNull: true },
    },
    populate: { customer: true },
    sort: 'id:asc',
  });
  return (
    <Panel title={say('run.parked')}>
      <ReadTable
        reading={reading}
        keyOf={(one) => one.documentId}
        empty={say('run.none_parked')}
        columns={[
          {
            key: 'contract',
            title: say('contract.facts'),
            cell: ({ documentId, number }) => pageLink('plugin::contracts.contract', documentId, number),
          },
          { key: 'customer', title: say('field.customer'), wraps: true, cell: ({ customer }) => customer?.name },
          { key: 'problem', title: say('field.problem'), wraps: true, cell: ({ problem }) => problem },
        ]}
      />
    </Panel>
  );
}
