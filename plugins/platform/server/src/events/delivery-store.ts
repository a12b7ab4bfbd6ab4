import type { EventRow, RecordedEvent } from '../../../kit/src/events';
import { type Ref, type Rows, storedInstant } from '../../../kit/src/rows';

export const EVENT = 'plugin::platform.event';
export const DELIVERY = 'plugin::platform.event-delivery';

export interface Delivery extends Ref {
  event: number;
  subscriber: string;
  state: 'waiting' | 'delivered' | 'dead';
  attempts: number;
  nextAttemptAt: string | null;
  lastError: string | null;
  deliveredAt: string | null;
}

/** The event as its subscribers see it. */
export const eventOf = (row: EventRow): RecordedEvent => ({
  id: row.id,
  documentId: row.documentId,
  name: row.name,
  subject: { type: row.subjectType, id: row.subjectId, documentId: row.subjectDocumentId },
  customer: row.customerId,
  before: row.before,
  after: row.after,
  at: row.at,
  actor: row.actor,
  requestId: row.requestId ?? '',
});

/** Events on their way to subscribers. */
export function createDeliveryStore(rows: Rows) {
  const at = (instant: string): string | number => storedInstant(rows, instant);

  return {
    /** The earliest instant at which a delivery to one of these subscribers waits to be tried. */
    async earliest(subscribers: readonly string[]): Promise<string | null> {
      const [first] = await rows.find<Delivery>(
        DELIVERY,
        (query, column) =>
          void query
            .where(column('state'), 'waiting')
            .whereIn(column('subscriber'), subscribers)
            .orderBy(column('nextAttemptAt'))
            .limit(1),
        { fields: ['nextAttemptAt'] },
      );
      return first?.nextAttemptAt ?? null;
    },

    /** The oldest that are due, in the order of the events. */
    due: (subscribers: readonly string[], now: string, most: number): Promise<Delivery[]> =>
      rows.find<Delivery>(
        DELIVERY,
        (query, column) =>
          void query
            .where(column('state'), 'waiting')
            .where(column('nextAttemptAt'), '<=', at(now))
            .whereIn(column('subscriber'), subscribers)
            .orderBy(column('id'))
            .limit(most),
      ),

    async events(ids: readonly number[]): Promise<Map<number, RecordedEvent>> {
      const found = await rows.byIds<EventRow>(EVENT, ids);
      return new Map(found.map((row) => [row.id, eventOf(row)]));
    },

    /**
     * Takes a delivery for one attempt, until `next`: should this process end meanwhile, it is tried again then. False
     * when somebody else took it first.
     */
    async claim(delivery: Delivery, next: string): Promise<boolean> {
      const knex = await rows.knex();
      const column = (attribute: string): string => rows.column(DELIVERY, attribute);
      const taken = await knex(rows.table(DELIVERY))
        .where({ id: delivery.id, [column('state')]: 'waiting', [column('attempts')]: delivery.attempts })
        .update({ [column('attempts')]: delivery.attempts + 1, [column('nextAttemptAt')]: at(next) });
      return Number(taken) === 1;
    },

    delivered: (id: number, now: string): Promise<number> =>
      rows.update(DELIVERY, [{ id, state: 'delivered', deliveredAt: now, nextAttemptAt: null, lastError: null }]),

    /** `next` null: given up, until staff retry it. */
    failed: (id: number, problem: string, next: string | null): Promise<number> =>
      rows.update(DELIVERY, [
        { id, state: next === null ? 'dead' : 'waiting', nextAttemptAt: next, lastError: problem },
      ]),
  };
}

export type DeliveryStore = ReturnType<typeof createDeliveryStore>;
