import {
  type CivilDate,
  conflict,
  formatQuantity,
  type Language,
  move,
  notFound,
} from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { GOODS_RECEIPT } from '../../content-types/types';
import {
  checkReceipt,
  type GoodsReceiptFacts,
  goodsReceiptMachine,
  type ReceivedLine,
  receivedLines,
} from '../../domain/goods-receipt';
import { openPlaceOf } from '../../domain/warehouse';
import { type GoodsReceiptLineRow, type GoodsReceiptRow, goodsReceiptsStore } from '../../stores/goods-receipts';
import { stockStore } from '../../stores/stock';
import { warehousesStore } from '../../stores/warehouses';
import { adjustStock, type StockChange } from '../adjust-stock';
import { must } from '../must';

export const GOODS_RECEIPT_SERIES = 'goods-receipt';

export interface ReceivedImport extends Pick<
  GoodsReceiptFacts,
  'supplier' | 'declarationNumber' | 'declaredOn' | 'supplierInvoice' | 'cif' | 'duty' | 'importVat' | 'note'
> {
  /** Today unless told. */
  receivedOn?: CivilDate;
  /** Row id; the default one unless told. */
  warehouse?: number;
  lines: readonly ReceivedLine[];
}

const receiptEvent = (
  name: string,
  { id, documentId, number, state, declarationNumber, cif, importVat }: GoodsReceiptRow,
  more: Record<string, unknown> = {},
): NewEvent => ({
  name,
  subject: { type: GOODS_RECEIPT, id, documentId },
  after: { number, state, declarationNumber, cif, importVat, ...more },
});

/** What the stock learns of lines: only what is counted. */
async function stockOf(
  { platform }: Pick<Tools, 'platform'>,
  { warehouse }: GoodsReceiptRow,
  lines: readonly GoodsReceiptLineRow[],
  { kind, reason }: Required<Pick<StockChange, 'kind' | 'reason'>>,
): Promise<StockChange[]> {
  const products = await goodsReceiptsStore(platform.rows).products(lines.map(({ product }) => product));
  return lines.flatMap(({ id, product, quantity }) => {
    const amount = formatQuantity(kind === 'receive' ? quantity : -quantity);
    return products.get(product)?.stockTracked
      ? [{ ...{ product, kind, reason, warehouse }, quantity: amount, receiptLine: id }]
      : [];
  });
}

/** Goods that came from abroad are in stock, and the papers of their import are kept with them. */
export const receiveImport = (tools: Tools, wish: ReceivedImport, language: Language): Promise<Ref> =>
  tools.platform.transaction(async () => {
    const { rows, clock, numbers, events, currency } = tools.platform;
    const store = goodsReceiptsStore(rows);
    const today = clock.today();
    const { lines, receivedOn = today, warehouse, ...said } = wish;
    const supplier = await store.supplier(wish.supplier);
    if (!supplier?.supplier) {
      throw conflict('goods_receipt.not_supplier', { field: 'supplier', params: { name: supplier?.name ?? '' } });
    }
    checkReceipt({ ...said, receivedOn }, today);
    const products = lines.map(({ product }) => product);
    const parts = receivedLines(lines, await store.products(products), wish);
    const place = openPlaceOf(await warehousesStore(rows).all(), warehouse, 'warehouse');
    // Stock before numbers, as everywhere.
    await stockStore(rows).lock(products);
    const [other] = await store.declared(wish.declarationNumber);
    if (other) {
      throw conflict('goods_receipt.declaration_taken', {
        ...{ field: 'declarationNumber', params: { number: wish.declarationNumber, receipt: other.number } },
      });
    }
    const [number] = await numbers.take([{ series: GOODS_RECEIPT_SERIES, branch: null, date: today }]);
    const facts: GoodsReceiptFacts = {
      ...{ number: must(number), state: 'received', ...said, warehouse: place.id, receivedOn },
      ...{ currency: await currency.own(), cancelReason: null, recordedAt: clock.now() },
    };
    const ref = await store.insert(facts);
    const receipt = { ...facts, ...ref };
    const written = parts.map((line) => ({ ...line, receipt: ref.id }));
    const refs = await store.insertLines(written);
    const kept = written.map((line, index): GoodsReceiptLineRow => ({ ...line, ...must(refs[index]) }));
    const changes = await stockOf(tools, receipt, kept, { kind: 'receive', reason: facts.number });
    await adjustStock(tools, changes, language);
    await events.record([receiptEvent('goods_receipt.received', receipt, { supplier: supplier.name })]);
    return ref;
  });

/** What was recorded wrongly goes out of the stock again, where it still lies there and is promised to nobody. */
export const cancelGoodsReceipt = (tools: Tools, id: number, reason: string, language: Language): Promise<void> =>
  tools.platform.transaction(async () => {
    const store = goodsReceiptsStore(tools.platform.rows);
    const receipt = await store.byId(id, 'wait');
    if (!receipt) throw notFound('goods_receipt.unknown');
    const state = move(goodsReceiptMachine, receipt.state, 'cancel');
    const changes = await stockOf(tools, receipt, await store.linesOf(id), { kind: 'adjust', reason });
    await adjustStock(tools, changes, language);
    await store.cancel(id, { state, cancelReason: reason });
    await tools.platform.events.record([receiptEvent('goods_receipt.cancelled', { ...receipt, state }, { reason })]);
  });
