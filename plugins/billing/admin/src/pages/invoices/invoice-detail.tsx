import { Flex } from '@strapi/design-system';
import {
  ApprovalsOf,
  DateText,
  DetailPage,
  DocumentSums,
  Money,
  pageLink,
  Panel,
  Standing,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useMay,
  useSay,
  useToday,
  Zone,
} from '@sanya/strapi-plugin-platform/ui';
import { ChequeInHand, useChequesInHand } from '../../cheques-in-hand';
import { EarlyPayment } from '../../ui/early-payment';
import { buyerName, shownState } from '../../invoice-state';
import type { Invoice } from '../../types';
import { InvoiceActions } from './invoice-actions';
import { InvoiceLines } from './invoice-lines';
import { Papers } from './papers';
import { Settled } from './settled';

export function InvoiceDetail() {
  const say = useSay('billing');
  const may = useMay();
  const { today } = useToday();
  const {
    id,
    data: invoice,
    error,
    turn,
    again: done,
  } = useDetail<Invoice>('/billing/invoices', { populate: { customer: true } });
  const inHand = useChequesInHand(id ? { invoice: { documentId: { $eq: id } } } : null);

  const back = { to: '/plugins/billing/invoices', label: say('invoices.title') };
  if (!invoice) return <UnreadPage error={error} back={back} />;
  const { currency } = invoice;
  const shown = shownState(invoice, today);
  const source = invoice.sourceNumber;
  const early = invoice.earlyUntil !== null && invoice.state === 'open' && (
    <EarlyPayment until={invoice.earlyUntil} discount={invoice.earlyDiscount} currency={currency} />
  );
  const title = invoice.number ?? say('invoices.draft');

  return (
    <DetailPage
      title={title}
      subtitle={buyerName(invoice)}
      back={back}
      action={
        <Flex gap={2} wrap="wrap" justifyContent="flex-end">
          <Zone plugin="billing" page="invoice" position="actions" id={invoice.documentId} />
          <InvoiceActions invoice={invoice} onDone={done} />
        </Flex>
      }
    >
      <Standing
        title={say('invoices.facts')}
        state={shown}
        label={say(`state.${shown}`)}
        customer={invoice.customer}
        facts={[
          [say('field.issued_on'), invoice.issuedOn && <DateText at={invoice.issuedOn} />],
          [say('field.due_date'), invoice.dueDate && <DateText at={invoice.dueDate} />],
          [say('field.total'), <Money key="total" amount={invoice.total} currency={currency} strong />],
          [say('field.due_amount'), <Money key="due" amount={invoice.amountDue} currency={currency} strong />],
          [say('receive.early_discount'), early],
          [say('cheque.in_hand'), inHand.has(id) && <ChequeInHand lines={inHand.get(id)} />],
          [say('field.tax_id'), invoice.buyer?.taxId],
          [say('field.po_number'), invoice.poNumber],
          [say('opening.taken_over'), invoice.takenOverOn && <DateText at={invoice.takenOverOn} />],
          [say('field.source'), source && (pageLink(invoice.sourceType, invoice.sourceDocumentId, source) ?? source)],
          [say('field.void_reason'), invoice.voidReason],
          [say('field.note'), invoice.note],
        ]}
      />
      <ApprovalsOf key={`approvals${turn}`} id={invoice.documentId} />
      <Panel title={say('invoices.lines')}>
        <InvoiceLines invoice={invoice} />
        <DocumentSums {...invoice} />
      </Panel>
      {may('plugin::content-manager.explorer.read', 'plugin::billing.allocation') && (
        <Settled key={`settled${turn}`} invoice={invoice} />
      )}
      {invoice.state !== 'draft' && may('plugin::billing.document.read') && (
        <Papers key={`papers${turn}`} invoice={invoice} onDone={done} />
      )}
      <TimelinePanel key={`timeline${turn}`} type="plugin::billing.invoice" id={id} />
    </DetailPage>
  );
}
