import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT_METHOD } from '../content-types/types';
import type { PaymentMethodState } from '../domain/payment-method';

export interface PaymentMethodRow extends Ref {
  state: PaymentMethodState;
  customer: number;
  gateway: string;
  gatewayCustomer: string;
  gatewayCard: string;
  brand: string;
  lastFour: string;
  expiryMonth: number;
  expiryYear: number;
  isDefault: boolean;
  consentedAt: string;
  /** Since when its holder has it charged by itself; null: not. */
  autoDebitSince: string | null;
  /** When a gateway refused it for good, and in which word. */
  declinedAt: string | null;
  declineReason: string | null;
  removedAt: string | null;
}

export const paymentMethodsByIds = (platform: Platform, ids: readonly number[]): Promise<PaymentMethodRow[]> =>
  platform.rows.byIds<PaymentMethodRow>(PAYMENT_METHOD, [...new Set(ids)]);

/** The cards that customers have, the oldest first. */
export const activeMethods = (platform: Platform, customers: readonly number[]): Promise<PaymentMethodRow[]> =>
  platform.rows.find<PaymentMethodRow>(
    PAYMENT_METHOD,
    (query, column) =>
      void query
        .whereIn(column('customer'), [...new Set(customers)])
        .where(column('state'), 'active')
        .orderBy('id'),
  );

/** Which of these cards of gateways are known already, `stripe pm_1`. */
export async function knownCards(
  platform: Platform,
  cards: readonly { gateway: string; card: string }[],
): Promise<Set<string>> {
  const rows = await platform.rows.find<{ gateway: string; gatewayCard: string }>(
    PAYMENT_METHOD,
    (query, column) =>
      void query.whereIn(
        column('gatewayCard'),
        cards.map(({ card }) => card),
      ),
    { fields: ['gateway', 'gatewayCard'] },
  );
  return new Set(rows.map(({ gateway, gatewayCard }) => `${gateway} ${gatewayCard}`));
}

/** As whom a gateway knows a customer, by a card that it kept; null: not yet. */
export async function payerAt(platform: Platform, customer: number, gateway: string): Promise<string | null> {
  const [last] = await platform.rows.find<{ gatewayCustomer: string }>(
    PAYMENT_METHOD,
    (query, column) =>
      void query.where(column('customer'), customer).where(column('gateway'), gateway).orderBy('id', 'desc').limit(1),
    { fields: ['gatewayCustomer'] },
  );
  return last?.gatewayCustomer ?? null;
}
