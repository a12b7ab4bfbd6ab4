import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { leftOf } from '../domain/card-refund';
import { cardText } from '../domain/payment-method';
import { chargesBehind } from '../stores/card-refunds';
import { paymentMethodsByIds } from '../stores/payment-methods';
import { loadPayments } from '../stores/payments';
import { loadRefunds } from '../stores/refunds';

/** The cards that a refund can go back to, for whoever sends it. */
export async function refundCharges(platform: Platform, id: number) {
  const [refund] = await loadRefunds(platform, [id]);
  const charges = refund ? await chargesBehind(platform, refund) : [];
  const payments = await loadPayments(
    platform,
    charges.map(({ payment }) => payment),
  );
  const cards = await paymentMethodsByIds(
    platform,
    charges.flatMap(({ card }) => card ?? []),
  );
  return charges.map((charge) => {
    const card = cards.find((one) => one.id === charge.card);
    return {
      payment: payments.find((one) => one.id === charge.payment)?.documentId ?? '',
      gateway: charge.gateway,
      card: card ? cardText(card) : null,
      left: leftOf(charge),
    };
  });
}
