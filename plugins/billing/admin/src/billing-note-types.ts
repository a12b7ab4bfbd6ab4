import type { BillingDoors } from './doors';
import type { Customer } from './types';

export type BillingDays = BillingDoors['GET /billing/customers/:id/billing-days']['answers'];
export type DayRule = BillingDays['billing'][number];
export type Proposal = BillingDoors['GET /billing/billing-note-proposals']['answers'][number];

/** Amounts are minor units as text. */
export interface BillingNote {
  documentId: string;
  number: string;
  state: 'issued' | 'cancelled';
  currency: string;
  billedOn: string;
  payOn: string;
  total: string;
  note: string | null;
  cancelReason: string | null;
  customer?: Customer | null;
  lines?: BillingNoteLine[];
}

export interface BillingNoteLine {
  documentId: string;
  invoiceNumber: string;
  issuedOn: string;
  dueDate: string;
  total: string;
  open: string;
  invoice?: { documentId: string; state: string; amountDue: string } | null;
}
