import { type Platform, rowIds } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT_METHOD } from '../content-types/types';

/** Row id of a card that a payment names; whose it is, is looked at when it is charged. */
export async function savedCardOf(platform: Platform, documentId: string): Promise<number> {
  const [id = 0] = await rowIds(
    platform,
    PAYMENT_METHOD,
    [documentId],
    'payment_method.unknown',
    () => 'paymentMethod',
  );
  return id;
}
