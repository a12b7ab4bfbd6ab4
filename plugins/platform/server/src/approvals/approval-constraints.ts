import type { Constraint } from '../../../kit/src/constraints';
import { APPROVAL, APPROVAL_LIMIT } from './approval-store';

/** One question of a kind about a thing at a time, decided by somebody else, and never again. */
export const approvalConstraints: readonly Constraint[] = [
  {
    kind: 'unique',
    type: APPROVAL,
    name: 'platform_approvals_asked_once',
    columns: ['kind', 'subjectType', 'subjectId'],
    when: "{state} = 'asked'",
    code: 'approval.asked_already',
  },
  {
    kind: 'check',
    type: APPROVAL,
    name: 'platform_approvals_decided_by_another',
    condition: "{state} not in ('granted', 'refused') or ({decidedBy} is not null and {decidedBy} <> {askedBy})",
    code: 'approval.own_in_database',
  },
  {
    kind: 'freeze',
    type: APPROVAL,
    when: "{state} <> 'asked'",
    columns: [
      ...['kind', 'state', 'subjectType', 'subjectId', 'subjectDocumentId', 'subjectName', 'customerId'],
      ...['customerName', 'words', 'amount', 'currency', 'reason', 'payload', 'askedBy', 'askedByName', 'askedAt'],
      ...['decidedBy', 'decidedByName', 'decidedAt', 'comment'],
    ],
  },
  { kind: 'index', type: APPROVAL, name: 'platform_approvals_waiting', columns: ['state', 'kind', 'id'] },
  { kind: 'index', type: APPROVAL, name: 'platform_approvals_asked_by', columns: ['askedBy', 'id'] },
  { kind: 'index', type: APPROVAL, name: 'platform_approvals_subject', columns: ['subjectType', 'subjectId'] },
  {
    kind: 'unique',
    type: APPROVAL_LIMIT,
    name: 'platform_approval_limits_role',
    columns: ['kind', 'role'],
    code: 'row.already_there',
  },
];
