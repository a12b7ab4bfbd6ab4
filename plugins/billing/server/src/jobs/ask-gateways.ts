import { compareInstants } from '@sanya/strapi-plugin-platform/kernel';
import type { Job, Tools } from '@sanya/strapi-plugin-platform/kit';
import { dueToAsk, nextToAsk } from '../stores/charges';
import { dueEvents, nextEvent } from '../stores/gateway-events';
import { askGateways } from '../use-cases/ask-gateways';
import { lookIntoEvents } from '../use-cases/receive-gateway-events';

/** Each is a question to somebody else's machine. */
const CHUNK = 10;

/**
 * Asks the gateways about card payments whose end nobody has told: the answer was lost, the process ended in the middle,
 * no message came. Each has the instant of its next question; what is answered is not asked again.
 */
export function createAskGateways({ platform }: Tools): Job {
  return {
    name: 'billing.ask-gateways',
    simulated: false,
    async nextDue() {
      const [payment, event] = [await nextToAsk(platform), await nextEvent(platform)];
      if (payment === null || event === null) return payment ?? event;
      return compareInstants(payment, event) < 0 ? payment : event;
    },
    async step() {
      const now = platform.clock.now();
      const [payments, events] = [await dueToAsk(platform, now, CHUNK), await dueEvents(platform, now, CHUNK)];
      const known = await askGateways(platform, payments, { abandon: 'when_old' });
      const seen = await lookIntoEvents(platform, events);
      const done = payments.length < CHUNK && events.length < CHUNK;
      return { done, processed: known + seen, failed: payments.length + events.length - known - seen };
    },
  };
}
