import type { Core } from '@strapi/types';
import type { Rows } from '../../../kit/src/rows';
import type { EventRow } from '../../../kit/src/events';
import { EVENT } from '../events/delivery-store';
import { GENESIS } from './canonical';
import { eventAt, type Fault, type Link, type Place } from './chain';

export const EVENT_LINK = 'plugin::platform.event-link';
const HEAD = { type: 'plugin', name: 'platform', key: 'ledger' };

/** Links of the proof ledger. Each is written with its event, in one transaction, and gets its place afterwards. */
export function createLedgerStore(strapi: Core.Strapi, rows: Rows) {
  const links = `"${rows.table(EVENT_LINK)}"`;
  const events = `"${rows.table(EVENT)}"`;
  const column = (attribute: string): string => `"${rows.column(EVENT_LINK, attribute)}"`;

  async function first(sql: string): Promise<{ id: number; document_id: string } | undefined> {
    const [found] = await rows.ask<{ id: number; document_id: string }>(sql);
    return found;
  }

  return {
    /** Where the chain ends; kept apart from its links, so that a cut is seen. Undefined before the first start. */
    head: async (): Promise<Place | undefined> => ((await strapi.store.get(HEAD)) as Place | null) ?? undefined,
    keepHead: (head: Place): Promise<unknown> => strapi.store.set({ ...HEAD, value: head }) as Promise<unknown>,

    /** Links of the events that an earlier version recorded without any. One statement, however many. */
    async adopt(): Promise<void> {
      const own = ['documentId', 'eventId', 'createdAt', 'updatedAt', 'publishedAt'].map(column).join(', ');
      const from = (attribute: string): string => `e."${rows.column(EVENT, attribute)}"`;
      const at = from('createdAt');
      await (
        await rows.knex()
      ).raw(
        `insert into ${links} (${own}) select ${from('documentId')}, e.id, ${at}, ${at}, ${at} from ${events} e
         where not exists (select 1 from ${links} l where l.${column('eventId')} = e.id) order by e.id on conflict do nothing`,
      );
    },

    /** The oldest event that waits for its place. */
    async oldestWaiting(): Promise<string | null> {
      const [link] = await rows.find(
        EVENT_LINK,
        (query, of) =>
          void query
            .whereNull(of('position'))
            .whereIn(of('eventId'), (there) => void there.select('id').from(rows.table(EVENT)))
            .orderBy(of('id'))
            .limit(1),
        { fields: ['eventId'] },
      );
      if (!link) return null;
      const [event] = await rows.byIds<EventRow>(EVENT, [Number(link.eventId)], { fields: ['at'] });
      return event?.at ?? null;
    },

    /** Links without a place whose event is there, the oldest first, kept from other instances until the commit. */
    waiting: (most: number): Promise<Link[]> =>
      rows.find<Link>(
        EVENT_LINK,
        (query, of) =>
          void query
            .whereNull(of('position'))
            .whereIn(of('eventId'), (there) => void there.select('id').from(rows.table(EVENT)))
            .orderBy(of('eventId'))
            .limit(most),
        { lock: 'wait' },
      ),

    async countWaiting(most: number): Promise<number> {
      const found = await rows.find(EVENT_LINK, (query, of) => void query.whereNull(of('position')).limit(most), {
        fields: [],
      });
      return found.length;
    },

    place: (placed: readonly ({ id: number } & Omit<Link, 'documentId' | 'eventId'>)[]): Promise<number> =>
      rows.update(
        EVENT_LINK,
        placed.map(({ id, position, previousHash, hash }) => ({ id, position, previousHash, hash })),
      ),

    after: (position: number, most: number): Promise<Link[]> =>
      rows.find<Link>(
        EVENT_LINK,
        (query, of) => void query.where(of('position'), '>', position).orderBy(of('position')).limit(most),
      ),

    async at(position: number): Promise<Link | undefined> {
      const [link] = await rows.find<Link>(EVENT_LINK, (query, of) => void query.where(of('position'), position));
      return link;
    },

    async events(of: readonly Link[]): Promise<Map<number, EventRow>> {
      const found = await rows.byIds<EventRow>(
        EVENT,
        of.map((link) => link.eventId),
      );
      return new Map(found.map((event) => [event.id, event]));
    },

    /** An event that nobody recorded, or one that was recorded and is gone before it had its place. */
    async strayed(): Promise<Fault | undefined> {
      const forged = await first(
        `select e.id, e.document_id from ${events} e
         where not exists (select 1 from ${links} l where l.${column('eventId')} = e.id) order by e.id limit 1`,
      );
      if (forged) {
        return { kind: 'inserted', position: null, event: { id: Number(forged.id), documentId: forged.document_id } };
      }
      const gone = await first(
        `select l.${column('eventId')} as id, l.document_id from ${links} l where l.${column('position')} is null
         and not exists (select 1 from ${events} e where e.id = l.${column('eventId')}) order by l.id limit 1`,
      );
      return (
        gone && {
          kind: 'deleted',
          position: null,
          event: eventAt({ eventId: Number(gone.id), documentId: gone.document_id }),
        }
      );
    },
  };
}

export const START: Place = { position: 0, hash: GENESIS };
