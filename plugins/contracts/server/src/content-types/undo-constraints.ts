import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_PERIOD, BILLING_UNDO, BILLING_UNDO_ITEM, CONTRACT } from './types';

/** What the database keeps of runs that are undone. */
export const undoConstraints: readonly Constraint[] = [
  { kind: 'restrict', type: BILLING_UNDO, relation: 'run' },
  { kind: 'restrict', type: BILLING_UNDO_ITEM, relation: 'undo' },
  { kind: 'restrict', type: BILLING_UNDO_ITEM, relation: 'invoice' },
  {
    kind: 'unique',
    type: BILLING_UNDO,
    name: 'contracts_undos_running',
    columns: ['state'],
    when: "{state} = 'running'",
    code: 'billing_undo.running',
  },
  {
    // Whoever comes second finds it done.
    kind: 'unique',
    type: BILLING_UNDO_ITEM,
    name: 'contracts_undo_items_once',
    columns: ['undo', 'invoice'],
    code: 'billing_undo.running',
  },
  { kind: 'freeze', type: BILLING_UNDO_ITEM, columns: ['undo', 'invoice', 'outcome', 'settle', 'settled', 'problem'] },
  {
    kind: 'index',
    type: BILLING_PERIOD,
    name: 'contracts_periods_run',
    columns: ['billingRun', 'invoice'],
    when: "{state} = 'billed' and {billingRun} is not null",
  },
  {
    kind: 'index',
    type: CONTRACT,
    name: 'contracts_contracts_held',
    columns: ['heldUntil'],
    when: '{heldUntil} is not null',
  },
];
