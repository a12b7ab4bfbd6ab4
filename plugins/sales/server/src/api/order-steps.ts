import { keepWords } from '@sanya/strapi-plugin-platform/kernel';
import { type Call, defineAction } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../content-types/types';
import { type AmendedOrder, amendOrders } from '../use-cases/amending/amend-orders';
import { previewAmending } from '../use-cases/amending/preview-amending';
import { cancelOrders } from '../use-cases/cancel-orders';
import { deliverOrders } from '../use-cases/deliver-orders';
import { closeOrders, confirmOrders, fulfilOrders } from '../use-cases/step-orders';
import { amendedOrder, deliveredOrder, order } from './answers';
import { amendInput, cancelInput, deliverInput, nothing } from './shapes';
import { orderView } from './views';
import { warehouseId } from './named-rows';

const STEPS = [
  { verb: 'confirm', summary: 'Confirm a placed order', move: confirmOrders },
  { verb: 'fulfil', summary: 'Begin to fulfil a confirmed order', move: fulfilOrders },
  { verb: 'close', summary: 'Close a delivered order', move: closeOrders },
] as const;

const sentenceOf = (
  { platform, caller }: Pick<Call<unknown>, 'platform' | 'caller'>,
  said: AmendedOrder['said'],
): string => said.map(({ code, params }) => platform.messages.say(caller.language, code, params)).join(' ');

const amendedView = (call: Pick<Call<unknown>, 'platform' | 'caller'>, amended: AmendedOrder) => {
  const { credited, charged, asked, said } = amended;
  return { ...orderView(amended), credited, charged, asked, sentence: sentenceOf(call, said) };
};

export const orderSteps = [
  defineAction({
    name: 'previewAmendOrder',
    summary: 'What changing an order would credit and charge, and what comes of it elsewhere, in words; writes nothing',
    subject: ORDER,
    staff: { method: 'POST', path: '/orders/:id/amend/preview', permission: 'order.amend' },
    input: amendInput,
    output: amendedOrder,
    writes: false,
    graphql: 'none',
    run: async (call) => {
      const [amended] = await previewAmending(call, [{ ...call.input, order: call.subject.id }]);
      if (!amended) return undefined;
      return amendedView(call, amended);
    },
  }),
  defineAction({
    name: 'amendOrder',
    summary:
      'Change quantities of an order, take lines away or add some: invoices, stock and coupons follow; beyond a limit it is asked first',
    subject: ORDER,
    staff: { method: 'POST', path: '/orders/:id/amend', permission: 'order.amend' },
    input: amendInput,
    output: amendedOrder,
    graphql: 'none',
    run: async (call) => {
      const [amended] = await amendOrders(call, [{ ...call.input, order: call.subject.id }]);
      if (!amended) return undefined;
      return amendedView(call, amended);
    },
  }),
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
      const warehouse = await warehouseId(call.platform, call.input.warehouse);
      const [delivered] = await deliverOrders(call, [{ ...call.input, warehouse, order: call.subject.id }]);
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
      const reason = call.input.reason || keepWords(`order.cancelled_by_${by}`);
      const [cancelled] = await cancelOrders(call, [{ order: call.subject.id, by, reason }]);
      return cancelled && orderView(cancelled);
    },
  }),
];
