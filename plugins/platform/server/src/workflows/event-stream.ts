import type { Core } from '@strapi/types';
import type { EventRow } from '../../../kit/src/events';
import type { Rows } from '../../../kit/src/rows';
import { EVENT } from '../events/delivery-store';
import { createLedgerStore, EVENT_LINK } from '../ledger/ledger-store';

const SEEN = { type: 'plugin', name: 'platform', key: 'workflows' };

/** Events that were looked at: up to which place of the ledger. */
export interface Looked {
  upTo: number;
  /** How many there were. */
  count: number;
  events: EventRow[];
}

/** The log in the order of the ledger, which is that of the commits: what commits late has no place yet, and is not missed. */
export function createEventStream(strapi: Core.Strapi, rows: Rows) {
  const link = (attribute: string): string => `"${rows.column(EVENT_LINK, attribute)}"`;
  const links = (): string => `"${rows.table(EVENT_LINK)}"`;

  return {
    /** How far workflows have seen. */
    seen: async (): Promise<number> => Number((await strapi.store.get(SEEN)) ?? 0),
    keepSeen: async (position: number): Promise<void> => {
      await strapi.store.set({ ...SEEN, value: position });
    },
    end: async (): Promise<number> => (await createLedgerStore(strapi, rows).head())?.position ?? 0,

    /** When the first event after that place happened. */
    async firstAfter(position: number): Promise<string | null> {
      const [next] = await rows.ask<{ id: number | string }>(
        `select ${link('eventId')} as id from ${links()} where ${link('position')} > ? order by ${link('position')} limit 1`,
        [position],
      );
      if (!next) return null;
      const [event] = await rows.byIds<EventRow>(EVENT, [Number(next.id)], { fields: ['at'] });
      return event?.at ?? null;
    },

    /** The next so many, of which only those of these names are read. */
    async look(after: number, most: number, names: readonly string[]): Promise<Looked> {
      const [reached] = await rows.ask<{ position: number | string | null; count: number | string }>(
        `select max(position) as position, count(*) as count from (
           select ${link('position')} as position from ${links()} where ${link('position')} > ?
           order by ${link('position')} limit ?) as next_events`,
        [after, most],
      );
      const upTo = Number(reached?.position ?? after);
      const own = (attribute: string): string => `${rows.table(EVENT_LINK)}.${rows.column(EVENT_LINK, attribute)}`;
      const events = await rows.find<EventRow>(
        EVENT,
        (query, of) =>
          void query
            .join(rows.table(EVENT_LINK), own('eventId'), of('id'))
            .where(own('position'), '>', after)
            .where(own('position'), '<=', upTo)
            .whereIn(of('name'), [...names])
            .orderBy(own('position')),
      );
      return { upTo, count: Number(reached?.count ?? 0), events };
    },
  };
}

export type EventStream = ReturnType<typeof createEventStream>;
