import type { ApprovalKind, ApprovalRow, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, ORDER, QUOTE } from '../content-types/types';
import { amendGranted, keepUnamended } from '../use-cases/amending/amend-granted';
import { cancelUnapproved } from '../use-cases/cancel-unapproved';
import { type SendQuote, sendQuotes } from '../use-cases/quotes/send-quotes';
import { releaseOrders } from '../use-cases/release-orders';

/** A salesperson gives this much without asking: ten percent, in millionths. */
const SALES_DISCOUNT = 100_000n;

const subjectsOf = (type: string, approvals: readonly ApprovalRow[]): number[] => [
  ...new Set(approvals.flatMap(({ subjectType, subjectId }) => (subjectType === type ? [subjectId] : []))),
];

/** A quote goes out as it was to be sent; one that is refused stays a draft. */
const wishesOf = (approvals: readonly ApprovalRow[]): SendQuote[] =>
  approvals.flatMap(({ subjectType, subjectId, payload }) =>
    subjectType === QUOTE
      ? [{ id: subjectId, mail: payload?.mail === true, salesPerson: Number(payload?.salesPerson) || null }]
      : [],
  );

/** An order goes on, or is changed, when the last of its questions is granted; it ends, or stays, when one is refused. */
const decided = {
  locks: CUSTOMER,
  granted: async (tools: Tools, approvals: readonly ApprovalRow[]) => {
    await releaseOrders(tools, subjectsOf(ORDER, approvals));
    await amendGranted(tools, approvals);
    await sendQuotes(tools, wishesOf(approvals));
  },
  refused: async (tools: Tools, approvals: readonly ApprovalRow[]) => {
    await cancelUnapproved(tools, subjectsOf(ORDER, approvals));
    await keepUnamended(tools, approvals);
  },
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
