import type { BillingDoors } from '../../doors';
import type { Customer } from '../../types';

/** As the list of certificates and the page of one read it. */
export interface Certificate extends Omit<BillingDoors['POST /billing/certificates/:id/receive']['answers'], 'id'> {
  customer?: Customer | null;
  payment?: { documentId: string } | null;
  scan?: { documentId: string } | null;
}

export type PendingCustomer = BillingDoors['GET /billing/pending-certificates']['answers'][number];

export const mayReceive = 'plugin::billing.certificate.receive';
