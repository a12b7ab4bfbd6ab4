import type { HeardEvent, NewEvent, Subscriber, WithinSubscriber } from '../../../kit/src/events';
import type { Rows } from '../../../kit/src/rows';
import type { Callers } from '../core/callers';

const EVENT = 'plugin::platform.event';
const DELIVERY = 'plugin::platform.event-delivery';
const EVENT_LINK = 'plugin::platform.event-link';

interface Needs {
  rows: Rows;
  callers: Callers;
  now: () => string;
  subscribers: () => readonly Subscriber[];
  afterCommit: (work: () => unknown) => void;
  /** Wakes the delivery job. */
  poke: () => void;
}

/**
 * The one log. Rows are written in the transaction that made them true; `within` subscribers then run in it, in the
 * order of registration, and every `after` subscriber that asked gets a delivery row.
 */
export function createEvents({ rows, callers, now, subscribers, afterCommit, poke }: Needs) {
  return {
    async record(events: readonly NewEvent[]): Promise<HeardEvent[]> {
      if (events.length === 0) return [];
      const caller = callers.caller();
      const at = now();
      const refs = await rows.insert(
        EVENT,
        events.map((event) => ({
          name: event.name,
          subjectType: event.subject.type,
          subjectId: event.subject.id,
          subjectDocumentId: event.subject.documentId,
          customerId: event.customer ?? null,
          actor: caller.key,
          requestId: caller.requestId,
          before: event.before ?? null,
          after: event.after ?? null,
          at,
        })),
      );
      // Its place in the proof ledger is given by a job, when this is committed.
      await rows.insert(
        EVENT_LINK,
        refs.map(({ id, documentId }) => ({ documentId, eventId: id })),
        { refs: false },
      );
      const recorded = events.map(
        (event, index): HeardEvent => ({
          ...event,
          id: refs[index]?.id ?? 0,
          documentId: refs[index]?.documentId ?? '',
          at,
          actor: caller.key,
          requestId: caller.requestId,
          said: [],
          moved: { credited: 0n, charged: 0n },
        }),
      );

      const names = new Set(events.map(({ name }) => name));
      const asked = subscribers().filter(({ on }) => on.some((name) => names.has(name)));
      const later = asked.filter(({ when }) => when === 'after');
      const deliveries = recorded.flatMap((event) =>
        later
          .filter((subscriber) => subscriber.on.includes(event.name))
          .map((subscriber) => ({
            event: event.id,
            subscriber: subscriber.name,
            state: 'waiting',
            attempts: 0,
            nextAttemptAt: at,
          })),
      );
      if (deliveries.length > 0) {
        await rows.insert(DELIVERY, deliveries, { refs: false });
        afterCommit(poke);
      }

      const within = asked.filter((subscriber): subscriber is WithinSubscriber => subscriber.when === 'within');
      for (const subscriber of within) {
        await subscriber.handle(recorded.filter((event) => subscriber.on.includes(event.name)));
      }
      return recorded;
    },
  };
}
