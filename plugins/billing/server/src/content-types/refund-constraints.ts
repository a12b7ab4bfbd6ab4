import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { REFUND } from './types';

const UNDER_WAY = "{state} in ('requested', 'approved', 'sending')";

/** What the database itself refuses about money that goes back. */
export const refundConstraints: readonly Constraint[] = [
  { kind: 'restrict', type: REFUND, relation: 'customer' },
  { kind: 'restrict', type: REFUND, relation: 'payment' },
  { kind: 'restrict', type: REFUND, relation: 'creditNote' },
  { kind: 'restrict', type: REFUND, relation: 'cardPayment' },
  { kind: 'unique', type: REFUND, name: 'billing_refunds_number', columns: ['number'], code: 'refund.number_taken' },
  {
    kind: 'unique',
    type: REFUND,
    name: 'billing_refunds_payment_under_way',
    columns: ['payment'],
    when: `{payment} is not null and ${UNDER_WAY}`,
    code: 'refund.under_way',
  },
  {
    kind: 'unique',
    type: REFUND,
    name: 'billing_refunds_note_under_way',
    columns: ['creditNote'],
    when: `{creditNote} is not null and ${UNDER_WAY}`,
    code: 'refund.under_way',
  },
  {
    // The same line of a bank statement never stands for two refunds.
    kind: 'unique',
    type: REFUND,
    name: 'billing_refunds_reference',
    columns: ['reference'],
    when: '{reference} is not null',
    code: 'refund.reference_used',
  },
  {
    kind: 'check',
    type: REFUND,
    name: 'billing_refunds_amount',
    condition: '{amount} > 0 and ({payment} is null) <> ({creditNote} is null)',
    code: 'refund.amount_wrong',
  },
  {
    kind: 'check',
    type: REFUND,
    name: 'billing_refunds_sent',
    condition:
      "({state} in ('sent', 'confirmed')) = ({sentOn} is not null) and ({sentOn} is null) = ({reference} is null)",
    code: 'refund.sent_wrong',
  },
  {
    kind: 'check',
    type: REFUND,
    name: 'billing_refunds_card',
    condition: "{state} <> 'sending' or ({cardPayment} is not null and {askAt} is not null)",
    code: 'refund.card_wrong',
  },
  {
    kind: 'freeze',
    type: REFUND,
    columns: [
      ...['number', 'customer', 'payment', 'creditNote', 'currency', 'amount', 'reason', 'requestedAt', 'requestedBy'],
      ...['seller', 'buyer'],
    ],
  },
  { kind: 'index', type: REFUND, name: 'billing_refunds_state', columns: ['state', 'id'] },
  {
    kind: 'index',
    type: REFUND,
    name: 'billing_refunds_ask',
    columns: ['askAt', 'id'],
    when: "{state} = 'sending'",
  },
  { kind: 'index', type: REFUND, name: 'billing_refunds_card_payment', columns: ['cardPayment', 'state'] },
  { kind: 'index', type: REFUND, name: 'billing_refunds_customer', columns: ['customer', 'state'] },
];
