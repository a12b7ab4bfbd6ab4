import type { Invoice } from './types';

/** The state as the office says it: overdue and partly paid follow from the day and the amounts. */
export function shownState({ state, dueDate, amountDue, total }: Invoice, today: string): string {
  if (state !== 'open') return state;
  if (dueDate !== null && dueDate < today) return 'overdue';
  return BigInt(amountDue) < BigInt(total) ? 'partly_paid' : 'open';
}

export const buyerName = (invoice: Invoice): string => invoice.buyer?.name ?? invoice.customer?.name ?? '';
