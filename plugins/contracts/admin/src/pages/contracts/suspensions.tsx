import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import {
  type Column,
  DateText,
  DocumentView,
  Panel,
  ReadTable,
  useApi,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { Suspension } from '../../types';

/** When it was off, and why, with the letters about it; nothing is shown of a contract that never was. */
export function Suspensions({ id }: { id: string }) {
  const say = useSay('contracts');
  const may = useMay();
  const [letter, setLetter] = useState<Suspension>();
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
    {
      key: 'letter',
      title: '',
      right: true,
      cell: (one) =>
        one.cause === 'debt' &&
        may('plugin::contracts.contract.letter') && (
          <Button size="S" variant="tertiary" onClick={() => setLetter(one)}>
            {say('contract.letter')}
          </Button>
        ),
    },
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Panel title={say('contract.suspensions')}>
        <ReadTable
          whole
          reading={reading}
          columns={columns}
          keyOf={(one) => one.documentId}
          empty={say('contract.never_suspended')}
        />
      </Panel>
      {letter && (
        <DocumentView url={`/contracts/suspensions/${letter.documentId}/document`} title={say('contract.letter')} />
      )}
    </Flex>
  );
}
