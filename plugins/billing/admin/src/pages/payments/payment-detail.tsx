import { Flex } from '@strapi/design-system';
import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  DateText,
  DetailPage,
  FileView,
  LinkTo,
  Money,
  Panel,
  Standing,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { Payment } from '../../types';
import { gatewayName, useFailReason } from '../../ui/gateway-words';
import { Marks } from '../../ui/marks';
import { RequestRefund } from '../refunds/request-refund';
import { AskGateway } from './ask-gateway';
import { LaidOn } from './laid-on';
import { ReversePayment } from './reverse-payment';

/** One payment: what came in, from whom, what it was laid on, and its slip. */
export function PaymentDetail() {
  const say = useSay('billing');
  const may = useMay();
  const failReason = useFailReason();
  const {
    id,
    data: payment,
    error,
    reload,
  } = useDetail<Payment>('/billing/payments', { populate: { customer: true, invoice: true, slip: true } });
  const back = { to: '/plugins/billing/payments', label: say('payments.title') };
  if (!payment) return <UnreadPage error={error} back={back} />;
  const { currency, customer, invoice } = payment;
  const title = formatMoney(payment.amount, currency, { symbol: true });

  return (
    <DetailPage
      title={title}
      subtitle={customer?.name}
      back={back}
      action={
        <Flex gap={2}>
          <AskGateway payment={payment} onDone={reload} />
          <ReversePayment payment={payment} onDone={reload} />
          {payment.state === 'succeeded' && (
            <RequestRefund
              payment={payment.documentId}
              currency={currency}
              customer={customer?.documentId}
              byCard={payment.method === 'card'}
            />
          )}
        </Flex>
      }
    >
      <Marks marks={payment.marks} />
      <Standing
        title={say('payments.facts')}
        state={payment.state}
        label={say(`payment.${payment.state}`)}
        customer={customer}
        facts={[
          [say('field.method'), say(`method.${payment.method}`)],
          [say('field.received_on'), payment.receivedOn && <DateText at={payment.receivedOn} />],
          [say('opening.taken_over'), payment.takenOverOn && <DateText at={payment.takenOverOn} />],
          [say('payments.amount'), <Money key="amount" amount={payment.amount} currency={currency} strong />],
          [say('field.withheld'), amountOf(payment.withheld, currency)],
          [say('field.deduction'), amountOf(payment.deduction, currency)],
          [say('field.bank'), payment.bank],
          [say('field.reference'), payment.reference],
          [say('payments.gateway'), payment.gateway && gatewayName(payment.gateway)],
          [say('payments.charge'), payment.chargeId],
          [say('payments.fee'), payment.fee && amountOf(payment.fee, currency)],
          [say('payments.fail_reason'), payment.failReason && failReason(payment.failReason)],
          [
            say('field.invoice'),
            payment.state !== 'succeeded' && invoice && (
              <LinkTo key="invoice" to={`/plugins/billing/invoices/${invoice.documentId}`}>
                {invoice.number ?? ''}
              </LinkTo>
            ),
          ],
          [say('payments.debit'), payment.debitAttempt && say('payments.debit_try', { attempt: payment.debitAttempt })],
          [say('payments.debit_again'), payment.debitRetryOn && <DateText at={payment.debitRetryOn} />],
          [say('payments.reject_reason'), payment.rejectReason],
          [say('payments.reversed_on'), payment.reversedOn && <DateText at={payment.reversedOn} />],
          [say('payments.reverse_reason'), payment.reverseReason],
          [say('field.note'), payment.note],
        ]}
      />
      {may('plugin::content-manager.explorer.read', 'plugin::billing.allocation') && (
        <LaidOn key={payment.state} payment={payment} />
      )}
      {payment.slip && (
        <Panel title={say('verify.slip')}>
          <FileView id={payment.slip.documentId} title={say('verify.slip')} />
        </Panel>
      )}
      <TimelinePanel key={`timeline-${payment.state}`} type="plugin::billing.payment" id={id} />
    </DetailPage>
  );
}

const amountOf = (amount: string, currency: string) =>
  amount !== '0' && <Money amount={amount} currency={currency} strong />;
