import type { Core } from '@strapi/types';
import type { AfterSubscriber, RecordedEvent, Subscriber } from '../../../kit/src/events';
import type { Job } from '../../../kit/src/jobs';
import type { Clock } from '../../../kit/src/platform';
import type { Rows } from '../../../kit/src/rows';
import type { Callers } from '../core/callers';
import { MAX_ATTEMPTS, nextAttempt } from '../jobs/back-off';
import { keepProblem } from '../../../kernel/src';
import { createDeliveryStore, type Delivery } from './delivery-store';

const CHUNK = 50;

export interface DeliverNeeds {
  strapi: Core.Strapi;
  rows: Rows;
  clock: Clock;
  callers: Callers;
  subscribers: () => readonly Subscriber[];
}

/**
 * Tells the `after` subscribers what happened: at least once, the oldest first, each delivery by itself. One that
 * fails waits with growing pauses and holds up no other; after the last attempt it is dead, and staff see and retry it.
 */
export function createDeliverEvents({ strapi, rows, clock, callers, subscribers }: DeliverNeeds): Job {
  const store = createDeliveryStore(rows);
  // Deliveries to a plugin that is switched off wait for it.
  const listening = (): Map<string, AfterSubscriber> =>
    new Map(
      subscribers()
        .filter((subscriber): subscriber is AfterSubscriber => subscriber.when === 'after')
        .map((subscriber) => [subscriber.name, subscriber]),
    );

  /** Under the request of the event, so that all that follows from one request is found together. */
  const tell = (subscriber: AfterSubscriber, event: RecordedEvent): Promise<void> =>
    callers.as({ kind: 'system', key: `system:${subscriber.name}`, requestId: event.requestId }, () =>
      subscriber.handle(event),
    );

  async function deliver(delivery: Delivery, subscriber: AfterSubscriber, event: RecordedEvent): Promise<boolean> {
    const attempts = delivery.attempts + 1;
    const next = nextAttempt(attempts, clock.now(), clock.zone());
    try {
      if (delivery.attempts >= MAX_ATTEMPTS) throw new Error('The last attempt ended with the process');
      await tell(subscriber, event);
      await store.delivered(delivery.id, clock.now());
      return true;
    } catch (error) {
      strapi.log.error(error);
      await store.failed(delivery.id, keepProblem(error), next);
      return false;
    }
  }

  return {
    name: 'platform.deliver-events',
    nextDue: async () => store.earliest([...listening().keys()]),
    async step() {
      const known = listening();
      const due = await store.due([...known.keys()], clock.now(), CHUNK);
      const events = await store.events(due.map((delivery) => delivery.event));
      let processed = 0;
      let failed = 0;
      for (const delivery of due) {
        const subscriber = known.get(delivery.subscriber);
        const event = events.get(delivery.event);
        if (!subscriber || !event) continue;
        // The last attempt, too, must come back should it end with the process.
        const until = nextAttempt(Math.min(delivery.attempts + 1, MAX_ATTEMPTS - 1), clock.now(), clock.zone());
        if (until === null || !(await store.claim(delivery, until))) continue;
        if (await deliver(delivery, subscriber, event)) processed += 1;
        else failed += 1;
      }
      return { done: due.length < CHUNK, processed, failed };
    },
  };
}
