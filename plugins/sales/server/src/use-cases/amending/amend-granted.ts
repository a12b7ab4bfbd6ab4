import type { ApprovalRow, Tools } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../../content-types/types';
import { amendOrders } from './amend-orders';
import { wishOf } from './ask-amending';

const ofAmending = (approvals: readonly ApprovalRow[]): ApprovalRow[] =>
  approvals.filter(({ subjectType, payload }) => subjectType === ORDER && payload?.amend !== undefined);

/** Changes orders whose last question is granted, as they were to be changed. */
export async function amendGranted(tools: Tools, approvals: readonly ApprovalRow[]): Promise<void> {
  const decided = ofAmending(approvals);
  if (decided.length === 0) return;
  const asked = await tools.platform.approvals.of(
    ORDER,
    decided.map(({ subjectId }) => subjectId),
  );
  const waits = new Set(asked.flatMap(({ subjectId, state }) => (state === 'asked' ? [subjectId] : [])));
  const wishes = new Map(decided.flatMap(wishOf).map((wish) => [wish.order, wish]));
  await amendOrders(
    tools,
    [...wishes.values()].filter(({ order }) => !waits.has(order)),
    'granted',
  );
}

/** An order that may not be changed so stays as it is; what else was asked about the change is not asked any more. */
export const keepUnamended = async ({ platform }: Tools, approvals: readonly ApprovalRow[]): Promise<void> => {
  const orders = ofAmending(approvals).map(({ subjectId }) => subjectId);
  if (orders.length > 0) await platform.approvals.withdraw(ORDER, orders);
};
