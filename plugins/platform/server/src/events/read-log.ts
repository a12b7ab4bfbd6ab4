import type { Core } from '@strapi/types';
import { addDays, startOfDay } from '../../../kernel/src';
import type { Caller } from '../../../kit/src/caller';
import type { EventQuestion, EventRow } from '../../../kit/src/events';
import type { Clock } from '../../../kit/src/platform';
import type { Narrow, Rows } from '../../../kit/src/rows';
import type { Registry } from '../core/registry';
import { type Ability, createReaderRights, type ReaderRights } from '../doors/reader-rights';
import { EVENT } from './delivery-store';

interface Needs {
  strapi: Core.Strapi;
  rows: Rows;
  clock: Clock;
  registry: Registry;
}

const nothing: Narrow = (query) => void query.whereRaw('1 = 0');
const everything: Narrow = () => undefined;
const unchanged = (row: EventRow): EventRow => row;

/**
 * The log as a reader may read it. An event tells what its subject holds, so it is shown to whoever may read the
 * subject: its type, that row under the conditions of the reader, and of before and after the fields that are theirs.
 */
export function createLogReader({ strapi, rows, clock, registry }: Needs) {
  /** A type that no role screen shows is read with what leads to it; where that is a customer's, an event does not. */
  const mayReadEventsOf = (rights: ReaderRights, uid: string): boolean => {
    const isHidden = rights.model(uid)?.pluginOptions?.['content-manager']?.visible === false;
    return rights.mayReadType(uid) && !(isHidden && registry.ownerPath(uid) !== undefined);
  };

  const idsOf = (uid: string, where: Record<string, unknown>) =>
    strapi.db
      .queryBuilder(uid)
      .init({ select: ['id'], where } as never)
      .getKnexQuery();

  function narrowTo(rights: ReaderRights): Narrow {
    const types = Object.keys(strapi.contentTypes).filter((uid) => mayReadEventsOf(rights, uid));
    const all = types.filter((uid) => !rights.rows(uid));
    return (query, column) =>
      void query.where((any) => {
        void any.whereIn(column('subjectType'), all);
        for (const uid of types) {
          const where = rights.rows(uid);
          if (where) {
            void any.orWhere((one) => {
              void one.where(column('subjectType'), uid).whereIn(column('subjectId'), idsOf(uid, where) as never);
            });
          }
        }
      });
  }

  function viewOf(caller: Caller): { narrow: Narrow; shown: (row: EventRow) => EventRow } {
    if (caller.kind === 'system') return { narrow: everything, shown: unchanged };
    if (caller.kind !== 'staff' || !caller.ability) return { narrow: nothing, shown: unchanged };
    const rights = createReaderRights(strapi, caller.ability as Ability);
    const part = (row: EventRow, of: 'before' | 'after') =>
      rights.shown(row.subjectType, row[of]) as Record<string, unknown> | null;
    return {
      narrow: narrowTo(rights),
      shown: (row) => ({ ...row, before: part(row, 'before'), after: part(row, 'after') }),
    };
  }

  async function read(caller: Caller, which: Narrow): Promise<EventRow[]> {
    const { narrow, shown } = viewOf(caller);
    const found = await rows.find<EventRow>(EVENT, (query, column) => {
      which(query, column);
      narrow(query, column);
    });
    return found.map(shown);
  }

  const at = (date: string): string | number => {
    const instant = startOfDay(clock.zone(), date);
    return rows.dialect === 'sqlite' ? Date.parse(instant) : instant;
  };

  return {
    /** The latest first. */
    find: (caller: Caller, asked: EventQuestion): Promise<EventRow[]> =>
      read(caller, (query, column) => {
        if (asked.subject !== undefined) query.where(column('subjectDocumentId'), asked.subject);
        if (asked.type !== undefined) query.where(column('subjectType'), asked.type);
        if (asked.name !== undefined) query.where(column('name'), asked.name);
        if (asked.customer !== undefined) query.whereIn(column('customerId'), [asked.customer].flat());
        if (asked.from !== undefined) query.where(column('at'), '>=', at(asked.from));
        if (asked.to !== undefined) query.where(column('at'), '<', at(addDays(asked.to, 1)));
        if (asked.before !== undefined) query.where(column('id'), '<', asked.before);
        query.orderBy(column('id'), 'desc').limit(asked.limit);
      }),
    /** From one event on, the earliest first. `customer`: only what happened to things of theirs. */
    after: (
      caller: Caller,
      id: number,
      { customer, limit }: { customer?: number; limit: number },
    ): Promise<EventRow[]> =>
      read(caller, (query, column) => {
        query.where(column('id'), '>', id).orderBy(column('id')).limit(limit);
        if (customer !== undefined) query.where(column('customerId'), customer);
      }),
    /** Row id of the last event; 0 where nothing has happened. */
    async lastId(): Promise<number> {
      const [last] = await rows.find(EVENT, (query, column) => void query.orderBy(column('id'), 'desc').limit(1), {
        fields: [],
      });
      return last?.id ?? 0;
    },
    byIds: (caller: Caller, ids: readonly number[]): Promise<EventRow[]> =>
      read(caller, (query, column) => void query.whereIn(column('id'), [...new Set(ids)])),
    byDocumentId: async (caller: Caller, documentId: string): Promise<EventRow | undefined> =>
      (await read(caller, (query, column) => void query.where(column('documentId'), documentId)))[0],
  };
}

export type LogReader = ReturnType<typeof createLogReader>;
