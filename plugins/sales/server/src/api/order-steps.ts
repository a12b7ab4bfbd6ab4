import { defineAction } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../content-types/types';
import { cancelOrders } from '../use-cases/cancel-orders';
import { deliverOrders } from '../use-cases/deliver-orders';
import { closeOrders, confirmOrders, fulfilOrders } from '../use-cases/step-orders';
import { deliveredOrder, order } from './answers';
import { cancelInput, deliverInput, nothing } from './shapes';
import { orderView } from './views';

const STEPS = [
  { verb: 'confirm', summary: 'Confirm a placed order', move: confirmOrders },
  { verb: 'fulfil', summary: 'Begin to fulfil a confirmed order', move: fulfilOrders },
  { verb: 'close', summary: 'Close a delivered order', move: closeOrders },
] as const;

export const orderSteps = [
  ...STEPS.map(({ verb, summary, move }) =>
    defineAction({
      name: `${verb}Order`,
      summary,
      subject: ORDER,
      staff: { method: 'POST', path: `/orders/:id/${verb}`, permission: `order.${verb}` },
      input: nothing,
      output: order,
      graphql: 'none',
      run: async (call) => {
        const [moved] = await move(call, [call.subject.id]);
        return moved && orderView(moved);
      },
    }),
  ),
  defineAction({
    name: 'deliverOrder',
    summary: 'Hand over goods and services of an order: all that is left, or the lines named',
    subject: ORDER,
    staff: { method: 'POST', path: '/orders/:id/deliver', permission: 'order.deliver' },
    input: deliverInput,
    output: deliveredOrder,
    graphql: 'none',
    run: async (call) => {
      const [delivered] = await deliverOrders(call, [{ ...call.input, order: call.subject.id }]);
      if (!delivered) return undefined;
      const taxInvoices = delivered.taxInvoices.map(({ documentId, number }) => ({ documentId, number }));
      return { ...orderView(delivered), taxInvoices };
    },
  }),
  defineAction({
    name: 'cancelOrder',
    summary: 'Cancel an order: its stock is free again and its invoice void',
    subject: ORDER,
    storefront: { method: 'POST', path: '/orders/:id/cancel', who: 'member' },
    staff: { method: 'POST', path: '/orders/:id/cancel', permission: 'order.cancel' },
    input: cancelInput,
    output: order,
    run: async (call) => {
      const by = call.caller.kind === 'member' ? 'customer' : 'staff';
      const reason = call.input.reason || call.platform.messages.say(call.caller.language, `order.cancelled_by_${by}`);
      const [cancelled] = await cancelOrders(call, [{ order: call.subject.id, by, reason }]);
      return cancelled && orderView(cancelled);
    },
  }),
];
