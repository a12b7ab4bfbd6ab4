import { sum } from '@sanya/strapi-plugin-platform/kernel';

/** What invoices still ask for, minor units: those that were ended ask for nothing. */
export const stillDue = (invoices: readonly { state: string; amountDue: bigint | string }[]): bigint =>
  sum(invoices.filter(({ state }) => state === 'open').map(({ amountDue }) => BigInt(amountDue)));
