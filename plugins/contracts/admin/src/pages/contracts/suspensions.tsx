import { type Column, DateText, Panel, ReadTable, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Suspension } from '../../types';

/** When it was off, and why; nothing is shown of a contract that never was. */
export function Suspensions({ id }: { id: string }) {
  const say = useSay('contracts');
  const reading = useApi<Suspension[]>('/contracts/suspensions', {
    filters: { contract: { documentId: { $eq: id } } },
    sort: 'id:desc',
    pagination: { pageSize: 50 },
  });
  if (!reading.data || reading.data.length === 0) return null;
  const columns: Column<Suspension>[] = [
    { key: 'starts', title: say('field.off_from'), cell: ({ startsOn }) => <DateText at={startsOn} /> },
    { key: 'resumes', title: say('field.resumes_on'), cell: ({ resumesOn }) => <DateText at={resumesOn} /> },
    { key: 'reason', title: say('field.reason'), wraps: true, cell: ({ reason }) => reason },
  ];
  return (
    <Panel title={say('contract.suspensions')}>
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        empty={say('contract.never_suspended')}
      />
    </Panel>
  );
}
