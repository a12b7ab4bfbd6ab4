import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { DUNNING_EXEMPTION, DUNNING_NOTICE, DUNNING_POLICY, DUNNING_STEP, PROMISE_TO_PAY } from './types';

const restricts = (type: string, ...relations: string[]): Constraint[] =>
  relations.map((relation) => ({ kind: 'restrict', type, relation }));

/** What the database itself refuses about dunning: above all a second notice of a step, and a second contact of a day. */
export const dunningConstraints: readonly Constraint[] = [
  ...restricts(DUNNING_POLICY, 'customerClass'),
  ...restricts(DUNNING_STEP, 'policy'),
  ...restricts(DUNNING_NOTICE, 'customer', 'invoice', 'step', 'feeInvoice'),
  ...restricts(PROMISE_TO_PAY, 'customer', 'invoice'),
  ...restricts(DUNNING_EXEMPTION, 'customer', 'invoice'),
  {
    kind: 'unique',
    type: DUNNING_POLICY,
    name: 'billing_dunning_policies_class',
    columns: ['customerClass'],
    when: '{active} = true and {customerClass} is not null',
    code: 'dunning.class_taken',
  },
  {
    kind: 'unique',
    type: DUNNING_POLICY,
    name: 'billing_dunning_policies_default',
    columns: ['active'],
    when: '{active} = true and {customerClass} is null',
    code: 'dunning.default_taken',
  },
  {
    kind: 'unique',
    type: DUNNING_STEP,
    name: 'billing_dunning_steps_day',
    columns: ['policy', 'day'],
    when: '{retired} = false',
    code: 'dunning.day_taken',
  },
  {
    kind: 'unique',
    type: DUNNING_NOTICE,
    name: 'billing_dunning_notices_step',
    columns: ['invoice', 'step'],
    code: 'dunning.step_taken_before',
  },
  {
    kind: 'unique',
    type: DUNNING_NOTICE,
    name: 'billing_dunning_notices_contact',
    columns: ['contact'],
    when: '{leads} = true',
    code: 'dunning.contacted_today',
  },
  {
    // A fee is charged once, or waived, or waits for the next invoice.
    kind: 'check',
    type: DUNNING_NOTICE,
    name: 'billing_dunning_notices_fee_once',
    condition: '{feeWaits} = false or ({feeInvoice} is null and {feeWaivedAt} is null and {fee} > 0)',
    code: 'dunning.fee_charged',
  },
  {
    kind: 'freeze',
    type: DUNNING_NOTICE,
    columns: [
      ...['customer', 'invoice', 'step', 'day', 'state', 'number', 'takenOn', 'takenAt', 'channel', 'contact', 'leads'],
      ...['template', 'warned', 'action', 'currency', 'amountDue', 'fee', 'feeLater', 'seller', 'buyer'],
    ],
  },
  { kind: 'freeze', type: PROMISE_TO_PAY, columns: ['customer', 'invoice', 'until', 'note', 'madeAt', 'madeBy'] },
  { kind: 'freeze', type: DUNNING_EXEMPTION, columns: ['customer', 'invoice', 'reason', 'madeAt', 'madeBy'] },
  { kind: 'index', type: DUNNING_NOTICE, name: 'billing_dunning_notices_invoice', columns: ['invoice', 'day'] },
  {
    kind: 'index',
    type: DUNNING_NOTICE,
    name: 'billing_dunning_notices_waiting',
    columns: ['customer'],
    when: '{feeWaits} = true',
  },
  { kind: 'index', type: DUNNING_NOTICE, name: 'billing_dunning_notices_fee', columns: ['feeInvoice'] },
  { kind: 'index', type: DUNNING_NOTICE, name: 'billing_dunning_notices_taken', columns: ['takenOn'] },
  { kind: 'index', type: DUNNING_NOTICE, name: 'billing_dunning_notices_customer', columns: ['customer', 'takenOn'] },
  {
    kind: 'index',
    type: DUNNING_NOTICE,
    name: 'billing_dunning_notices_together',
    columns: ['contact'],
    when: '{contact} is not null',
  },
  {
    kind: 'index',
    type: DUNNING_NOTICE,
    name: 'billing_dunning_notices_calls',
    columns: ['takenOn'],
    when: "{channel} = 'call' and {leads} = true and {callOutcome} is null",
  },
  { kind: 'index', type: PROMISE_TO_PAY, name: 'billing_promises_customer', columns: ['customer'] },
  { kind: 'index', type: DUNNING_EXEMPTION, name: 'billing_exemptions_customer', columns: ['customer'] },
  {
    kind: 'check',
    type: DUNNING_NOTICE,
    name: 'billing_dunning_notices_amounts',
    condition: '{amountDue} > 0 and {fee} >= 0',
    code: 'dunning.amount_wrong',
  },
];
