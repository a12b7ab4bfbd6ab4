import { useState } from 'react';
import { Badge, Flex } from '@strapi/design-system';
import {
  DateText,
  DetailPage,
  DocumentView,
  Money,
  pageLink,
  Standing,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { CancelCredit } from '../invoices/cancel-credit';
import { NoteOriginals } from './note-originals';
import { NotePayable } from './note-payable';
import { NoteSettled } from './note-settled';
import { PrintPaper } from './print-paper';
import { type Note, type NoteKind, PAPER_KINDS, wordOf } from './types';

const RELATIONS = {
  'credit-notes': { customer: true, invoice: true },
  'debit-notes': { customer: true, invoice: true, payable: true },
};

/** One credit or debit note: what it corrects and why, and what became of its amount. */
export function NoteDetail({ kind }: { kind: NoteKind }) {
  const say = useSay('billing');
  const may = useMay();
  const [printing, setPrinting] = useState<string>();
  const url = `/billing/${kind}`;
  const { id, data: note, error, reload } = useDetail<Note>(url, { populate: RELATIONS[kind] });
  const back = { to: `/plugins/billing/tax-invoices?what=${kind}`, label: say('papers.list_title') };
  if (!note || note.documentId !== id) return <UnreadPage error={error} back={back} />;
  const { currency, invoice } = note;
  return (
    <DetailPage
      title={note.number}
      subtitle={note.buyer?.name}
      back={back}
      action={kind === 'credit-notes' && <CancelCredit note={note} onDone={reload} />}
    >
      <Standing
        title={say(`papers.${wordOf(kind)}`)}
        state={note.state}
        label={say(`document.${note.state}`)}
        customer={note.customer}
        facts={[
          [say('papers.buyer'), note.buyer?.name],
          [say('field.tax_id'), note.buyer?.taxId],
          [say('papers.date'), <DateText key="date" at={note.issuedOn} />],
          [
            say('note.happened_on'),
            note.happenedOn && (
              <Flex gap={2}>
                <DateText at={note.happenedOn} />
                {note.late && <Badge>{say('note.is_late')}</Badge>}
              </Flex>
            ),
          ],
          [say('field.invoice'), pageLink('plugin::billing.invoice', invoice?.documentId, invoice?.number)],
          [say('note.cause'), note.cause && say(`cause.${note.cause}`)],
          [say('field.reason'), note.reason],
          [say('field.net'), <Money key="net" amount={note.net} currency={currency} />],
          [say('field.tax'), <Money key="tax" amount={note.tax} currency={currency} />],
          [say('field.total'), <Money key="total" amount={note.total} currency={currency} strong />],
        ]}
      />
      <NoteOriginals note={note} />
      {kind === 'credit-notes' ? <NoteSettled note={note} /> : <NotePayable note={note} />}
      {may('plugin::billing.document.read') && (
        <DocumentView
          key={note.state}
          url={`${url}/${id}/document`}
          title={note.number}
          params={printing ? { printing } : undefined}
          actions={<PrintPaper kind={kind} paper={note} onPrinted={setPrinting} />}
        />
      )}
      <TimelinePanel key={`${note.state}${printing}`} type={PAPER_KINDS[kind]} id={id} />
    </DetailPage>
  );
}
