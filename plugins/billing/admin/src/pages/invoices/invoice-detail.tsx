import { useState } from 'react';
import { Flex } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import {
  ApprovalsOf,
  DateText,
  Facts,
  Failure,
  LinkTo,
  Money,
  PageFrame,
  pageOf,
  Panel,
  StateBadge,
  Sums,
  TimelinePanel,
  useApi,
  useMay,
  useSay,
  useToday,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { ChequeInHand, useChequesInHand } from '../../cheques-in-hand';
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
  const { id = '' } = useParams();
  const [turn, setTurn] = useState(0);
  const { data: invoice, error, reload } = useApi<Invoice>(`/billing/invoices/${id}`, { populate: { customer: true } });

  const inHand = useChequesInHand(id ? { invoice: { documentId: { $eq: id } } } : null);

  if (error !== undefined) return <Failure message={error} />;
  if (!invoice) return <Waiting />;
  const { currency } = invoice;
  // What is done with an invoice changes its allocations and papers too: these are read anew.
  const done = (): void => {
    reload();
    setTurn((before) => before + 1);
  };
  const shown = shownState(invoice, today);
  const source = invoice.sourceNumber ?? '';
  const sourcePage = source && pageOf(invoice.sourceType, invoice.sourceDocumentId);
  const customerPage = pageOf('plugin::crm.customer', invoice.customer?.documentId);
  const title = invoice.number ?? say('invoices.draft');

  return (
    <PageFrame
      title={title}
      subtitle={buyerName(invoice)}
      back={{ to: '/plugins/billing/invoices', label: say('invoices.title') }}
      action={<InvoiceActions invoice={invoice} onDone={done} />}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Panel aside={<StateBadge state={shown} label={say(`state.${shown}`)} />} title={say('invoices.facts')}>
          <Facts
            columns={4}
            facts={[
              [
                say('field.customer'),
                customerPage && <LinkTo to={customerPage}>{invoice.customer?.name ?? ''}</LinkTo>,
              ],
              [say('field.issued_on'), invoice.issuedOn && <DateText at={invoice.issuedOn} />],
              [say('field.due_date'), invoice.dueDate && <DateText at={invoice.dueDate} />],
              [say('field.total'), <Money key="total" amount={invoice.total} currency={currency} strong />],
              [say('field.due_amount'), <Money key="due" amount={invoice.amountDue} currency={currency} strong />],
              [say('cheque.in_hand'), inHand.has(id) && <ChequeInHand lines={inHand.get(id)} />],
              [say('field.tax_id'), invoice.buyer?.taxId],
              [say('field.po_number'), invoice.poNumber],
              [say('opening.taken_over'), invoice.takenOverOn && <DateText at={invoice.takenOverOn} />],
              [say('field.source'), sourcePage ? <LinkTo to={sourcePage}>{source}</LinkTo> : source],
              [say('field.void_reason'), invoice.voidReason],
              [say('field.note'), invoice.note],
            ]}
          />
        </Panel>
        <ApprovalsOf key={`approvals${turn}`} id={invoice.documentId} />
        <Panel title={say('invoices.lines')}>
          <InvoiceLines invoice={invoice} />
          <Sums
            rows={[
              [say('field.net'), <Money key="net" amount={invoice.net} currency={currency} />],
              [say('field.tax'), <Money key="tax" amount={invoice.tax} currency={currency} />],
              [say('field.total'), <Money key="total" amount={invoice.total} currency={currency} strong />],
            ]}
          />
        </Panel>
        {may('plugin::content-manager.explorer.read', 'plugin::billing.allocation') && (
          <Settled key={`settled${turn}`} invoice={invoice} />
        )}
        {invoice.state !== 'draft' && may('plugin::billing.document.read') && (
          <Papers key={`papers${turn}`} invoice={invoice} onDone={done} />
        )}
        <TimelinePanel key={`timeline${turn}`} type="plugin::billing.invoice" id={id} />
      </Flex>
    </PageFrame>
  );
}
