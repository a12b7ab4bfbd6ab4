import { keepWords } from '@sanya/strapi-plugin-platform/kernel';
import type { ApprovalKind, ApprovalRow, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, DUNNING_NOTICE } from '../content-types/types';
import { type End, ENDS } from '../use-cases/ask-to-end-invoices';
import { approveRefunds } from '../use-cases/approve-refunds';
import { cancelRefunds } from '../use-cases/cancel-refunds';
import { dropWaitingFee } from '../use-cases/dunning/waiting-fees';

/** Up to this a clerk sends money back without asking; minor units. */
const CLERK_REFUNDS = 500_000n;

/** Up to this a clerk waives late fees without asking; minor units. */
const CLERK_WAIVERS = 100_000n;

/** Ending an invoice without its money: what was asked for is done when it is granted, and nothing when it is not. */
const ending = (end: End) => ({
  code: end,
  permission: `invoice.approve-${end}`,
  limits: { unit: 'money' as const, roles: {} },
  locks: CUSTOMER,
  granted: async ({ platform }: Tools, list: readonly ApprovalRow[]) => {
    for (const { subjectId, payload } of list) {
      await ENDS[end].does(platform, [subjectId], String(payload?.reason ?? ''));
    }
  },
  refused: async () => undefined,
});

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
          reason: comment ?? keepWords('refund.taken_back'),
        })),
      );
    },
  },
  { ...ending('void'), name: { th: 'ยกเลิกใบแจ้งหนี้', en: 'Void of an invoice' } },
  {
    ...ending('fee-waiver'),
    granted: async ({ platform }, list) => {
      for (const { subjectType, subjectId, payload } of list) {
        const reason = String(payload?.reason ?? '');
        if (subjectType === DUNNING_NOTICE) await dropWaitingFee(platform, subjectId, reason);
        else await ENDS['fee-waiver'].does(platform, [subjectId], reason);
      }
    },
    name: { th: 'ยกเว้นค่าปรับชำระล่าช้า', en: 'Waiver of a late fee' },
    limits: { unit: 'money', roles: { billing: CLERK_WAIVERS } },
  },
  { ...ending('write-off'), name: { th: 'ตัดหนี้สูญ', en: 'Write-off' } },
];
