import { addDuration, next } from '@sanya/strapi-plugin-platform/kernel';
import type { CancelInvoice } from './cancel';
import { orderMachine, type OrderState } from './order-machine';

/** What is known of an order whose time to be paid is over. */
export interface ExpiryFacts {
  state: OrderState;
  /** Its customer pays on credit terms: the invoice has a due date of its own. */
  onTerms: boolean;
  /** Something of it was handed over. */
  handedOver: boolean;
  /** Somebody says it is paid, and nobody has looked yet. */
  paymentUnderWay: boolean;
  invoice: CancelInvoice | null;
}

export interface Expiry {
  state: OrderState;
  /** Id of the invoice to void. */
  voidInvoice: number;
}

/** The instant at which an order that waits since `since` expires; null where orders wait for ever. Days are civil. */
export const expiresAt = (since: string, days: number, zone: string): string | null =>
  days > 0 ? addDuration(since, `P${days}D`, zone) : null;

/** Orders that wait since this instant or longer have expired `now`; null where orders wait for ever. */
export const waitedSince = (now: string, days: number, zone: string): string | null =>
  days > 0 ? addDuration(now, `-P${days}D`, zone) : null;

/**
 * What becomes of an unpaid order when its time is over, or null where something has come of it: money, a slip that
 * waits for its clerk, a tax document, goods, terms. Then staff decide, and it no longer counts its days.
 */
export function planExpiry(facts: ExpiryFacts): Expiry | null {
  const state = next(orderMachine, facts.state, 'expire');
  const { invoice } = facts;
  if (!state || !invoice || facts.onTerms || facts.handedOver || facts.paymentUnderWay) return null;
  if (invoice.state !== 'open' || invoice.settled || invoice.credited || invoice.taxed) return null;
  return { state, voidInvoice: invoice.id };
}
