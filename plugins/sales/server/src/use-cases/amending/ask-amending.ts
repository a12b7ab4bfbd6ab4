import { conflict, moneyParam } from '@sanya/strapi-plugin-platform/kernel';
import type { ApprovalRow, Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../../content-types/types';
import type { LockedOrder } from '../lock-orders';
import type { OrderQuestion } from '../order-questions';
import type { AmendOrder } from './amend-orders';

type Kept = Omit<AmendOrder, 'order'>;

/** Amounts are text in what is kept as data. */
const kept = ({ lines, add, reason }: AmendOrder): Record<string, unknown> => ({
  ...{ lines, reason },
  add: add.map(({ unitPrice, discount, ...wish }) => ({
    ...wish,
    ...(unitPrice === undefined ? {} : { unitPrice: String(unitPrice) }),
    ...(discount === undefined ? {} : { discount: String(discount) }),
  })),
});

/** The change that was asked for; none where the question is another. */
export const wishOf = ({ subjectId, payload }: ApprovalRow): AmendOrder[] => {
  const amend = payload?.amend as Kept | undefined;
  if (!amend) return [];
  const add = amend.add.map(({ unitPrice, discount, ...wish }) => ({
    ...wish,
    ...(unitPrice === undefined ? {} : { unitPrice: BigInt(unitPrice) }),
    ...(discount === undefined ? {} : { discount: BigInt(discount) }),
  }));
  return [{ ...amend, add, order: subjectId }];
};

/**
 * Asks whether an order may be changed so: the change is kept with the questions, and made when all are granted. One
 * change waits at a time: of two the order could become only one.
 */
export async function askAmending(
  { platform }: Tools,
  { order, customer }: LockedOrder,
  wish: AmendOrder,
  more: bigint,
  questions: readonly OrderQuestion[],
): Promise<Ref[]> {
  const waiting = await platform.approvals.of(ORDER, [order.id]);
  if (waiting.some(({ state }) => state === 'asked')) throw conflict('approval.asked_already');
  const name = order.number ?? '';
  const money = (amount: bigint) => moneyParam(amount, order.currency);
  const said = { order: name, customer: customer.name, more: money(more), total: money(order.total + more) };
  return platform.approvals.ask(
    questions.map(({ kind, words, params, code = `approval.${kind}.amend_asked` }) => ({
      kind,
      subject: { type: ORDER, id: order.id, documentId: order.documentId, name },
      customer: { id: order.customer, name: customer.name },
      words: [{ code, params: { ...said, ...params } }, ...words],
      amount: order.total + more,
      currency: order.currency,
      reason: wish.reason,
      payload: { amend: kept(wish) },
    })),
  );
}
