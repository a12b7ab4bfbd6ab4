import { Button } from '@strapi/design-system';
import { type Column, DateText, ReadTable, TwoLines, useApi, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { EntitlementEntry } from '../../../types';

interface HistoryProps {
  id: string;
  onUndo: (entry: EntitlementEntry) => void;
}

/** What came and went, the latest first. A use can be given back once. */
export function History({ id, onUndo }: HistoryProps) {
  const say = useSay('contracts');
  const may = useMay()('plugin::contracts.entitlement.use');
  const reading = useApi<EntitlementEntry[]>('/contracts/entitlement-entries', {
    filters: { contract: { documentId: { $eq: id } } },
    populate: { line: true },
    sort: ['happenedOn:desc', 'id:desc'],
    pagination: { pageSize: 50 },
  });
  const given = new Set(
    (reading.data ?? []).filter(({ kind }) => kind === 'give_back').map(({ cause }) => cause?.slice('back:'.length)),
  );
  const columns: Column<EntitlementEntry>[] = [
    { key: 'on', title: say('field.happened_on'), cell: ({ happenedOn }) => <DateText at={happenedOn} /> },
    {
      key: 'kind',
      title: say('field.entry'),
      wraps: true,
      cell: ({ kind, reason }) => <TwoLines first={say(`entry_kind.${kind}`)} second={reason ?? undefined} />,
    },
    {
      key: 'line',
      title: say('field.description'),
      wraps: true,
      cell: ({ line, unit }) => <TwoLines first={say(`entitlement_unit.${unit}`)} second={line?.description} />,
    },
    {
      key: 'amount',
      title: say('field.quantity'),
      right: true,
      cell: ({ amount }) => (amount.startsWith('-') ? amount : `+${amount}`),
    },
    {
      key: 'undo',
      title: '',
      right: true,
      cell: (entry) =>
        may &&
        entry.kind === 'use' &&
        !given.has(entry.documentId) && (
          <Button size="S" variant="tertiary" onClick={() => onUndo(entry)}>
            {say('entitlement.undo')}
          </Button>
        ),
    },
  ];
  return (
    <ReadTable
      whole
      reading={reading}
      columns={columns}
      keyOf={(entry) => entry.documentId}
      empty={say('entitlement.no_entries')}
    />
  );
}
