import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { GATEWAY_EVENT, PAYMENT, PAYMENT_METHOD } from './types';

const WAITING = "{state} in ('initiated', 'pending', 'unknown')";

/** What the database itself refuses about cards and slips, and where it looks first. */
export const gatewayConstraints: readonly Constraint[] = [
  {
    kind: 'unique',
    type: GATEWAY_EVENT,
    name: 'billing_gateway_events_once',
    columns: ['gateway', 'eventId'],
    code: 'gateway_event.known',
  },
  { kind: 'restrict', type: GATEWAY_EVENT, relation: 'payment' },
  { kind: 'index', type: GATEWAY_EVENT, name: 'billing_gateway_events_state', columns: ['state', 'askAt'] },
  {
    kind: 'index',
    type: GATEWAY_EVENT,
    name: 'billing_gateway_events_past',
    columns: ['receivedAt'],
    when: "{state} in ('handled', 'ignored')",
  },
  {
    kind: 'unique',
    type: PAYMENT,
    name: 'billing_payments_charge',
    columns: ['gateway', 'chargeId'],
    when: '{chargeId} is not null',
    code: 'payment.charge_used',
  },
  {
    // Two cards at once for one invoice would be charged both.
    kind: 'unique',
    type: PAYMENT,
    name: 'billing_payments_card_under_way',
    columns: ['invoice'],
    when: "{method} = 'card' and {state} in ('initiated', 'pending', 'unknown', 'to_check')",
    code: 'payment.card_under_way',
  },
  {
    // However many instances charge what is due: each try of an invoice is one payment.
    kind: 'unique',
    type: PAYMENT,
    name: 'billing_payments_debit_attempt',
    columns: ['invoice', 'debitAttempt'],
    when: '{debitAttempt} is not null',
    code: 'payment.debit_attempt_made',
  },
  {
    kind: 'unique',
    type: PAYMENT,
    name: 'billing_payments_slip_key',
    columns: ['slipKey'],
    when: "{slipKey} is not null and {state} not in ('rejected', 'failed', 'reversed')",
    code: 'payment.slip_used',
  },
  { kind: 'restrict', type: PAYMENT, relation: 'paymentMethod' },
  { kind: 'restrict', type: PAYMENT_METHOD, relation: 'customer' },
  {
    kind: 'unique',
    type: PAYMENT_METHOD,
    name: 'billing_payment_methods_card',
    columns: ['gateway', 'gatewayCard'],
    code: 'payment_method.known',
  },
  {
    kind: 'check',
    type: PAYMENT_METHOD,
    name: 'billing_payment_methods_removed',
    condition: "({state} = 'removed') = ({removedAt} is not null) and ({state} = 'active' or not {isDefault})",
    code: 'payment_method.removed_wrong',
  },
  {
    kind: 'freeze',
    type: PAYMENT_METHOD,
    columns: [
      ...['gateway', 'gatewayCustomer', 'gatewayCard', 'brand', 'lastFour', 'expiryMonth', 'expiryYear'],
      ...['consentedAt', 'consentedBy'],
    ],
  },
  {
    kind: 'check',
    type: PAYMENT_METHOD,
    name: 'billing_payment_methods_auto_debit',
    condition: "{state} = 'active' or {autoDebitSince} is null",
    code: 'payment_method.removed_wrong',
  },
  {
    kind: 'index',
    type: PAYMENT_METHOD,
    name: 'billing_payment_methods_auto_debit_since',
    columns: ['customer'],
    when: '{autoDebitSince} is not null',
  },
  { kind: 'index', type: PAYMENT_METHOD, name: 'billing_payment_methods_customer', columns: ['customer', 'state'] },
  { kind: 'index', type: PAYMENT, name: 'billing_payments_ask_at', columns: ['askAt'], when: WAITING },
];
