import type { NewEvent } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../content-types/types';
import type { OrderState } from '../domain/order-machine';
import type { OrderRow } from '../stores/orders';

/** `order.confirmed` and its like: the order before and after its move. */
export const orderEvent = (
  name: string,
  order: OrderRow,
  after: { state: OrderState } & Record<string, unknown>,
): NewEvent => ({
  name,
  subject: { type: ORDER, id: order.id, documentId: order.documentId },
  customer: order.customer,
  before: { state: order.state },
  after: { number: order.number, ...after },
});
