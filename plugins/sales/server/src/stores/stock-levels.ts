import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT, SHELF, STOCK_ITEM, WAREHOUSE } from '../content-types/types';

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
  /** By document id of the warehouse. */
  shelves: { warehouse: string; onHand: bigint }[];
}

interface Asked {
  q?: string;
  low?: 'true' | 'false';
  /** Document id. */
  warehouse?: string;
  page: number;
}

/** Text of a search as LIKE takes it: what it means there is taken as it stands. */
const literal = (text: string): string => text.toLowerCase().replace(/[\\%_]/g, (sign) => `\\${sign}`);

export const stockLevelsStore = (rows: Rows) => ({
  /** What lies in the warehouses of these stock items, by their row ids. */
  async shelvesOf(items: readonly number[]): Promise<Map<number, StockLevelRow['shelves']>> {
    const found = new Map<number, StockLevelRow['shelves']>();
    if (items.length === 0) return found;
    const knex = await rows.knex();
    const h = (attribute: string): string => `h.${rows.column(SHELF, attribute)}`;
    const list = (await knex(`${rows.table(SHELF)} as h`)
      .join(`${rows.table(WAREHOUSE)} as w`, 'w.id', h('warehouse'))
      .whereIn(h('stockItem'), [...items])
      .where(h('onHand'), '>', 0)
      .orderBy('w.id')
      .select({
        item: h('stockItem'),
        warehouse: `w.${rows.column(WAREHOUSE, 'documentId')}`,
        onHand: h('onHand'),
      })) as {
      item: number;
      warehouse: string;
      onHand: string | number;
    }[];
    for (const { item, warehouse, onHand } of list) {
      const shelves = found.get(Number(item)) ?? [];
      found.set(Number(item), shelves);
      shelves.push({ warehouse, onHand: BigInt(onHand) });
    }
    return found;
  },

  /** One page of the stock of counted products, by name: three statements. */
  async page({ q, low, warehouse, page }: Asked): Promise<{ items: StockLevelRow[]; total: number }> {
    const knex = await rows.knex();
    const s = (attribute: string): string => `s.${rows.column(STOCK_ITEM, attribute)}`;
    const p = (attribute: string): string => `p.${rows.column(PRODUCT, attribute)}`;
    const query = knex(`${rows.table(STOCK_ITEM)} as s`).join(`${rows.table(PRODUCT)} as p`, 'p.id', s('product'));
    query.where(p('stockTracked'), true);
    if (low === 'true') query.whereRaw('?? - ?? <= ??', [s('onHand'), s('reserved'), s('lowBelow')]);
    if (warehouse) {
      const h = (attribute: string): string => `h.${rows.column(SHELF, attribute)}`;
      query.whereIn(
        's.id',
        knex(`${rows.table(SHELF)} as h`)
          .join(`${rows.table(WAREHOUSE)} as w`, 'w.id', h('warehouse'))
          .where(`w.${rows.column(WAREHOUSE, 'documentId')}`, warehouse)
          .where(h('onHand'), '>', 0)
          .select(h('stockItem')),
      );
    }
    if (q) {
      const like = `%${literal(q)}%`;
      query.whereRaw(`(lower(??) like ? escape '\\' or lower(coalesce(??, '')) like ? escape '\\')`, [
        ...[p('name'), like, p('sku'), like],
      ]);
    }
    const [counted] = (await query.clone().count({ total: '*' })) as { total: number | string }[];
    const found = (await query
      .select({
        ...{ item: 's.id', product: p('documentId'), name: p('name'), sku: p('sku'), unit: p('unit') },
        ...{ onHand: s('onHand'), reserved: s('reserved'), lowBelow: s('lowBelow') },
      })
      .orderBy([{ column: p('name') }, { column: 's.id' }])
      .limit(STOCK_PAGE)
      .offset((page - 1) * STOCK_PAGE)) as (Pick<StockLevelRow, 'product' | 'name' | 'sku' | 'unit'> & {
      item: number;
      onHand: string | number;
      reserved: string | number;
      lowBelow: string | number | null;
    })[];
    const shelves = await this.shelvesOf(found.map(({ item }) => item));
    return {
      items: found.map(({ item, onHand, reserved, lowBelow, ...product }) => ({
        ...product,
        shelves: shelves.get(item) ?? [],
        onHand: BigInt(onHand),
        reserved: BigInt(reserved),
        lowBelow: lowBelow === null ? null : BigInt(lowBelow),
      })),
      total: Number(counted?.total ?? 0),
    };
  },
});
