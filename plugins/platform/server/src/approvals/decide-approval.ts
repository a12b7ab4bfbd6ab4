import { conflict, forbidden, next } from '../../../kernel/src';
import type { ApprovalRow, ApprovalState } from '../../../kit/src/approvals';
import { approvalLife } from './approval-life';

export interface Verdict {
  verb: 'grant' | 'refuse' | 'withdraw';
  /** Key of the caller, and whether they hold the permission that decides this kind. */
  by: string;
  mayDecide: boolean;
}

/**
 * Where a verdict leads. Nobody decides what they asked for themselves, and nobody else takes it back; what was decided
 * stays so.
 */
export function decideApproval(
  { state, askedBy, subjectName }: Pick<ApprovalRow, 'state' | 'askedBy' | 'subjectName'>,
  { verb, by, mayDecide }: Verdict,
): ApprovalState {
  const params = { subject: subjectName };
  if (verb === 'withdraw' && by !== askedBy) throw forbidden('approval.not_yours', { params });
  if (verb !== 'withdraw' && by === askedBy) throw forbidden('approval.own', { params });
  if (verb !== 'withdraw' && !mayDecide) throw forbidden('approval.not_yours_to_decide', { params });
  const after = next(approvalLife, state, verb);
  if (!after) throw conflict('approval.decided_already', { params });
  return after;
}
