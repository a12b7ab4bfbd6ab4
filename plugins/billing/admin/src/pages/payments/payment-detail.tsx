import { Flex } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import {
  DateText,
  Failure,
  FileView,
  Money,
  PageFrame,
  Panel,
  TimelinePanel,
  useApi,
  useMay,
  useSay,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { Standing } from '../../standing';
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
  const { id = '' } = useParams();
  const {
    data: payment,
    error,
    reload,
  } = useApi<Payment>(`/billing/payments/${id}`, { populate: { customer: true, slip: true } });

  if (error !== undefined) return <Failure message={error} />;
  if (!payment) return <Waiting />;
  const { currency, customer } = payment;
  const title = formatMoney(payment.amount, currency, { symbol: true });

  return (
    <PageFrame
      title={title}
      subtitle={customer?.name}
      back={{ to: '/plugins/billing/payments', label: say('payments.title') }}
      action={
        <Flex gap={2}>
          <AskGateway payment={payment} onDone={reload} />
          <ReversePayment payment={payment} onDone={reload} />
          {payment.state === 'succeeded' && (
            <RequestRefund payment={payment.documentId} currency={currency} customer={customer?.documentId} />
          )}
        </Flex>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Marks marks={payment.marks} />
        <Standing
          title={say('payments.facts')}
          state={payment.state}
          label={say(`payment.${payment.state}`)}
          customer={customer}
          facts={[
            [say('field.method'), say(`method.${payment.method}`)],
            [say('field.received_on'), payment.receivedOn && <DateText at={payment.receivedOn} />],
            [say('payments.amount'), <Money key="amount" amount={payment.amount} currency={currency} strong />],
            [say('field.withheld'), amountOf(payment.withheld, currency)],
            [say('field.deduction'), amountOf(payment.deduction, currency)],
            [say('field.bank'), payment.bank],
            [say('field.reference'), payment.reference],
            [say('payments.gateway'), payment.gateway && gatewayName(payment.gateway)],
            [say('payments.charge'), payment.chargeId],
            [say('payments.fee'), payment.fee && amountOf(payment.fee, currency)],
            [say('payments.fail_reason'), payment.failReason && failReason(payment.failReason)],
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
      </Flex>
    </PageFrame>
  );
}

const amountOf = (amount: string, currency: string) =>
  amount !== '0' && <Money amount={amount} currency={currency} strong />;
