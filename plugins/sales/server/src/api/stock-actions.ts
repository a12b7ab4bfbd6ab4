import { formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import { defineAction, rowId } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT, WAREHOUSE } from '../content-types/types';
import { isLow } from '../domain/stock';
import { adjustStock } from '../use-cases/adjust-stock';
import { moveBetween } from '../use-cases/warehouses/move-between';
import { markLow } from '../use-cases/mark-low';
import { STOCK_PAGE, stockLevelsStore } from '../stores/stock-levels';
import { stock } from './answers';
import { lowInput, moveStockInput, stockInput, stockLevelsAnswer, stockLevelsInput } from './stock-shapes';
import { stockView } from './views';
import { warehouseId } from './named-rows';

export const stockActions = [
  defineAction({
    name: 'adjustStock',
    summary: 'Receive goods (positive) or correct what was counted (negative) of a product',
    subject: PRODUCT,
    staff: { method: 'POST', path: '/products/:id/stock', permission: 'stock.adjust' },
    input: stockInput,
    output: stock,
    graphql: 'none',
    run: async (call) => {
      const { quantity, reason, kind } = call.input;
      const warehouse = await warehouseId(call.platform, call.input.warehouse);
      const [level] = await adjustStock(
        call,
        [
          {
            product: call.subject.id,
            quantity,
            reason,
            warehouse,
            kind: kind ?? (quantity.startsWith('-') ? 'adjust' : 'receive'),
          },
        ],
        call.caller.language,
      );
      return level && stockView(level);
    },
  }),
  defineAction({
    name: 'moveStock',
    summary: 'Move goods from one warehouse to another; what can be sold stays, a move back undoes it',
    subject: PRODUCT,
    staff: { method: 'POST', path: '/products/:id/stock/move', permission: 'stock.move' },
    input: moveStockInput,
    output: stock,
    graphql: 'none',
    run: async (call) => {
      const { from, to, ...said } = call.input;
      const ends = {
        from: await rowId(call.platform, WAREHOUSE, from, 'warehouse.unknown', 'from'),
        to: await rowId(call.platform, WAREHOUSE, to, 'warehouse.unknown', 'to'),
      };
      const [level] = await moveBetween(call, [{ ...said, ...ends, product: call.subject.id }], call.caller.language);
      return level && stockView(level);
    },
  }),
  defineAction({
    name: 'markLowStock',
    summary: 'Say below which quantity a product is low; none takes the mark away',
    subject: PRODUCT,
    staff: { method: 'PUT', path: '/products/:id/stock', permission: 'stock.adjust' },
    input: lowInput,
    output: stock,
    graphql: 'none',
    run: async (call) => {
      const [level] = await markLow(call, [{ product: call.subject.id, lowBelow: call.input.lowBelow }]);
      return level && stockView(level);
    },
  }),
  defineAction({
    name: 'stockLevels',
    summary: 'What lies there of each counted product, what of it is promised, and what is low',
    staff: { method: 'GET', path: '/stock-levels', permission: 'stock.read' },
    input: stockLevelsInput,
    output: stockLevelsAnswer,
    writes: false,
    graphql: 'none',
    run: async ({ platform, input }) => {
      const { items, total } = await stockLevelsStore(platform.rows).page(input);
      return {
        items: items.map(({ lowBelow, onHand, reserved, shelves, ...product }) => ({
          ...product,
          onHand: formatQuantity(onHand),
          reserved: formatQuantity(reserved),
          available: formatQuantity(onHand - reserved),
          lowBelow: lowBelow === null ? null : formatQuantity(lowBelow),
          low: isLow({ onHand, reserved, lowBelow }),
          shelves: shelves.map((shelf) => ({ ...shelf, onHand: formatQuantity(shelf.onHand) })),
        })),
        page: input.page,
        pageSize: STOCK_PAGE,
        total,
      };
    },
  }),
] as const;
