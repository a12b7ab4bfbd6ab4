import type { Customer } from './types';

export type ChequeState = 'received' | 'deposited' | 'cleared' | 'bounced' | 'returned';

/** Amounts are minor units as text. */
export interface Cheque {
  documentId: string;
  state: ChequeState;
  bank: string;
  bankBranch: string | null;
  number: string;
  chequeDate: string;
  currency: string;
  amount: string;
  receivedOn: string;
  depositedOn: string | null;
  depositAccount: { bank: string; number: string } | null;
  clearedOn: string | null;
  bouncedOn: string | null;
  bounceReason: string | null;
  returnReason: string | null;
  note: string | null;
  customer?: Customer | null;
  payment?: { documentId: string } | null;
  feeInvoice?: { documentId: string; number: string } | null;
  lines?: ChequeLine[];
}

export interface ChequeLine {
  documentId: string;
  cash: string;
  withheld: string;
  deduction: string;
  invoice?: { documentId: string; number: string; state: string } | null;
  cheque?: Pick<Cheque, 'documentId' | 'number' | 'chequeDate' | 'state'> | null;
}

export const bankOf = ({ bank, bankBranch }: Pick<Cheque, 'bank' | 'bankBranch'>): string =>
  [bank, bankBranch].filter(Boolean).join(' ');
