import { compareInstants } from '@sanya/strapi-plugin-platform/kernel';
import type { Job, Tools } from '@sanya/strapi-plugin-platform/kit';
import { askedRefunds, nextRefundToAsk } from '../stores/card-refunds';
import { dueToAsk, nextToAsk } from '../stores/charges';
import { dueEvents, nextEvent } from '../stores/gateway-events';
import { askGateways } from '../use-cases/ask-gateways';
import { lookIntoEvents } from '../use-cases/receive-gateway-events';
import { askToRefund } from '../use-cases/refund-to-card';

/** Each is a question to somebody else's machine. */
const CHUNK = 10;

/**
 * Asks the gateways about card payments and refunds whose end nobody has told: the answer was lost, the process ended in the middle,
 * no message came. Each has the instant of its next question; what is answered is not asked again.
 */
export function createAskGateways({ platform }: Tools): Job {
  return {
    name: 'billing.ask-gateways',
    simulated: false,
    async nextDue() {
      const next = [await nextToAsk(platform), await nextEvent(platform), await nextRefundToAsk(platform)];
      return next.flatMap((at) => at ?? []).sort(compareInstants)[0] ?? null;
    },
    async step() {
      const now = platform.clock.now();
      const [payments, events] = [await dueToAsk(platform, now, CHUNK), await dueEvents(platform, now, CHUNK)];
      const refunds = await askedRefunds(platform, { by: now, most: CHUNK });
      const known = await askGateways(platform, payments, { abandon: 'when_old' });
      const seen = await lookIntoEvents(platform, events);
      const back = await askToRefund(platform, refunds);
      const processed = known + seen + back;
      const done = [payments, events, refunds].every(({ length }) => length < CHUNK);
      return { done, processed, failed: payments.length + events.length + refunds.length - processed };
    },
  };
}
