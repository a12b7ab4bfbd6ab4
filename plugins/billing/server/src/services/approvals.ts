import type { ApprovalKind } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../content-types/types';
import { approveRefunds } from '../use-cases/approve-refunds';
import { cancelRefunds } from '../use-cases/cancel-refunds';

/** Up to this a clerk sends money back without asking; minor units. */
const CLERK_REFUNDS = 500_000n;

/** What of billing somebody else has to grant above a limit. */
export const approvals: readonly ApprovalKind[] = [
  {
    code: 'refund',
    name: { th: 'คืนเงิน', en: 'Refund' },
    permission: 'refund.approve',
    limits: { unit: 'money', roles: { billing: CLERK_REFUNDS } },
    locks: CUSTOMER,
    granted: async ({ platform }, list) => {
      await approveRefunds(
        platform,
        list.map((approval) => approval.subjectId),
      );
    },
    refused: async ({ platform }, list) => {
      await cancelRefunds(
        platform,
        list.map(({ subjectId, comment }) => ({
          refund: subjectId,
          reason: comment ?? platform.messages.say('th', 'refund.taken_back'),
        })),
      );
    },
  },
];
