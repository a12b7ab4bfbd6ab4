import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import { defineAction, GATEWAYS } from '@sanya/strapi-plugin-platform/kit';
import { GATEWAY_EVENT, PAYMENT } from '../content-types/types';
import { askGateways } from '../use-cases/ask-gateways';
import { checkGatewayEvents } from '../use-cases/check-gateway-events';
import { receiveGatewayEvent } from '../use-cases/receive-gateway-events';
import { gatewayEvent, payment, taken } from './answers';
import { nothing, seen } from './shapes';
import { gatewayEventView, paymentView } from './views';

export const gatewayActions = [
  defineAction({
    name: 'receiveGatewayEvent',
    summary: 'What a payment gateway tells, signed by it; told again it has no effect',
    storefront: { method: 'POST', path: '/webhooks/:gateway', who: 'public' },
    graphql: 'none',
    rawBody: true,
    ownTransactions: true,
    input: nothing,
    output: taken,
    run: async ({ platform, params, message }) => {
      const gateway = GATEWAYS.find((name) => name === params.gateway);
      if (!gateway) throw notFound('webhook.gateway_unknown');
      await receiveGatewayEvent(platform, gateway, message);
      return { received: true } as const;
    },
  }),
  defineAction({
    name: 'askGateway',
    summary: 'Ask the gateway now how a card payment stands',
    subject: PAYMENT,
    staff: { method: 'POST', path: '/payments/:id/ask', permission: 'payment.ask' },
    graphql: 'none',
    ownTransactions: true,
    input: nothing,
    output: payment,
    run: async ({ platform, subject }) => {
      await askGateways(platform, [subject.id], { abandon: 'when_old' });
      return paymentView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'checkGatewayEvent',
    summary: 'Say how what a gateway told was dealt with',
    subject: GATEWAY_EVENT,
    staff: { method: 'POST', path: '/gateway-events/:id/check', permission: 'payment.check-event' },
    graphql: 'none',
    input: seen,
    output: gatewayEvent,
    run: async ({ platform, subject, input }) => {
      await checkGatewayEvents(platform, [{ event: subject.id, note: input.note }]);
      return gatewayEventView(platform, subject.id);
    },
  }),
];
