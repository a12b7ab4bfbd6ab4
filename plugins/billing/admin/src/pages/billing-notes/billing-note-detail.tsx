import { Button, Flex } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import {
  type Column,
  Confirm,
  DataTable,
  DateText,
  DetailPage,
  DocumentView,
  LinkTo,
  Money,
  pageLink,
  Panel,
  Standing,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useDo,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { BillingNote, BillingNoteLine } from '../../billing-note-types';
import { useAsk } from '../../doors';

interface ActionProps {
  note: BillingNote;
  onDone: () => void;
}

function BillingNoteActions({ note, onDone }: ActionProps) {
  const say = useSay('billing');
  const may = useMay();
  const does = useDo(onDone);
  const ask = useAsk();
  const id = note.documentId;
  if (note.state !== 'issued') return null;
  const isOpen = note.lines?.some(({ invoice }) => invoice?.state === 'open');
  return (
    <Flex gap={4} wrap="wrap">
      {may('plugin::billing.billing-note.cancel') && (
        <Confirm
          label={say('billing_note.cancel')}
          title={say('billing_note.cancel')}
          variant="danger-light"
          reason={say('field.reason')}
          onConfirm={(reason) =>
            does(
              () => ask('POST /billing/billing-notes/:id/cancel', { id, body: { reason } }),
              say('billing_note.did_cancel'),
            )
          }
        >
          {say('billing_note.cancel_question', { number: note.number })}
        </Confirm>
      )}
      {may('plugin::billing.billing-note.issue') && (
        <Button
          variant="secondary"
          startIcon={<PaperPlane />}
          onClick={() =>
            void does(() => ask('POST /billing/billing-notes/:id/send', { id }), say('billing_note.did_send'))
          }
        >
          {say('do.send')}
        </Button>
      )}
      {isOpen && may('plugin::billing.payment.record') && (
        <LinkTo to={`/plugins/billing/receive-money?customer=${note.customer?.documentId ?? ''}&note=${id}`}>
          {say('account.receive')}
        </LinkTo>
      )}
    </Flex>
  );
}

/** One billing note: its invoices as they were billed, and what of them is open now. */
export function BillingNoteDetail() {
  const say = useSay('billing');
  const may = useMay();
  const {
    id,
    data: note,
    error,
    reload,
  } = useDetail<BillingNote>('/billing/billing-notes', {
    populate: { customer: true, lines: { sort: 'position:asc', populate: { invoice: true } } },
  });
  const back = { to: '/plugins/billing/billing-notes', label: say('billing_note.title') };
  if (!note) return <UnreadPage error={error} back={back} />;
  const { currency, customer } = note;
  const columns: Column<BillingNoteLine>[] = [
    {
      key: 'number',
      title: say('field.invoice'),
      cell: ({ invoice, invoiceNumber }) =>
        pageLink('plugin::billing.invoice', invoice?.documentId, invoiceNumber) ?? invoiceNumber,
    },
    { key: 'issued', title: say('field.issued_on'), cell: (line) => <DateText at={line.issuedOn} /> },
    { key: 'due', title: say('field.due_date'), cell: (line) => <DateText at={line.dueDate} /> },
    {
      key: 'total',
      title: say('field.total'),
      right: true,
      cell: (line) => <Money amount={line.total} currency={currency} />,
    },
    {
      key: 'open',
      title: say('billing_note.billed'),
      right: true,
      cell: (line) => <Money amount={line.open} currency={currency} />,
    },
    {
      key: 'now',
      title: say('field.due_amount'),
      right: true,
      cell: ({ invoice }) =>
        invoice && (
          <Money
            amount={invoice.state === 'open' ? invoice.amountDue : '0'}
            currency={currency}
            tone={invoice.state === 'open' ? 'neutral800' : 'success600'}
          />
        ),
    },
  ];
  return (
    <DetailPage
      title={note.number}
      subtitle={customer?.name}
      back={back}
      action={<BillingNoteActions note={note} onDone={reload} />}
    >
      <Standing
        title={say('billing_note.facts')}
        state={note.state}
        label={say(`document.${note.state}`)}
        customer={customer}
        facts={[
          [say('billing_note.billed_on'), <DateText key="billed" at={note.billedOn} />],
          [say('billing_note.pay_on'), <DateText key="pay" at={note.payOn} />],
          [say('field.total'), <Money key="total" amount={note.total} currency={currency} strong />],
          [say('field.note'), note.note],
          [say('refunds.cancel_reason'), note.cancelReason],
        ]}
      />
      <Panel title={say('billing_note.invoices')}>
        <DataTable
          columns={columns}
          rows={note.lines ?? []}
          keyOf={(line) => line.documentId}
          empty={say('account.none')}
        />
      </Panel>
      {may('plugin::billing.document.read') && (
        <DocumentView key={`paper-${note.state}`} url={`/billing/billing-notes/${id}/document`} title={note.number} />
      )}
      <TimelinePanel key={`timeline-${note.state}`} type="plugin::billing.billing-note" id={id} name={note.number} />
    </DetailPage>
  );
}
