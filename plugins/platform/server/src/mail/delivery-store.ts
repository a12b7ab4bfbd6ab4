import type { Language } from '../../../kernel/src';
import type { Ref, Rows } from '../../../kit/src/rows';

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
  state: 'queued' | 'sent' | 'failed' | 'dead';
  attempts: number;
  nextAttemptAt: string | null;
  lastError: string | null;
  sentAt: string | null;
  messageId: string | null;
}

const WAITING = ['queued', 'failed'];

export function createDeliveryStore(rows: Rows) {
  // Strapi keeps instants on SQLite as milliseconds.
  const at = (instant: string): string | number => (rows.dialect === 'sqlite' ? Date.parse(instant) : instant);

  return {
    /** A delivery whose (template, key) is there already was queued before: it is left out. */
    insert: (list: readonly Omit<Delivery, keyof Ref>[]): Promise<Ref[]> =>
      rows.insert(DELIVERY, list as never[], { conflict: 'ignore' }),

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
  };
}

export type DeliveryStore = ReturnType<typeof createDeliveryStore>;
