import type { Customer } from '../../types';

/** Amounts are minor units as text. */
export interface Certificate {
  documentId: string;
  state: 'pending' | 'received' | 'checked' | 'disputed' | 'dropped';
  currency: string;
  paidOn: string;
  taxYear: number;
  amount: string;
  base: string;
  statedAmount: string | null;
  book: string | null;
  number: string | null;
  certifiedOn: string | null;
  receivedOn: string | null;
  checkNote: string | null;
  disputeReason: string | null;
  chasedOn: string | null;
  customer?: Customer | null;
  payment?: { documentId: string } | null;
  scan?: { documentId: string } | null;
}

export interface PendingCustomer {
  customer: string;
  name: string;
  email: string | null;
  certificates: number;
  amount: string;
  oldest: string;
  current: string;
  past30: string;
  past60: string;
  past90: string;
  chasedOn: string | null;
}

export const mayReceive = 'plugin::billing.certificate.receive';
