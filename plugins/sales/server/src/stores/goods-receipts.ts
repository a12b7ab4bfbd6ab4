import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, GOODS_RECEIPT, GOODS_RECEIPT_LINE, PRODUCT } from '../content-types/types';
import type { GoodsReceiptFacts, GoodsReceiptLineFacts, ReceivedProduct } from '../domain/goods-receipt';

export type GoodsReceiptRow = GoodsReceiptFacts & Ref;
export type GoodsReceiptLineRow = GoodsReceiptLineFacts & Ref;
export type ReceivedProductRow = ReceivedProduct & Ref & { unit: string; sku: string | null; stockTracked: boolean };

export const goodsReceiptsStore = (rows: Rows) => ({
  insert: async (receipt: GoodsReceiptFacts): Promise<Ref> => {
    const [ref] = await rows.insert(GOODS_RECEIPT, [receipt as never]);
    if (!ref) throw new Error('A goods receipt was not written');
    return ref;
  },
  insertLines: (lines: readonly GoodsReceiptLineFacts[]): Promise<Ref[]> =>
    rows.insert(GOODS_RECEIPT_LINE, lines as never),
  cancel: (id: number, change: Pick<GoodsReceiptFacts, 'state' | 'cancelReason'>): Promise<number> =>
    rows.update(GOODS_RECEIPT, [{ ...change, id }]),
  byId: async (id: number, lock?: 'wait'): Promise<GoodsReceiptRow | undefined> =>
    (await rows.byIds<GoodsReceiptRow>(GOODS_RECEIPT, [id], { lock }))[0],
  declared: (declarationNumber: string): Promise<Pick<GoodsReceiptRow, 'number'>[]> =>
    rows.find<GoodsReceiptRow>(
      GOODS_RECEIPT,
      (query, column) =>
        void query.where(column('declarationNumber'), declarationNumber).where(column('state'), 'received'),
      { fields: ['number'] },
    ),
  linesOf: (receipt: number): Promise<GoodsReceiptLineRow[]> =>
    rows.find<GoodsReceiptLineRow>(
      GOODS_RECEIPT_LINE,
      (query, column) => void query.where(column('receipt'), receipt).orderBy(column('position')),
    ),
  products: async (ids: readonly number[]): Promise<Map<number, ReceivedProductRow>> =>
    new Map(
      (
        await rows.byIds<ReceivedProductRow>(PRODUCT, [...new Set(ids)], {
          fields: ['name', 'kind', 'unit', 'sku', 'stockTracked'],
        })
      ).map((product) => [product.id, product]),
    ),
  supplier: async (id: number): Promise<({ name: string; supplier: boolean } & Ref) | undefined> =>
    (await rows.byIds<{ name: string; supplier: boolean }>(CUSTOMER, [id], { fields: ['name', 'supplier'] }))[0],
});
