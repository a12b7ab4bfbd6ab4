import { broken, conflict, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { CardReference, GatewayName, Platform } from '@sanya/strapi-plugin-platform/kit';
import { cardText, isExpired } from '../domain/payment-method';
import { paymentMethodsByIds } from '../stores/payment-methods';

export interface ChargeableCard extends CardReference {
  id: number;
  brand: string;
  lastFour: string;
}

/** The card of a customer that is to be charged; refused where it is not theirs, gone, over, or of another gateway. */
export async function chargeable(
  platform: Platform,
  customer: number,
  id: number,
  gateway: GatewayName,
): Promise<ChargeableCard> {
  const [row] = await paymentMethodsByIds(platform, [id]);
  const field = 'paymentMethod';
  if (!row || row.customer !== customer || row.state !== 'active') throw notFound('payment_method.unknown', { field });
  const params = { card: cardText(row) };
  if (row.gateway !== gateway) throw conflict('payment_method.other_gateway', { field, params });
  if (isExpired(row, platform.clock.today())) throw broken('payment_method.expired', { field, params });
  const { brand, lastFour } = row;
  return { id: row.id, customer: row.gatewayCustomer, card: row.gatewayCard, brand, lastFour };
}
