import { type Constraint, importConstraintsOf } from '@sanya/strapi-plugin-platform/kit';
import { contractTermsConstraints } from './contract-terms-constraints';
import { entitlementConstraints } from './entitlement-constraints';
import { peopleConstraints } from './people-constraints';
import { renewalConstraints } from './renewal-constraints';
import { serviceLevelConstraints } from './service-level-constraints';
import {
  BILLING_PERIOD,
  BILLING_RUN,
  CONTRACT,
  CONTRACT_IMPORT,
  CONTRACT_IMPORT_ROW,
  CONTRACT_LINE,
  SUSPENSION,
} from './types';
import { undoConstraints } from './undo-constraints';

const restrict = (type: string, ...relations: string[]): Constraint[] =>
  relations.map((relation) => ({ kind: 'restrict', type, relation }));

export const constraints: readonly Constraint[] = [
  ...undoConstraints,
  ...renewalConstraints,
  ...peopleConstraints,
  ...serviceLevelConstraints,
  ...contractTermsConstraints,
  ...restrict(CONTRACT, 'customer', 'order', 'invoice'),
  ...restrict(CONTRACT_LINE, 'contract', 'product', 'installedItem', 'orderLine', 'predecessor', 'feeInvoice'),
  ...restrict(SUSPENSION, 'contract'),
  ...restrict(BILLING_PERIOD, 'contract', 'line', 'invoice', 'billingRun'),
  {
    kind: 'unique',
    type: CONTRACT,
    name: 'contracts_contracts_number',
    columns: ['number'],
    when: '{number} is not null',
    code: 'contract.number_taken',
  },
  {
    kind: 'unique',
    type: CONTRACT,
    name: 'contracts_contracts_service_id',
    columns: ['serviceId'],
    when: '{serviceId} is not null',
    code: 'contract.number_taken',
  },
  {
    kind: 'check',
    type: CONTRACT,
    name: 'contracts_contracts_begun',
    condition: "{state} not in ('active', 'ended') or {startsOn} is not null",
    code: 'contract.waits',
  },
  {
    kind: 'check',
    type: CONTRACT,
    name: 'contracts_contracts_days',
    condition: '{endsOn} is null or {startsOn} is null or {endsOn} >= {startsOn}',
    code: 'contract.ends_before_start',
  },
  {
    // What was sold is promised once, whoever hears of its payment.
    kind: 'unique',
    type: CONTRACT_LINE,
    name: 'contracts_lines_order_line',
    columns: ['orderLine'],
    when: '{orderLine} is not null',
    code: 'contract.made_already',
  },
  {
    // Of what takes over from a line there is one at a time; what never did ends before it begins.
    kind: 'unique',
    type: CONTRACT_LINE,
    name: 'contracts_lines_successor',
    columns: ['predecessor'],
    when: '{predecessor} is not null and ({endsOn} is null or {endsOn} >= {startsOn})',
    code: 'contract.changed_already',
  },
  { kind: 'index', type: CONTRACT, name: 'contracts_contracts_state', columns: ['state', 'endsOn'] },
  {
    kind: 'index',
    type: CONTRACT,
    name: 'contracts_contracts_due',
    columns: ['nextBillOn', 'customer'],
    when: "{state} = 'active' and {nextBillOn} is not null and {parkedAt} is null",
  },
  {
    kind: 'index',
    type: CONTRACT,
    name: 'contracts_contracts_parked',
    columns: ['parkedAt', 'id'],
    when: "{state} = 'active' and {parkedAt} is not null",
  },
  { kind: 'index', type: CONTRACT, name: 'contracts_contracts_waiting', columns: ['state', 'agreedStart'] },
  {
    kind: 'index',
    type: CONTRACT,
    name: 'contracts_contracts_beginnings',
    columns: ['number'],
    beginnings: true,
  },
  {
    // A contract is off once at a time.
    kind: 'unique',
    type: SUSPENSION,
    name: 'contracts_suspensions_open',
    columns: ['contract'],
    when: '{resumesOn} is null',
    code: 'contract.suspended_already',
  },
  {
    kind: 'check',
    type: SUSPENSION,
    name: 'contracts_suspensions_days',
    condition: '{resumesOn} is null or {resumesOn} >= {startsOn}',
    code: 'contract.resumes_before',
  },
  {
    // What the customer was told by letter stays told.
    kind: 'freeze',
    type: SUSPENSION,
    columns: ['contract', 'cause', 'reason', 'letter'],
  },
  {
    // Each period is billed once: the run may die, be begun anew or run twice at the same time.
    kind: 'unique',
    type: BILLING_PERIOD,
    name: 'contracts_periods_start',
    columns: ['line', 'startsOn'],
    when: "{state} = 'billed'",
    code: 'contract.billed_already',
  },
  {
    kind: 'unique',
    type: BILLING_PERIOD,
    name: 'contracts_periods_number',
    columns: ['line', 'periodNumber'],
    when: "{state} = 'billed'",
    code: 'contract.billed_already',
  },
  {
    kind: 'check',
    type: BILLING_PERIOD,
    name: 'contracts_periods_days',
    condition: '{endsOn} >= {startsOn} and {amount} >= 0',
    code: 'contract.ends_before_start',
  },
  {
    kind: 'freeze',
    type: BILLING_PERIOD,
    columns: [
      ...['contract', 'line', 'periodNumber', 'startsOn', 'endsOn', 'amount', 'invoice', 'position', 'parts'],
      ...['billingRun', 'billedOn', 'carried', 'carriedFrom'],
    ],
  },
  {
    // What was done is done: an ended contract is renewed by another.
    kind: 'freeze',
    type: CONTRACT,
    when: "{state} in ('ended', 'cancelled')",
    columns: ['state', 'customer', 'order', 'startsOn', 'endsOn', 'currency', 'pricesIncludeTax', 'nextBillOn'],
  },
  {
    kind: 'unique',
    type: BILLING_RUN,
    name: 'contracts_runs_running',
    columns: ['state'],
    when: "{state} = 'running'",
    code: 'billing_run.running',
  },
  { kind: 'index', type: BILLING_RUN, name: 'contracts_runs_started', columns: ['startedAt'] },
  ...entitlementConstraints,
  ...importConstraintsOf('contracts_contract', {
    ...{ type: CONTRACT_IMPORT, rowType: CONTRACT_IMPORT_ROW, keyColumn: 'number' },
  }),
];
