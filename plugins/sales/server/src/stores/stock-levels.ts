import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT, STOCK_ITEM } from '../content-types/types';

export const STOCK_PAGE = 25;

export interface StockLevelRow {
  /** Document id. */
  product: string;
  name: string;
  sku: string | null;
  unit: string;
  onHand: bigint;
  reserved: bigint;
  lowBelow: bigint | null;
}

interface Asked {
  q?: string;
  low?: 'true' | 'false';
  page: number;
}

/** Text of a search as LIKE takes it: what it means there is taken as it stands. */
const literal = (text: string): string => text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`);

export const stockLevelsStore = (rows: Rows) => ({
  /** One page of the stock of counted products, by name: two statements. */
  async page({ q, low, page }: Asked): Promise<{ items: StockLevelRow[]; total: number }> {
    const knex = await rows.knex();
    const s = (attribute: string): string => `s.${rows.column(STOCK_ITEM, attribute)}`;
    const p = (attribute: string): string => `p.${rows.column(PRODUCT, attribute)}`;
    const query = knex(`${rows.table(STOCK_ITEM)} as s`).join(`${rows.table(PRODUCT)} as p`, 'p.id', s('product'));
    query.where(p('stockTracked'), true);
    if (low === 'true') query.whereRaw('?? - ?? <= ??', [s('onHand'), s('reserved'), s('lowBelow')]);
    if (q) {
      const like = `%${literal(q)}%`;
      query.whereRaw(`(lower(??) like ? escape '\\' or lower(coalesce(??, '')) like ? escape '\\')`, [
        ...[p('name'), like, p('sku'), like],
      ]);
    }
    const [counted] = (await query.clone().count({ total: '*' })) as { total: number | string }[];
    const found = (await query
      .select({
        ...{ product: p('documentId'), name: p('name'), sku: p('sku'), unit: p('unit') },
        ...{ onHand: s('onHand'), reserved: s('reserved'), lowBelow: s('lowBelow') },
      })
      .orderBy([{ column: p('name') }, { column: 's.id' }])
      .limit(STOCK_PAGE)
      .offset((page - 1) * STOCK_PAGE)) as (Pick<StockLevelRow, 'product' | 'name' | 'sku' | 'unit'> & {
      onHand: string | number;
      reserved: string | number;
      lowBelow: string | number | null;
    })[];
    return {
      items: found.map(({ onHand, reserved, lowBelow, ...product }) => ({
        ...product,
        onHand: BigInt(onHand),
        reserved: BigInt(reserved),
        lowBelow: lowBelow === null ? null : BigInt(lowBelow),
      })),
      total: Number(counted?.total ?? 0),
    };
  },
});
