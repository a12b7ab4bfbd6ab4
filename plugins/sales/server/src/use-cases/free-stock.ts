import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { outstanding, release } from '../domain/stock';
import type { LockedOrder } from './lock-orders';
import { type LineStock, moveStock } from './move-stock';

/** What is reserved for an order and was not taken. */
export const reservedFor = ({ order, lines }: Pick<LockedOrder, 'order' | 'lines'>): LineStock[] =>
  order.goodsFreedAt !== null
    ? []
    : lines.flatMap(({ id, product, stockTracked, description, ...line }) =>
        stockTracked && product !== null
          ? [{ product, quantity: outstanding(line), name: description, orderLine: id }]
          : [],
      );

/** Gives back what these orders had reserved and not taken. */
export const freeStock = (tools: Tools, orders: readonly Pick<LockedOrder, 'order' | 'lines'>[]): Promise<void> =>
  moveStock(tools, 'release', release, orders.flatMap(reservedFor));
