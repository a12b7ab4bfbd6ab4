import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { outstanding, release } from '../domain/stock';
import type { LockedOrder } from './lock-orders';
import { type LineStock, moveStock } from './move-stock';

/** What is reserved for an order and was not taken. */
export const reservedFor = ({ lines }: Pick<LockedOrder, 'lines'>): LineStock[] =>
  lines.flatMap(({ id, product, stockTracked, goodsFreedAt, description, ...line }) =>
    stockTracked && product !== null && goodsFreedAt === null
      ? [{ product, quantity: outstanding(line), name: description, orderLine: id }]
      : [],
  );

/** Gives back what these orders had reserved and not taken. */
export const freeStock = (tools: Tools, orders: readonly Pick<LockedOrder, 'lines'>[]): Promise<void> =>
  moveStock(tools, 'release', release, orders.flatMap(reservedFor));
