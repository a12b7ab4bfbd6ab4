import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT_LINE, ENTITLEMENT_ENTRY } from './types';

const type = ENTITLEMENT_ENTRY;

export const entitlementConstraints: readonly Constraint[] = [
  { kind: 'restrict', type, relation: 'contract' },
  { kind: 'restrict', type, relation: 'line' },
  {
    // Whatever is told twice is entered once.
    kind: 'unique',
    type,
    name: 'contracts_entitlements_cause',
    columns: ['cause'],
    when: '{cause} is not null',
    code: 'entitlement.entered_already',
  },
  {
    kind: 'check',
    type,
    name: 'contracts_entitlements_signs',
    condition:
      "({kind} in ('change', 'carry', 'expire', 'adjust') and {amount} <> 0) or ({kind} = 'use' and {amount} < 0) or ({kind} in ('grant', 'give_back', 'top_up') and {amount} > 0)",
    code: 'entitlement.quantity_not_positive',
  },
  {
    // Nobody uses more than there is, however many do so at once.
    kind: 'forbid',
    type,
    name: 'contracts_entitlements_left',
    on: 'insert',
    when: '{new.amount} < 0',
    condition: `{new.amount} + (select coalesce(sum(e.{${type}#amount}), 0) from {${type}} e
      where e.{${type}#line} = {new.line} and e.{${type}#unit} = {new.unit}) < 0`,
    code: 'entitlement.too_little_left',
  },
  {
    kind: 'freeze',
    type,
    columns: [
      ...['contract', 'line', 'unit', 'kind', 'amount', 'periodStart', 'happenedOn', 'cause', 'reason'],
      'recordedAt',
    ],
  },
  { kind: 'index', type, name: 'contracts_entitlements_line', columns: ['line', 'unit', 'periodStart'] },
  { kind: 'index', type, name: 'contracts_entitlements_contract', columns: ['contract', 'happenedOn'] },
  {
    kind: 'index',
    type: CONTRACT_LINE,
    name: 'contracts_lines_entitlements_due',
    columns: ['entitlementsDueOn'],
    when: '{entitlementsDueOn} is not null',
  },
];
