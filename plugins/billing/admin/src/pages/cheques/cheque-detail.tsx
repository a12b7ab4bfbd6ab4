import { Flex } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  DataTable,
  DateText,
  DocumentView,
  Facts,
  Failure,
  LinkTo,
  Money,
  PageFrame,
  pageOf,
  Panel,
  StateBadge,
  TimelinePanel,
  useApi,
  useMay,
  useSay,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { bankOf, type Cheque, type ChequeLine } from '../../cheque-types';
import { ChequeActions } from './cheque-actions';

/** One cheque: what stands on it, what it is meant to pay, and how far it is. */
export function ChequeDetail() {
  const say = useSay('billing');
  const may = useMay();
  const { id = '' } = useParams();
  const {
    data: cheque,
    error,
    reload,
  } = useApi<Cheque>(`/billing/cheques/${id}`, {
    populate: {
      ...{ customer: true, payment: true, feeInvoice: true },
      lines: { sort: 'position:asc', populate: { invoice: true } },
    },
  });
  if (error !== undefined) return <Failure message={error} />;
  if (!cheque) return <Waiting />;
  const { currency, customer, payment, feeInvoice, depositAccount } = cheque;
  const customerPage = pageOf('plugin::crm.customer', customer?.documentId);
  const money = (key: 'cash' | 'withheld' | 'deduction', title: string): Column<ChequeLine> => ({
    key,
    title: say(title),
    right: true,
    cell: (line) => <Money amount={line[key]} currency={currency} />,
  });
  const columns: Column<ChequeLine>[] = [
    {
      key: 'invoice',
      title: say('field.invoice'),
      cell: ({ invoice }) =>
        invoice && <LinkTo to={`/plugins/billing/invoices/${invoice.documentId}`}>{invoice.number}</LinkTo>,
    },
    money('withheld', 'field.withheld'),
    money('deduction', 'field.deduction'),
    money('cash', 'field.net_received'),
  ];
  return (
    <PageFrame
      title={`${cheque.number} · ${formatMoney(cheque.amount, currency, { symbol: true })}`}
      subtitle={customer?.name}
      back={{ to: '/plugins/billing/cheques', label: say('cheque.title') }}
      action={<ChequeActions cheque={cheque} onDone={reload} />}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Panel
          title={say('cheque.facts')}
          aside={<StateBadge state={cheque.state} label={say(`cheque_state.${cheque.state}`)} />}
        >
          <Facts
            columns={4}
            facts={[
              [say('field.customer'), customerPage && <LinkTo to={customerPage}>{customer?.name ?? ''}</LinkTo>],
              [say('field.bank'), bankOf(cheque)],
              [say('cheque.date'), <DateText key="date" at={cheque.chequeDate} />],
              [say('payments.amount'), <Money key="amount" amount={cheque.amount} currency={currency} strong />],
              [say('field.received_on'), <DateText key="received" at={cheque.receivedOn} />],
              [say('cheque.deposited_on'), cheque.depositedOn && <DateText at={cheque.depositedOn} />],
              [say('cheque.account'), depositAccount && `${depositAccount.bank} ${depositAccount.number}`],
              [say('cheque.cleared_on'), cheque.clearedOn && <DateText at={cheque.clearedOn} />],
              [
                say('cheque.payment'),
                payment && (
                  <LinkTo to={`/plugins/billing/payments/${payment.documentId}`}>{say('refunds.of_payment')}</LinkTo>
                ),
              ],
              [say('cheque.bounced_on'), cheque.bouncedOn && <DateText at={cheque.bouncedOn} />],
              [say('cheque.why_bounced'), cheque.bounceReason],
              [
                say('cheque.fee'),
                feeInvoice && (
                  <LinkTo to={`/plugins/billing/invoices/${feeInvoice.documentId}`}>{feeInvoice.number}</LinkTo>
                ),
              ],
              [say('cheque.why_returned'), cheque.returnReason],
              [say('field.note'), cheque.note],
            ]}
          />
        </Panel>
        <Panel title={say('cheque.meant_for')}>
          <DataTable
            columns={columns}
            rows={cheque.lines ?? []}
            keyOf={(line) => line.documentId}
            empty={say('cheque.meant_for_none')}
          />
        </Panel>
        {cheque.depositedOn && may('plugin::billing.cheque.deposit') && (
          <DocumentView
            key={`slip-${cheque.depositedOn}`}
            url={`/billing/cheques/${id}/deposit-slip`}
            title={say('cheque.slip')}
          />
        )}
        <TimelinePanel key={`timeline-${cheque.state}`} type="plugin::billing.cheque" id={id} name={cheque.number} />
      </Flex>
    </PageFrame>
  );
}
