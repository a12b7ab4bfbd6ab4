import { defineAction } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT } from '../content-types/types';
import { adjustStock } from '../use-cases/adjust-stock';
import { stock } from './answers';
import { stockInput } from './shapes';
import { stockView } from './views';

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
      const [level] = await adjustStock(
        call,
        [
          {
            product: call.subject.id,
            quantity,
            reason,
            kind: kind ?? (quantity.startsWith('-') ? 'adjust' : 'receive'),
          },
        ],
        call.caller.language,
      );
      return level && stockView(level);
    },
  }),
];
