import type { Language } from '../../../kernel/src';
import { type Ref, type Rows, storedInstant } from '../../../kit/src/rows';
import type { MailTexts } from '../templates/create-templates';
import type { Letterhead } from '../templates/letterhead';

export const DELIVERY = 'plugin::platform.delivery';

export interface DeliveryDocument {
  kind: string;
  id: number;
}

export interface Delivery extends Ref {
  template: string;
  templateVersion: number | null;
  key: string;
  to: string;
  language: Language;
  customerId: number | null;
  data: Record<string, unknown> | null;
  documents: DeliveryDocument[] | null;
  /** The files that were kept of the documents, in their order: what was sent is what is kept. */
  attachments: string[] | null;
  state: 'queued' | 'sent' | 'failed' | 'dead' | 'withdrawn';
  attempts: number;
  nextAttemptAt: string | null;
  lastError: string | null;
  sentAt: string | null;
  messageId: string | null;
  /** What the mail speaks of: uid and document id of a row, and what it is called. */
  aboutType: string | null;
  aboutDocumentId: string | null;
  aboutName: string | null;
  /** Staff sent it to themselves. */
  isTest: boolean;
  /** Texts of its own instead of a version's: a test of what is not saved yet. */
  texts: MailTexts | null;
  /** What its subject said, and what stood around its text, when it was last tried. */
  subject: string | null;
  letterhead: Letterhead | null;
}

const WAITING = ['queued', 'failed'];

export function createDeliveryStore(rows: Rows) {
  // Strapi keeps instants on SQLite as milliseconds.
  const at = (instant: string): string | number => storedInstant(rows, instant);

  return {
    /** A delivery whose (template, key) is there already was queued before: it is left out. */
    async insert(list: readonly Omit<Delivery, keyof Ref>[]): Promise<void> {
      await rows.insert(DELIVERY, list as never[], { conflict: 'ignore', refs: false });
    },

    async nextAttempt(): Promise<string | null> {
      const [first] = await rows.find<Pick<Delivery, 'nextAttemptAt'>>(
        DELIVERY,
        (query, column) =>
          void query
            .whereIn(column('state'), WAITING)
            .whereNotNull(column('nextAttemptAt'))
            .orderBy([{ column: column('nextAttemptAt') }, { column: column('id') }])
            .limit(1),
        { fields: ['nextAttemptAt'] },
      );
      return first?.nextAttemptAt ?? null;
    },

    /** What is due, locked; what another instance has under way is skipped. */
    due: (now: string, count: number): Promise<Delivery[]> =>
      rows.find<Delivery>(
        DELIVERY,
        (query, column) =>
          void query
            .whereIn(column('state'), WAITING)
            .where(column('nextAttemptAt'), '<=', at(now))
            .orderBy([{ column: column('nextAttemptAt') }, { column: column('id') }])
            .limit(count),
        { lock: 'skip' },
      ),

    update: (list: readonly (Partial<Delivery> & { id: number })[]): Promise<number> =>
      rows.update(DELIVERY, list as never[]),

    locked: (ids: readonly number[]): Promise<Delivery[]> =>
      rows.byIds<Delivery>(DELIVERY, [...new Set(ids)], { lock: 'wait' }),

    /** What waits to be sent and speaks of one of these rows, locked. */
    waitingAbout: (type: string, documentIds: readonly string[]): Promise<Ref[]> =>
      rows.find(
        DELIVERY,
        (query, column) =>
          void query
            .whereIn(column('aboutDocumentId'), [...documentIds])
            .where(column('aboutType'), type)
            .whereIn(column('state'), WAITING)
            .orderBy('id'),
        { fields: [], lock: 'wait' },
      ),

    byId: async (id: number): Promise<Delivery | undefined> => (await rows.byIds<Delivery>(DELIVERY, [id]))[0],

    /** How many mails went out by each version of a template, tests apart; of very many it is enough to know that. */
    async usedBy(code: string, versions: readonly number[], most: number): Promise<Map<number, number>> {
      if (versions.length === 0) return new Map();
      const knex = await rows.knex();
      const [table, column] = [rows.table(DELIVERY), (name: string) => rows.column(DELIVERY, name)];
      // Counted version by version, each to its limit: counting all by groups reads every mail that was ever sent.
      const counts = versions.map(
        () =>
          `(select count(*) from (select 1 from "${table}" where "${column('template')}" = ? and "${column('templateVersion')}" = ? and "${column('isTest')}" is not true limit ${most}) as used)`,
      );
      const [row] = (await knex.select(
        counts.map((sql, index) => knex.raw(`${sql} as v${index}`, [code, versions[index] ?? 0])),
      )) as Record<string, unknown>[];
      return new Map(versions.map((version, index) => [version, Number(row?.[`v${index}`] ?? 0)]));
    },
  };
}

export type DeliveryStore = ReturnType<typeof createDeliveryStore>;
