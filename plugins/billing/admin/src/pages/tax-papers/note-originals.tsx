import { type Column, DataTable, DateText, Money, Panel, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Note, Original } from './types';

const AMOUNTS = ['value', 'right', 'difference', 'tax'] as const;

/** Each document that a note corrects with its value, the right value and the difference (s.86/9, s.86/10). */
export function NoteOriginals({ note: { originals, currency } }: { note: Note }) {
  const say = useSay('billing');
  const columns: Column<Original>[] = [
    { key: 'number', title: say('field.number'), cell: (one) => one.number },
    { key: 'date', title: say('papers.date'), cell: (one) => <DateText at={one.taxDate} /> },
    ...AMOUNTS.map(
      (key): Column<Original> => ({
        key,
        title: say(`note.original_${key}`),
        right: true,
        cell: (one) => <Money amount={one[key]} currency={currency} />,
      }),
    ),
  ];
  return (
    <Panel title={say('note.originals')}>
      <DataTable
        columns={columns}
        rows={originals ?? []}
        keyOf={(one) => one.number}
        empty={say('note.no_originals')}
      />
    </Panel>
  );
}
