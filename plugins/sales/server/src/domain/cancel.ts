import { conflict, move } from '@sanya/strapi-plugin-platform/kernel';
import { orderMachine, type OrderState } from './order-machine';

/** What is known of the invoice of an order that somebody wants to cancel. */
export interface CancelInvoice {
  id: number;
  number: string | null;
  state: string;
  /** It asks for nothing, and was paid by being issued. */
  free: boolean;
  /** Money or credit stands against it. */
  settled: boolean;
  /** All of it was credited: nothing is asked or owed any more. */
  credited: boolean;
  /** A tax invoice was made for some of it. */
  taxed: boolean;
}

export interface CancelFacts {
  number: string;
  state: OrderState;
  /** Something of it was handed over. */
  handedOver: boolean;
  invoice: CancelInvoice | null;
  by: 'customer' | 'staff';
}

export interface Cancellation {
  state: OrderState;
  /** Id of the invoice to void; null where there is none or it needs nothing. */
  voidInvoice: number | null;
}

const GONE = new Set(['void', 'discarded']);

/** Whether these invoices, all that an order has, ask for nothing any more. */
export const asksNothing = (invoices: readonly CancelInvoice[]): boolean =>
  invoices.length > 0 && invoices.every(({ credited, state }) => credited || GONE.has(state));

/**
 * Whether an order can be cancelled, and what becomes of its invoice. What was paid or taxed is credited first: an
 * issued tax document is corrected by another, never taken back.
 */
export function planCancellation(facts: CancelFacts): Cancellation {
  const state = move(orderMachine, facts.state, 'cancel');
  const params = { order: facts.number };
  // Credited whole, what was handed over is settled too: only the rest waits for its stock to be free.
  if (facts.handedOver && !facts.invoice?.credited) throw conflict('order.handed_over', { params });
  if (facts.by === 'customer' && facts.state === 'fulfilling') throw conflict('order.being_fulfilled', { params });
  const { invoice } = facts;
  if (!invoice || invoice.credited || GONE.has(invoice.state)) return { state, voidInvoice: null };
  // There is nothing to take back.
  if (invoice.free && invoice.state === 'paid' && !invoice.taxed) return { state, voidInvoice: null };
  if (invoice.settled || invoice.taxed || invoice.state !== 'open') {
    throw conflict('order.invoice_credit_first', { params: { ...params, invoice: invoice.number ?? '' } });
  }
  return { state, voidInvoice: invoice.id };
}
