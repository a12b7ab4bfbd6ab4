import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { Confirm, useApi, useDo, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import type { Refund, RefundCharge } from '../../types';
import { gatewayName } from '../../ui/gateway-words';

/** Sends a refund back to the card that it was paid with, where one has as much left. */
export function ToCard({ refund, onDone }: { refund: Refund; onDone: () => void }) {
  const say = useSay('billing');
  const ask = useAsk();
  const act = useDo(onDone);
  const { data: charges = [] } = useApi<RefundCharge[]>(`/billing/refunds/${refund.documentId}/charges`);
  const charge = charges.find(({ left }) => BigInt(left) >= BigInt(refund.amount));
  if (!charge) return null;
  const send = async (): Promise<boolean> => {
    let came = '';
    return act(
      async () => {
        const { state, failReason } = await ask('POST /billing/refunds/:id/to-card', { id: refund.documentId });
        came = say(`refunds.to_card_${state}`, { reason: failReason ?? '' });
      },
      () => came,
    );
  };
  return (
    <Confirm label={say('refunds.to_card')} title={say('refunds.to_card')} onConfirm={send}>
      {say('refunds.to_card_question', {
        amount: formatMoney(refund.amount, refund.currency, { symbol: true }),
        gateway: gatewayName(charge.gateway),
        card: charge.card ?? say('refunds.paid_card'),
      })}
    </Confirm>
  );
}
