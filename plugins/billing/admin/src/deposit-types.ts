import type { BillingDoors } from './doors';
import type { Customer } from './types';

export type DepositStanding = BillingDoors['GET /billing/deposits/:id/standing']['answers'];

export interface Deposit {
  documentId: string;
  kind: 'advance' | 'untaxed_advance' | 'security';
  state: 'open' | 'returned' | 'forfeited';
  currency: string;
  description: string;
  askedAt: string;
  endedOn: string | null;
  endReason: string | null;
  customer?: Customer | null;
  invoice?: { documentId: string; number: string; total: string; state: string } | null;
}
