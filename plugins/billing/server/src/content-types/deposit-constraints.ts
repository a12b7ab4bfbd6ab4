import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, DEPOSIT } from './types';

/** What the database itself refuses about deposits. */
export const depositConstraints: readonly Constraint[] = [
  { kind: 'restrict', type: DEPOSIT, relation: 'customer' },
  { kind: 'restrict', type: DEPOSIT, relation: 'invoice' },
  { kind: 'restrict', type: ALLOCATION, relation: 'deposit' },
  {
    kind: 'unique',
    type: DEPOSIT,
    name: 'billing_deposits_invoice',
    columns: ['invoice'],
    code: 'deposit.invoice_taken',
  },
  { kind: 'freeze', type: DEPOSIT, columns: ['kind', 'customer', 'invoice', 'currency', 'description', 'askedAt'] },
  { kind: 'index', type: DEPOSIT, name: 'billing_deposits_customer', columns: ['customer', 'state'] },
  {
    kind: 'index',
    type: ALLOCATION,
    name: 'billing_allocations_deposit',
    columns: ['deposit'],
    when: '{deposit} is not null',
  },
];
