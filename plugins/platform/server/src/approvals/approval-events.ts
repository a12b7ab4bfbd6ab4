import type { ApprovalRow, ApprovalState } from '../../../kit/src/approvals';
import type { NewEvent } from '../../../kit/src/events';
import { APPROVAL } from './approval-store';

export const approvalEvent = (name: ApprovalState, approval: ApprovalRow): NewEvent => ({
  name: `approval.${name}`,
  subject: { type: APPROVAL, id: approval.id, documentId: approval.documentId },
  customer: approval.customerId,
  ...(name === 'asked' ? {} : { before: { state: 'asked' } }),
  after: {
    state: name,
    kind: approval.kind,
    subject: approval.subjectName,
    ...(approval.amount === null ? {} : { amount: approval.amount, currency: approval.currency }),
    ...(approval.comment ? { comment: approval.comment } : {}),
  },
});
