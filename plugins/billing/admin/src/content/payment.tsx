import { Flex } from '@strapi/design-system';
import {
  DateText,
  Facts,
  LinkTo,
  Money,
  Read,
  StateBadge,
  useApi,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { ReversePayment } from '../pages/payments/reverse-payment';
import type { Payment } from '../types';

/** Beside the form of a payment in the content manager: how it stands and what may be done with it. */
export default function BesidePayment({ id, onDone }: { id: string; onDone: () => void }) {
  const say = useSay('billing');
  const may = useMay();
  const reading = useApi<Payment>(`/billing/payments/${id}`, { populate: { customer: true } });
  const done = (): void => {
    reading.reload();
    onDone();
  };
  const shownOf = (payment: Payment) => {
    const { state, method, currency, receivedOn } = payment;
    return (
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Facts
          columns={1}
          facts={[
            [say('field.state'), <StateBadge key="state" state={state} label={say(`payment.${state}`)} />],
            [say('field.customer'), payment.customer?.name],
            [say('field.method'), say(`method.${method}`)],
            [say('field.received_on'), receivedOn && <DateText key="on" at={receivedOn} />],
            [say('payments.amount'), <Money key="amount" amount={payment.amount} currency={currency} strong />],
          ]}
        />
        {['submitted', 'to_check'].includes(state) && may('plugin::billing.payment.verify') && (
          <LinkTo to="/plugins/billing/to-verify">{say('verify.title')}</LinkTo>
        )}
        <ReversePayment payment={payment} onDone={done} />
      </Flex>
    );
  };
  return <Read reading={reading}>{shownOf}</Read>;
}
