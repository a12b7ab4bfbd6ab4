import { move } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../content-types/types';
import { orderMachine } from '../domain/order-machine';
import { ordersStore } from '../stores/orders';
import { invoiceOrders, type StandingOrder } from './invoice-orders';
import { lockOrders } from './lock-orders';
import { orderEvent } from './order-events';
import { orderParties } from './order-parties';
import { creditQuestions, orderApproval } from './order-questions';

/**
 * Lets orders go on of which nothing is asked any more: they are placed, and invoiced as of today. One that waited for
 * something else than its credit is looked at again: others may have used up the limit meanwhile.
 */
export const releaseOrders = async (tools: Tools, ids: readonly number[]): Promise<void> => {
  const { platform } = tools;
  await platform.transaction(async () => {
    const asked = await platform.approvals.of(ORDER, ids);
    const locked = (await lockOrders(tools, ids)).filter(
      ({ order }) =>
        order.state === 'awaiting_approval' &&
        !asked.some((approval) => approval.subjectId === order.id && approval.state === 'asked'),
    );
    const isGranted = (order: number): boolean =>
      asked.some(({ subjectId, kind, state }) => subjectId === order && kind === 'credit' && state === 'granted');
    const doubtful = locked.filter(({ order }) => !isGranted(order.id));
    const questions = await creditQuestions(
      tools,
      doubtful.map(({ order }) => ({ customer: order.customer, amount: order.total })),
    );
    const held = doubtful.filter((_, index) => (questions[index] ?? []).length > 0);
    await platform.approvals.ask(
      doubtful.flatMap(({ order, customer }, index) =>
        (questions[index] ?? []).map((question) => orderApproval(order, customer.name, question)),
      ),
    );

    const free = locked.filter((one) => !held.includes(one));
    const parties = await orderParties(
      tools,
      free.map(({ order: { customer, contact, poNumber } }) => ({
        customer,
        contact: contact ?? undefined,
        poNumber: poNumber ?? undefined,
      })),
    );
    const waitsSince = platform.clock.now();
    const standing = free.flatMap(({ order, lines }, index): StandingOrder[] => {
      const own = parties[index];
      const state = move(orderMachine, order.state, 'release');
      return own ? [{ ...own, order: { ...order, state, waitsSince }, lines }] : [];
    });
    await ordersStore(platform.rows).update(standing.map(({ order: { id, state } }) => ({ id, state, waitsSince })));
    await invoiceOrders(tools, standing, ({ order, invoice }) =>
      orderEvent(
        'order.released',
        { ...order, state: 'awaiting_approval' },
        { state: order.state, invoice: invoice.number },
      ),
    );
  });
};
