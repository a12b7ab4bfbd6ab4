import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { ORDER, QUOTE } from '../content-types/types';

type Row = Record<string, string | number | null>;

export const quoteProofStore = (rows: Rows) => ({
  /** Accepted quotes without an order, or whose order is another customer's or asks for another total. */
  async quotesUnlikeOrders(): Promise<Row[]> {
    const q = (attribute: string) => `q."${rows.column(QUOTE, attribute)}"`;
    const o = (attribute: string) => `o."${rows.column(ORDER, attribute)}"`;
    return rows.ask<Row>(`
      select ${q('documentId')} as document, ${q('number')} as quote, ${q('currency')} as currency, ${q('total')} as total,
        ${o('number')} as number, ${o('total')} as ordered
      from "${rows.table(QUOTE)}" q left join "${rows.table(ORDER)}" o on o.id = ${q('order')}
      where ${q('state')} in ('accepted', 'ordered')
        and (o.id is null or (${o('revision')} = 0 and ${o('total')} <> ${q('total')}) or ${o('customer')} <> ${q('customer')})`);
  },
});
