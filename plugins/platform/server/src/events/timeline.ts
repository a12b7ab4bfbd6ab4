import type { Core } from '@strapi/types';
import type { Caller } from '../../../kit/src/caller';
import type { EventQuestion, EventRow, TimelineEntry } from '../../../kit/src/events';
import type { Messages } from '../core/messages';
import { actorNames } from './actor-names';
import type { LogReader } from './read-log';

interface Needs {
  strapi: Core.Strapi;
  log: LogReader;
  messages: Messages;
}

/** The log as a reader's timeline: a constant number of statements, however many things it tells of. */
export function createTimeline({ strapi, log, messages }: Needs) {
  /** Currencies by type and row, of the types whose rows have one; one statement a type. */
  async function currencies(events: readonly EventRow[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const uid of new Set(events.map((event) => event.subjectType))) {
      if (!strapi.contentTypes[uid as never]) continue;
      const { attributes } = strapi.getModel(uid as never) as { attributes: Record<string, unknown> };
      if (!attributes.currency) continue;
      const ids = events.filter((event) => event.subjectType === uid).map((event) => event.subjectId);
      const rows = (await strapi.db.query(uid as never).findMany({
        where: { id: { $in: [...new Set(ids)] } },
        select: ['id', 'currency'],
      })) as { id: number; currency: string }[];
      for (const { id, currency } of rows) found.set(`${uid}/${id}`, currency);
    }
    return found;
  }

  return async function timeline(caller: Caller, question: EventQuestion): Promise<TimelineEntry[]> {
    const events = await log.find(caller, question);
    const names = await actorNames(
      strapi,
      events.map((event) => event.actor),
    );
    const currencyOf = await currencies(events);
    return events.map((event) => ({
      ...{ id: event.id, documentId: event.documentId, name: event.name, at: event.at, actor: event.actor },
      ...{ subjectType: event.subjectType, subjectId: event.subjectId, subjectDocumentId: event.subjectDocumentId },
      ...{ before: event.before, after: event.after },
      title: messages.title(caller.language, 'event', event.name),
      actorName: names.get(event.actor) ?? null,
      currency: currencyOf.get(`${event.subjectType}/${event.subjectId}`) ?? null,
    }));
  };
}
