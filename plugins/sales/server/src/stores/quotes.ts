import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { CONTACT, PRODUCT, QUOTE, QUOTE_LINE } from '../content-types/types';
import type { QuoteFacts, QuoteLineFacts } from '../domain/quote';

export type QuoteRow = QuoteFacts & Ref;
export type QuoteLineRow = QuoteLineFacts & Ref;

export const quotesStore = (rows: Rows) => ({
  insert: (quotes: readonly QuoteFacts[]): Promise<Ref[]> => rows.insert(QUOTE, quotes as never),
  insertLines: (lines: readonly QuoteLineFacts[]): Promise<Ref[]> => rows.insert(QUOTE_LINE, lines as never),
  update: (changes: readonly ({ id: number } & Partial<QuoteFacts>)[]): Promise<number> => rows.update(QUOTE, changes),
  byIds: (ids: readonly number[], lock?: 'wait'): Promise<QuoteRow[]> => rows.byIds<QuoteRow>(QUOTE, ids, { lock }),
  linesOf: (quotes: readonly number[]): Promise<QuoteLineRow[]> =>
    rows.find<QuoteLineRow>(
      QUOTE_LINE,
      (query, column) =>
        void query.whereIn(column('quote'), [...quotes]).orderBy([column('quote'), column('position')]),
    ),
  removeLines: (lines: readonly { id: number }[]): Promise<number> =>
    rows.remove(
      QUOTE_LINE,
      lines.map(({ id }) => id),
    ),
  /** Once sent, the lines of a quote are its customer's promise. */
  sealLines: (lines: readonly { id: number }[]): Promise<number> =>
    rows.update(
      QUOTE_LINE,
      lines.map(({ id }) => ({ id, sent: true })),
    ),
  /** The first version of what each of these submissions led to. */
  ofSubmissions: (submissions: readonly number[]): Promise<QuoteRow[]> =>
    rows.find<QuoteRow>(
      QUOTE,
      (query, column) => void query.whereIn(column('submission'), [...submissions]).where(column('version'), 1),
    ),
  /** The newest version of each number. */
  async newest(numbers: readonly string[]): Promise<Map<string, number>> {
    if (numbers.length === 0) return new Map();
    const found = await rows.find<{ number: string; version: number }>(
      QUOTE,
      (query, column) => void query.whereIn(column('number'), [...numbers]).orderBy(column('version')),
      { fields: ['number', 'version'] },
    );
    return new Map(found.map(({ number, version }) => [number, version]));
  },
  /** What the contact of a log-in is called. */
  async memberName(user: number): Promise<string | undefined> {
    const [contact] = await rows.find<{ name: string }>(
      CONTACT,
      (query, column) => void query.where(column('user'), user).limit(1),
      { fields: ['name'] },
    );
    return contact?.name;
  },
  products: async (ids: readonly number[]): Promise<Map<number, Ref & { name: string }>> =>
    new Map((await rows.byIds<{ name: string }>(PRODUCT, ids, { fields: ['name'] })).map((row) => [row.id, row])),
});
