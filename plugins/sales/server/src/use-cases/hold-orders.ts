import type { NewDelivery, NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../content-types/types';
import type { OrderLineRow, OrderRow } from '../stores/orders';
import { orderEvent } from './order-events';
import { orderMail } from './order-mail';
import type { OrderParties } from './order-parties';
import { orderApproval, type OrderQuestion } from './order-questions';

export interface HeldOrder extends OrderParties {
  order: OrderRow;
  lines: OrderLineRow[];
  /** What somebody else has to grant first. */
  questions: OrderQuestion[];
}

export const placedEvent = (order: OrderRow, invoice: string | null): NewEvent => ({
  name: 'order.placed',
  subject: { type: ORDER, id: order.id, documentId: order.documentId },
  customer: order.customer,
  after: {
    number: order.number,
    state: order.state,
    total: order.total,
    currency: order.currency,
    source: order.source,
    invoice,
  },
});

/** Orders that somebody else has to grant first wait for it: without invoice, with their goods and slots set aside. */
export async function holdOrders(tools: Tools, held: readonly HeldOrder[]): Promise<void> {
  const { platform } = tools;
  await platform.events.record(
    held.flatMap(({ order, questions }) => [
      placedEvent(order, null),
      orderEvent(
        'order.held',
        { ...order, state: 'placed' },
        {
          state: order.state,
          asked: questions.map(({ kind }) => kind),
        },
      ),
    ]),
  );
  await platform.approvals.ask(
    held.flatMap(({ order, customer, questions }) =>
      questions.map((question) => orderApproval(order, customer.name, question)),
    ),
  );
  await platform.mail.queue(
    held.flatMap(({ order, lines, mailTo, customer }): NewDelivery[] =>
      mailTo
        ? [orderMail(platform, 'order-received', { order, lines, invoice: null }, { to: mailTo, name: customer.name })]
        : [],
    ),
  );
}
