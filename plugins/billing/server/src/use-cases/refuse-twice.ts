import { badInput } from '@sanya/strapi-plugin-platform/kernel';

/** What is done to a payment is done once: named twice in one list it would settle, or be undone, twice. */
export function refuseTwice(payments: readonly number[]): void {
  if (new Set(payments).size < payments.length) throw badInput('payment.twice');
}
