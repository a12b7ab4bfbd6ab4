import { defineAction, documentFile, fileAnswer, rowId } from '@sanya/strapi-plugin-platform/kit';
import { broken } from '@sanya/strapi-plugin-platform/kernel';
import { CONTACT, CUSTOMER, ORDER } from '../content-types/types';
import { placeOrders } from '../use-cases/place-orders';
import { priceBaskets } from '../use-cases/price-baskets';
import { basket as basketShape, order } from './answers';
import { documentInput, orderInput, priceInput, staffOrderInput, staffPriceInput } from './shapes';
import { basketView, orderView } from './views';

export const orderActions = [
  defineAction({
    name: 'priceOrder',
    summary: 'What an order of these lines would cost now; writes nothing',
    storefront: { method: 'POST', path: '/orders/price', who: 'public', limitPerMinute: 600 },
    input: priceInput,
    output: basketShape,
    writes: false,
    graphql: 'query',
    run: async (call) => {
      const { platform, caller, input } = call;
      const [basket] = await priceBaskets(call, [
        { ...input, language: caller.language, customer: caller.customer?.id },
      ]);
      return basket && basketView(basket, platform.clock.today());
    },
  }),
  defineAction({
    name: 'priceStaffOrder',
    summary: 'What an order entered by staff would cost now; writes nothing',
    staff: { method: 'POST', path: '/orders/price', permission: 'order.enter' },
    input: staffPriceInput,
    output: basketShape,
    writes: false,
    graphql: 'none',
    run: async (call) => {
      const { platform, caller } = call;
      const { customer, ...input } = call.input;
      const known =
        customer === undefined
          ? {}
          : { customer: await rowId(platform, CUSTOMER, customer, 'order.customer_unknown', 'customer') };
      const [basket] = await priceBaskets(call, [{ ...input, ...known, language: caller.language }]);
      return basket && basketView(basket, platform.clock.today());
    },
  }),
  defineAction({
    name: 'placeOrder',
    summary: 'Place an order: its stock is reserved and its invoice issued',
    storefront: { method: 'POST', path: '/orders', who: 'member' },
    input: orderInput,
    output: order,
    status: 201,
    run: async (call) => {
      const { caller, input } = call;
      if (!caller.customer) throw broken('order.no_customer');
      const [placed] = await placeOrders(call, [{ ...input, customer: caller.customer.id, source: 'storefront' }]);
      return placed && orderView(placed, placed);
    },
  }),
  defineAction({
    name: 'enterOrder',
    summary: 'Enter an order for a customer, with own prices, discounts and details where the salesperson gives them',
    staff: { method: 'POST', path: '/orders', permission: 'order.enter' },
    input: staffOrderInput,
    output: order,
    status: 201,
    run: async (call) => {
      const { contact, ...input } = call.input;
      const { platform } = call;
      const customer = await rowId(platform, CUSTOMER, input.customer, 'order.customer_unknown', 'customer');
      const contactId =
        contact === undefined
          ? {}
          : { contact: await rowId(platform, CONTACT, contact, 'order.contact_unknown', 'contact') };
      const [placed] = await placeOrders(call, [{ ...input, ...contactId, customer, source: 'staff' }]);
      return placed && orderView(placed, placed);
    },
  }),
  defineAction({
    name: 'orderDocument',
    summary: 'The order confirmation as PDF',
    subject: ORDER,
    storefront: { method: 'GET', path: '/orders/:id/document', who: 'member' },
    staff: { method: 'GET', path: '/orders/:id/document', permission: 'order.document' },
    input: documentInput,
    output: fileAnswer,
    writes: false,
    graphql: 'none',
    run: (call) => documentFile(call, 'order', call.subject.id),
  }),
];
