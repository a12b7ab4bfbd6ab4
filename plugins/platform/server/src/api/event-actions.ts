import { z } from 'zod';
import { isCivilDate, notFound } from '../../../kernel/src';
import { defineAction } from '../../../kit/src/actions';
import type { EventRow } from '../../../kit/src/events';
import { coreOf } from '../core/core-of';
import { actorNames } from '../events/actor-names';
import type { Delivery } from '../events/delivery-store';
import { deliveriesOf, findEventNames, findTroubled } from '../events/find-events';
import { retryDeliveries } from '../events/retry-deliveries';
import { event, eventDelivery, eventNames, openedEvent } from './answers';
import { page, problemFor, type Reader, titleOf } from './shown';

const text = z.string().min(1).max(255).optional();
const date = z
  .string()
  .refine(isCivilDate, { params: { code: 'input.not_a_date' } })
  .optional();

/** Events as staff see them: what happened, to what, by whom. */
async function eventsShown(reader: Reader, rows: readonly EventRow[]) {
  const names = await actorNames(
    reader.strapi,
    rows.map((row) => row.actor),
  );
  return rows.map((row) => ({
    id: row.documentId,
    number: row.id,
    name: row.name,
    title: titleOf(reader, 'event', row.name),
    subject: { type: row.subjectType, documentId: row.subjectDocumentId },
    customer: row.customerId,
    actor: row.actor,
    actorName: names.get(row.actor) ?? null,
    requestId: row.requestId,
    before: row.before,
    after: row.after,
    at: row.at,
  }));
}

type EventShown = Awaited<ReturnType<typeof eventsShown>>[number];

const deliveryShown = (reader: Reader, row: Delivery, event?: EventShown) => ({
  id: row.documentId,
  number: row.id,
  subscriber: row.subscriber,
  title: titleOf(reader, 'job', row.subscriber),
  state: row.state,
  attempts: row.attempts,
  nextAttemptAt: row.nextAttemptAt,
  deliveredAt: row.deliveredAt,
  lastError: problemFor(reader, row.lastError),
  event: event ?? null,
});

async function deliveriesShown(reader: Reader, deliveries: readonly Delivery[]) {
  const rows = await coreOf(reader.strapi).log.byIds(
    reader.caller,
    deliveries.map((delivery) => delivery.event),
  );
  const events = new Map((await eventsShown(reader, rows)).map((event) => [event.number, event]));
  return deliveries.map((row) => deliveryShown(reader, row, events.get(row.event)));
}

/** What staff see of the one log, and what they do where somebody could not be told. */
export const eventActions = [
  defineAction({
    name: 'listEvents',
    summary: 'What happened, the latest first',
    staff: { method: 'GET', path: '/events', permission: 'event.read' },
    input: z.strictObject({
      ...page,
      subject: text,
      type: text,
      name: text,
      customer: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
      from: date,
      to: date,
    }),
    output: z.array(event),
    writes: false,
    run: async (call) => eventsShown(call, await call.platform.events.find(call.caller, call.input)),
  }),
  defineAction({
    name: 'listEventNames',
    summary: 'Names of what has happened so far',
    staff: { method: 'GET', path: '/event-names', permission: 'event.read' },
    input: z.strictObject({}),
    output: eventNames,
    writes: false,
    run: async (call) =>
      (await findEventNames(call.platform)).map((name) => ({ name, title: titleOf(call, 'event', name) })),
  }),
  defineAction({
    name: 'readEvent',
    summary: 'One event with all that was told of it',
    staff: { method: 'GET', path: '/events/:id', permission: 'event.read' },
    input: z.strictObject({}),
    output: openedEvent,
    writes: false,
    run: async (call) => {
      const row = await coreOf(call.strapi).log.byDocumentId(call.caller, call.params.id ?? '');
      if (!row) throw notFound('event.not_found', { field: 'id' });
      const [event] = await eventsShown(call, [row]);
      const deliveries = await deliveriesOf(call.platform, row.id);
      return event && { ...event, deliveries: deliveries.map((delivery) => deliveryShown(call, delivery)) };
    },
  }),
  defineAction({
    name: 'listDeadDeliveries',
    summary: 'Events that a subscriber could not be told: given up, or still being tried',
    staff: { method: 'GET', path: '/deliveries-dead', permission: 'event.read' },
    input: z.strictObject({ ...page, state: z.enum(['dead', 'trying']).default('dead') }),
    output: z.array(eventDelivery),
    writes: false,
    run: async (call) => deliveriesShown(call, await findTroubled(call.platform, call.input)),
  }),
  defineAction({
    name: 'retryEventDelivery',
    summary: 'Tell the subscriber once more',
    staff: { method: 'POST', path: '/event-deliveries/:id/retry', permission: 'event.retry' },
    input: z.strictObject({}),
    output: eventDelivery,
    run: async (call) => (await deliveriesShown(call, await retryDeliveries(call.platform, [call.params.id ?? ''])))[0],
  }),
];
