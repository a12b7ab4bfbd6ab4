import { move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { GatewayName, NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT_METHOD } from '../content-types/types';
import { cardText, nextDefault, paymentMethodLife } from '../domain/payment-method';
import { lockCustomers } from '../stores/parties';
import { activeMethods, type PaymentMethodRow, paymentMethodsByIds } from '../stores/payment-methods';

const eventOf = (name: string, { id, documentId, customer, ...card }: PaymentMethodRow): NewEvent => ({
  name,
  subject: { type: PAYMENT_METHOD, id, documentId },
  customer,
  after: { card: cardText(card), gateway: card.gateway },
});

/** One that its customer has still, read once the customer is locked. */
export async function lockedMethod(platform: Platform, id: number): Promise<PaymentMethodRow> {
  const [seen] = await paymentMethodsByIds(platform, [id]);
  if (!seen) throw notFound('payment_method.unknown');
  await lockCustomers(platform, [seen.customer]);
  const [row] = await paymentMethodsByIds(platform, [id]);
  if (row?.state !== 'active') throw notFound('payment_method.unknown');
  return row;
}

/** The card that stands for its customer from now on. */
export const makeDefault = (platform: Platform, id: number): Promise<void> =>
  platform.transaction(async () => {
    const row = await lockedMethod(platform, id);
    const others = (await activeMethods(platform, [row.customer])).filter((one) => one.isDefault && one.id !== row.id);
    if (row.isDefault && others.length === 0) return;
    await platform.rows.update(PAYMENT_METHOD, [
      ...others.map((one) => ({ id: one.id, isDefault: false })),
      { id: row.id, isDefault: true },
    ]);
    await platform.events.record([eventOf('payment_method.made_default', row)]);
  });

/**
 * A card is not charged any more, from this moment; then its gateway is asked to forget it. Where the gateway is silent
 * it keeps what nobody here can charge.
 */
export async function removePaymentMethod(platform: Platform, id: number): Promise<void> {
  const removed = await platform.transaction(async () => {
    const row = await lockedMethod(platform, id);
    const left = (await activeMethods(platform, [row.customer])).filter((one) => one.id !== row.id);
    const heir = row.isDefault ? nextDefault(left, platform.clock.today()) : undefined;
    await platform.rows.update(PAYMENT_METHOD, [
      {
        id: row.id,
        state: move(paymentMethodLife, row.state, 'remove'),
        isDefault: false,
        autoDebitSince: null,
        removedAt: platform.clock.now(),
      },
    ]);
    if (heir) await platform.rows.update(PAYMENT_METHOD, [{ id: heir.id, isDefault: true }]);
    await platform.events.record([eventOf('payment_method.removed', row)]);
    return row;
  });
  const card = { customer: removed.gatewayCustomer, card: removed.gatewayCard };
  await platform.gateway.forget(removed.gateway as GatewayName, card).catch(() => undefined);
}
