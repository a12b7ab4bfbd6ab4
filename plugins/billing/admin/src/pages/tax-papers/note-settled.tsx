import {
  type Column,
  DateText,
  Money,
  pageLink,
  Panel,
  ReadTable,
  StateBadge,
  Sums,
  useApi,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { Allocation } from '../../types';
import { type Note, READ, type SettledPart } from './types';

/** The invoices that a credit note was laid on. */
function LaidOn({ note }: { note: Note }) {
  const say = useSay('billing');
  const reading = useApi<Allocation[]>('/billing/allocations', {
    filters: { creditNote: { documentId: { $eq: note.documentId } } },
    sort: 'id:asc',
    populate: { invoice: true },
    pagination: { pageSize: 100 },
  });
  const columns: Column<Allocation>[] = [
    {
      key: 'invoice',
      title: say('field.invoice'),
      cell: ({ invoice }) => pageLink('plugin::billing.invoice', invoice?.documentId, invoice?.number),
    },
    { key: 'on', title: say('settled.on'), cell: (one) => <DateText at={one.allocatedOn} /> },
    {
      key: 'amount',
      title: say('settled.amount'),
      right: true,
      cell: (one) => (
        <Money amount={one.amount} currency={note.currency} tone={one.undone ? 'neutral600' : undefined} />
      ),
    },
    {
      key: 'undone',
      title: '',
      cell: (one) => one.undone && <StateBadge state="reversed" label={say('settled.undone')} />,
    },
  ];
  return (
    <ReadTable
      whole
      reading={reading}
      columns={columns}
      keyOf={(one) => one.documentId}
      empty={say('note.laid_on_nothing')}
    />
  );
}

/** What became of the amount of a credit note when it was issued, and the invoices it was laid on since. */
export function NoteSettled({ note }: { note: Note }) {
  const say = useSay('billing');
  const may = useMay();
  const wordsOf = ({ how, invoice }: SettledPart): string => {
    if (how === 'credit') return say('account.credit');
    if (how === 'refund') return say('note.refund');
    return say('note.off_invoice', { number: invoice ?? note.invoice?.number ?? '' });
  };
  return (
    <Panel title={say('note.settled')}>
      {may(READ, 'plugin::billing.allocation') && <LaidOn note={note} />}
      <Sums
        rows={(note.settle ?? []).map((part) => [
          wordsOf(part),
          <Money key={part.how} amount={part.amount} currency={note.currency} />,
        ])}
      />
    </Panel>
  );
}
