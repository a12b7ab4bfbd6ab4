import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { Confirm, useDo, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Payment } from '../../types';

/** Undoes a payment that succeeded, for a reason. */
export function ReversePayment({ payment, onDone }: { payment: Payment; onDone: () => void }) {
  const say = useSay('billing');
  const may = useMay();
  const act = useDo(onDone);
  const ask = useAsk();
  const amount = formatMoney(payment.amount, payment.currency, { symbol: true });
  const reverse = (reason: string): Promise<boolean> =>
    act(
      () => ask('POST /billing/payments/:id/reverse', { id: payment.documentId, body: { reason } }),
      say('payments.reversed', { amount }),
    );
  if (payment.state !== 'succeeded' || !may('plugin::billing.payment.reverse')) return null;
  return (
    <Confirm
      label={say('payments.reverse')}
      title={say('payments.reverse')}
      variant="danger-light"
      reason={say('field.reason')}
      onConfirm={reverse}
    >
      {say('payments.reverse_question', { amount })}
    </Confirm>
  );
}
