import type { ApprovalKind, ApprovalRow, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../content-types/types';
import { cancelUnapproved } from '../use-cases/cancel-unapproved';
import { releaseOrders } from '../use-cases/release-orders';

/** A salesperson gives this much without asking: ten percent, in millionths. */
const SALES_DISCOUNT = 100_000n;

const ordersOf = (approvals: readonly ApprovalRow[]): number[] => [
  ...new Set(approvals.map((approval) => approval.subjectId)),
];

/** An order goes on when the last of its questions is granted, and ends when one is refused. */
const decided = {
  locks: CUSTOMER,
  granted: (tools: Tools, approvals: readonly ApprovalRow[]) => releaseOrders(tools, ordersOf(approvals)),
  refused: (tools: Tools, approvals: readonly ApprovalRow[]) => cancelUnapproved(tools, ordersOf(approvals)),
};

export const approvals: readonly ApprovalKind[] = [
  {
    code: 'credit',
    name: { th: 'ขายเกินวงเงินเครดิต', en: 'Order above credit' },
    permission: 'order.approve-credit',
    ...decided,
  },
  {
    code: 'discount',
    name: { th: 'ส่วนลดเกินอำนาจ', en: 'Discount' },
    permission: 'order.approve-discount',
    limits: { unit: 'rate', roles: { sales: SALES_DISCOUNT } },
    ...decided,
  },
];
