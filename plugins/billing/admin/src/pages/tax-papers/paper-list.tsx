import {
  type Column,
  ListPage,
  ListTools,
  containing,
  useList,
  useListQuery,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { Numbered, TaxPaper } from '../../types';
import { isNoteKind, type Note, type PaperKind, wordOf } from './types';
import { useNoteColumns, useTaxPaperColumns } from './paper-columns';
import { paperFiltersOf, usePaperFilters } from './use-paper-filters';
import { usePaperKinds } from './use-paper-kinds';

/** One kind of them, searched and narrowed. */
function PapersOf<Paper extends Numbered>({ kind, columns }: { kind: PaperKind; columns: Column<Paper>[] }) {
  const say = useSay('billing');
  const { asked } = useListQuery();
  const filters = usePaperFilters();
  // The kind itself takes nothing away.
  const isNarrowed = ['q', 'month', 'branch', 'state'].some((key) => asked(key) !== '');
  const reading = useList<Paper>(`/billing/${kind}`, {
    search: (text) => [{ number: { $startsWithi: text } }, ...containing('customer.name')(text)],
    filters: paperFiltersOf(asked, kind),
    sort: 'id:desc',
    populate: { customer: true, invoice: true },
  });
  return (
    <ListPage
      title={say('papers.list_title')}
      subtitle={say('papers.list_subtitle')}
      tools={<ListTools search={say('papers.search')} filters={filters} />}
      reading={reading}
      columns={columns}
      pageOfRow={({ documentId }) => (kind === 'tax-invoices' ? documentId : `${kind}/${documentId}`)}
      empty={say(isNarrowed ? 'papers.empty' : `papers.none_${wordOf(kind)}`)}
    />
  );
}

const TaxPapers = ({ kind }: { kind: PaperKind }) => (
  <PapersOf<TaxPaper> kind={kind} columns={useTaxPaperColumns(kind === 'receipts')} />
);

const Notes = ({ kind }: { kind: PaperKind }) => <PapersOf<Note> kind={kind} columns={useNoteColumns()} />;

/** Every tax invoice, receipt and note that was ever issued: no number is missing, whatever became of it. */
export function PaperList() {
  const { kind } = usePaperKinds();
  // Papers of one kind have nothing to say in the columns of another.
  return isNoteKind(kind) ? <Notes key={kind} kind={kind} /> : <TaxPapers key={kind} kind={kind} />;
}
