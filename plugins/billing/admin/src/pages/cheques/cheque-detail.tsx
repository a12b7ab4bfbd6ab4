import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Column,
  DataTable,
  DateText,
  DetailPage,
  DocumentView,
  Money,
  pageLink,
  Panel,
  Standing,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { bankOf, type Cheque, type ChequeLine } from '../../cheque-types';
import { ChequeActions } from './cheque-actions';

/** One cheque: what stands on it, what it is meant to pay, and how far it is. */
export function ChequeDetail() {
  const say = useSay('billing');
  const may = useMay();
  const {
    id,
    data: cheque,
    error,
    reload,
  } = useDetail<Cheque>('/billing/cheques', {
    populate: {
      ...{ customer: true, payment: true, feeInvoice: true },
      lines: { sort: 'position:asc', populate: { invoice: true } },
    },
  });
  const back = { to: '/plugins/billing/cheques', label: say('cheque.title') };
  if (!cheque) return <UnreadPage error={error} back={back} />;
  const { currency, customer, payment, feeInvoice, depositAccount } = cheque;
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
      cell: ({ invoice }) => pageLink('plugin::billing.invoice', invoice?.documentId, invoice?.number),
    },
    money('withheld', 'field.withheld'),
    money('deduction', 'field.deduction'),
    money('cash', 'field.net_received'),
  ];
  return (
    <DetailPage
      title={`${cheque.number} · ${formatMoney(cheque.amount, currency, { symbol: true })}`}
      subtitle={customer?.name}
      back={back}
      action={<ChequeActions cheque={cheque} onDone={reload} />}
    >
      <Standing
        title={say('cheque.facts')}
        state={cheque.state}
        label={say(`cheque_state.${cheque.state}`)}
        customer={customer}
        facts={[
          [say('field.bank'), bankOf(cheque)],
          [say('cheque.date'), <DateText key="date" at={cheque.chequeDate} />],
          [say('payments.amount'), <Money key="amount" amount={cheque.amount} currency={currency} strong />],
          [say('field.received_on'), <DateText key="received" at={cheque.receivedOn} />],
          [say('cheque.deposited_on'), cheque.depositedOn && <DateText at={cheque.depositedOn} />],
          [say('cheque.account'), depositAccount && `${depositAccount.bank} ${depositAccount.number}`],
          [say('cheque.cleared_on'), cheque.clearedOn && <DateText at={cheque.clearedOn} />],
          [say('cheque.payment'), pageLink('plugin::billing.payment', payment?.documentId, say('refunds.of_payment'))],
          [say('cheque.bounced_on'), cheque.bouncedOn && <DateText at={cheque.bouncedOn} />],
          [say('cheque.why_bounced'), cheque.bounceReason],
          [say('cheque.fee'), pageLink('plugin::billing.invoice', feeInvoice?.documentId, feeInvoice?.number)],
          [say('cheque.why_returned'), cheque.returnReason],
          [say('field.note'), cheque.note],
        ]}
      />
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
    </DetailPage>
  );
}
