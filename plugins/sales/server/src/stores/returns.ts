import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { GOODS_RETURN, GOODS_RETURN_LINE } from '../content-types/types';
import type { ReturnFacts, ReturnLineFacts } from '../domain/return';

export type ReturnRow = ReturnFacts & Ref;
export type ReturnLineRow = ReturnLineFacts & Ref;

const INVOICE_LINE = 'plugin::billing.invoice-line';

export const returnsStore = (rows: Rows) => ({
  insert: (returns: readonly ReturnFacts[]): Promise<Ref[]> => rows.insert(GOODS_RETURN, returns as never),
  insertLines: (lines: readonly ReturnLineFacts[]): Promise<Ref[]> => rows.insert(GOODS_RETURN_LINE, lines as never),
  update: (changes: readonly ({ id: number } & Partial<ReturnFacts>)[]): Promise<number> =>
    rows.update(GOODS_RETURN, changes),
  byIds: (ids: readonly number[], lock?: 'wait'): Promise<ReturnRow[]> =>
    rows.byIds<ReturnRow>(GOODS_RETURN, ids, { lock }),
  linesOf: (returns: readonly number[]): Promise<ReturnLineRow[]> =>
    rows.find<ReturnLineRow>(
      GOODS_RETURN_LINE,
      (query, column) =>
        void query.whereIn(column('goodsReturn'), [...returns]).orderBy([column('goodsReturn'), column('position')]),
    ),
  /** The lines of invoices that ask for these order lines, by document id of the order line. */
  async invoiceLines(sources: readonly string[]): Promise<{ id: number; invoice: number; sourceLine: string }[]> {
    return rows.find<{ invoice: number; sourceLine: string }>(
      INVOICE_LINE,
      (query, column) => void query.whereIn(column('sourceLine'), [...sources]),
      { fields: ['invoice', 'sourceLine'] },
    );
  },
});
