import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { CHEQUE, CHEQUE_LINE } from './types';

/** What the database itself refuses about cheques. */
export const chequeConstraints: readonly Constraint[] = [
  { kind: 'restrict', type: CHEQUE, relation: 'customer' },
  { kind: 'restrict', type: CHEQUE, relation: 'payment' },
  { kind: 'restrict', type: CHEQUE, relation: 'feeInvoice' },
  { kind: 'restrict', type: CHEQUE_LINE, relation: 'cheque' },
  { kind: 'restrict', type: CHEQUE_LINE, relation: 'invoice' },
  {
    // One that was given back may come again.
    kind: 'unique',
    type: CHEQUE,
    name: 'billing_cheques_key',
    columns: ['customer', 'key'],
    when: "{state} <> 'returned'",
    code: 'cheque.taken',
  },
  {
    kind: 'unique',
    type: CHEQUE,
    name: 'billing_cheques_payment',
    columns: ['payment'],
    when: '{payment} is not null',
    code: 'cheque.payment_taken',
  },
  {
    kind: 'check',
    type: CHEQUE,
    name: 'billing_cheques_good',
    condition:
      "{amount} > 0 and ({state} <> 'cleared' or ({payment} is not null and {clearedOn} is not null)) and ({state} not in ('deposited', 'cleared') or {depositedOn} is not null)",
    code: 'cheque.incomplete',
  },
  {
    kind: 'check',
    type: CHEQUE_LINE,
    name: 'billing_cheque_lines_parts',
    condition: '{cash} >= 0 and {withheld} >= 0 and {deduction} >= 0 and {cash} + {withheld} + {deduction} > 0',
    code: 'cheque.incomplete',
  },
  {
    kind: 'freeze',
    type: CHEQUE,
    columns: [
      ...['customer', 'bank', 'bankBranch', 'number', 'key', 'chequeDate', 'currency', 'amount', 'receivedOn'],
      'receivedBy',
    ],
  },
  {
    kind: 'freeze',
    type: CHEQUE_LINE,
    columns: ['cheque', 'position', 'invoice', 'cash', 'withheld', 'deduction', 'deductionReason', 'deductionKind'],
  },
  { kind: 'index', type: CHEQUE, name: 'billing_cheques_state', columns: ['state', 'chequeDate'] },
  { kind: 'index', type: CHEQUE, name: 'billing_cheques_customer', columns: ['customer', 'state'] },
  { kind: 'index', type: CHEQUE, name: 'billing_cheques_slip', columns: ['depositSlip'] },
];
