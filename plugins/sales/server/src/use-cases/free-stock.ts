import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { outstanding, release } from '../domain/stock';
import type { LockedOrder } from './lock-orders';
import { moveStock } from './move-stock';

/** Gives back what these orders had reserved and not taken. */
export const freeStock = (tools: Tools, orders: readonly Pick<LockedOrder, 'lines'>[]): Promise<void> =>
  moveStock(
    tools,
    'release',
    release,
    orders.flatMap(({ lines }) =>
      lines.flatMap(({ id, product, stockTracked, description, ...line }) =>
        stockTracked && product !== null
          ? [{ product, quantity: outstanding(line), name: description, orderLine: id }]
          : [],
      ),
    ),
  );
