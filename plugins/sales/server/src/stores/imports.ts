import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { PRICE, PRODUCT, PRODUCT_IMPORT, PRODUCT_IMPORT_ROW } from '../content-types/types';
import type { Outcome } from '../domain/import/decide-rows';
import type { ImportState } from '../domain/import/life';
import type { RowSaid } from '../domain/import/read-row';
import { productStore, type PricedProduct, type PriceRow, type ProductRow } from './products';

export interface ImportFacts {
  fileName: string;
  state: ImportState;
  /** Headings of columns that were not read. */
  ignored: readonly string[];
  rows: number;
  newProducts: number;
  newPrices: number;
  changed: number;
  unchanged: number;
  wrong: number;
  done: number;
  failed: number;
  readBy: string;
  readAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}
export type ImportRow = Ref & ImportFacts;

export interface RowFacts {
  import: number;
  row: number;
  sku: string;
  said: RowSaid | Record<string, never>;
  cells: readonly string[];
  outcome: Outcome;
  before: bigint | null;
  after: bigint | null;
  state: 'waiting' | 'done' | 'failed';
  /** A kept refusal. */
  reason: string | null;
}
export type WaitingRow = Ref & Pick<RowFacts, 'row' | 'sku'> & { said: RowSaid };

const WAITING = ['row', 'sku', 'said'];

export const importStore = (rows: Rows) => {
  const products = productStore(rows);
  const waiting = (id: number, narrow: (query: Parameters<Parameters<Rows['find']>[1]>[0]) => void) =>
    rows.find<WaitingRow>(
      PRODUCT_IMPORT_ROW,
      (query, column) => {
        query.where(column('import'), id).where(column('state'), 'waiting');
        query.orderBy([column('sku'), column('row')]);
        narrow(query);
      },
      { fields: WAITING },
    );
  return {
    insert: async (facts: ImportFacts): Promise<Ref | undefined> =>
      (await rows.insert(PRODUCT_IMPORT, [{ ...facts }]))[0],
    insertRows: (list: readonly RowFacts[]) =>
      rows.insert(PRODUCT_IMPORT_ROW, list as unknown as Record<string, unknown>[], { refs: false }),
    lock: async (id: number): Promise<ImportRow | undefined> =>
      (await rows.byIds<ImportRow>(PRODUCT_IMPORT, [id], { lock: 'wait' }))[0],
    byId: async (id: number): Promise<ImportRow | undefined> => (await rows.byIds<ImportRow>(PRODUCT_IMPORT, [id]))[0],
    update: (change: { id: number } & Partial<ImportFacts>) => rows.update(PRODUCT_IMPORT, [{ ...change }]),
    updateRows: (list: readonly ({ id: number } & Partial<RowFacts>)[]) =>
      rows.update(PRODUCT_IMPORT_ROW, list as never),

    /** The one that was started first, of those under way. */
    running: async (): Promise<ImportRow | undefined> =>
      (
        await rows.find<ImportRow>(
          PRODUCT_IMPORT,
          (query, column) =>
            void query
              .where(column('state'), 'running')
              .orderBy([column('startedAt'), column('id')])
              .limit(1),
        )
      )[0],

    /** The next rows, all of a code together. */
    async next(id: number, most: number): Promise<WaitingRow[]> {
      const found = await waiting(id, (query) => void query.limit(most + 1));
      if (found.length <= most) return found;
      const last = found.at(-1)?.sku;
      const whole = found.filter(({ sku }) => sku !== last);
      return whole.length > 0
        ? whole
        : waiting(id, (query) => void query.where(rows.column(PRODUCT_IMPORT_ROW, 'sku'), last ?? ''));
    },

    /** Rows that were not carried out, in the order of the file. */
    notDone: (id: number) =>
      rows.find<Pick<RowFacts, 'row' | 'cells' | 'reason'>>(
        PRODUCT_IMPORT_ROW,
        (query, column) =>
          void query.where(column('import'), id).where(column('state'), 'failed').orderBy(column('row')),
        { fields: ['row', 'cells', 'reason'] },
      ),

    /** Products of these codes with their prices, by code. */
    async known(skus: readonly string[], lock?: 'wait'): Promise<Map<string, PricedProduct>> {
      const found = new Map<string, PricedProduct>();
      for (let at = 0; at < skus.length; at += 5000) {
        const named = await products.named('sku', skus.slice(at, at + 5000), lock);
        for (const one of await products.withPrices(named)) found.set(one.product.sku ?? '', one);
      }
      return found;
    },

    /** All products with their prices, for a file: a product without a price stands alone. */
    async catalogue(): Promise<PricedProduct[]> {
      const all = await rows.find<ProductRow>(
        PRODUCT,
        (query, column) => void query.orderBy([column('sku'), column('id')]),
      );
      const byId = new Map(all.map((product) => [product.id, { product, prices: [] as PriceRow[] }]));
      for (const price of await rows.find<PriceRow>(PRICE, () => undefined))
        byId.get(price.product ?? 0)?.prices.push(price);
      return [...byId.values()];
    },
  };
};
