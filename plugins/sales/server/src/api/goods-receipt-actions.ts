import { z } from 'zod';
import {
  civilDate,
  day,
  decimal,
  defineAction,
  documentFile,
  fileAnswer,
  instant,
  money,
  type Platform,
  rowId,
  rowIds,
} from '@sanya/strapi-plugin-platform/kit';
import { formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import { CUSTOMER, GOODS_RECEIPT, PRODUCT, WAREHOUSE } from '../content-types/types';
import { GOODS_RECEIPT_STATES } from '../domain/goods-receipt';
import { goodsReceiptsStore } from '../stores/goods-receipts';
import { cancelGoodsReceipt, receiveImport } from '../use-cases/goods-receipts/receive-imports';
import { warehouseId } from './named-rows';
import { documentId, documentInput, maybe, quantity } from './shapes';

const text = (most: number) => z.string().trim().min(1).max(most);
const amount = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(BigInt)
  .meta({ format: 'minor-units' });

const receiptInput = z.strictObject({
  /** Document id of a customer that is a supplier, too. */
  supplier: documentId,
  /** Document id; the default one unless told. */
  warehouse: documentId.optional(),
  /** Today unless told. */
  receivedOn: civilDate.optional(),
  /** Of the import declaration. */
  declarationNumber: text(60),
  declaredOn: civilDate.nullish(),
  supplierInvoice: text(100),
  /** Cost, insurance and freight, in the company's currency as the customs valued it. */
  cif: amount,
  duty: amount,
  /** As the customs asked it: input tax. */
  importVat: amount,
  note: maybe(2000),
  lines: z
    .array(
      z.strictObject({
        product: documentId,
        quantity,
        lot: maybe(60),
        /** Of the value; either all lines say theirs, or none: then it is shared by quantity. */
        value: amount.optional(),
      }),
    )
    .max(200),
});

const word = z.string();
const perhaps = word.nullable();

const goodsReceipt = z
  .strictObject({
    id: z.int(),
    documentId: word,
    number: word,
    state: z.enum(GOODS_RECEIPT_STATES),
    supplier: z.strictObject({ documentId: word, name: word }).nullable(),
    warehouse: z.strictObject({ documentId: word, name: word }).nullable(),
    receivedOn: day,
    declarationNumber: word,
    declaredOn: day.nullable(),
    supplierInvoice: word,
    currency: word,
    cif: money,
    duty: money,
    importVat: money,
    note: perhaps,
    cancelReason: perhaps,
    recordedAt: instant,
    lines: z.array(
      z.strictObject({
        documentId: word,
        position: z.int(),
        product: z.strictObject({ documentId: word, name: word, sku: perhaps, unit: word }),
        quantity: decimal,
        lot: perhaps,
        value: money,
        /** With its part of the duty. */
        landed: money,
      }),
    ),
  })
  .meta({ id: 'GoodsReceipt' });

async function view({ rows }: Platform, id: number) {
  const store = goodsReceiptsStore(rows);
  const found = await store.byId(id);
  if (!found) return undefined;
  const supplier = await store.supplier(found.supplier);
  const [place] = await rows.byIds<{ name: string }>(WAREHOUSE, [found.warehouse], { fields: ['name'] });
  const lines = await store.linesOf(id);
  const products = await store.products(lines.map(({ product }) => product));
  const { documentId: document, number, state, receivedOn, declarationNumber, declaredOn, supplierInvoice } = found;
  return {
    ...{ id, documentId: document, number, state },
    supplier: supplier ? { documentId: supplier.documentId, name: supplier.name } : null,
    warehouse: place ? { documentId: place.documentId, name: place.name } : null,
    ...{ receivedOn, declarationNumber, declaredOn, supplierInvoice, currency: found.currency },
    ...{ cif: found.cif, duty: found.duty, importVat: found.importVat },
    ...{ note: found.note, cancelReason: found.cancelReason, recordedAt: found.recordedAt },
    lines: lines.map(({ documentId: line, position, product, quantity: many, lot, value, landed }) => {
      const { documentId: what = '', name = '', sku = null, unit = '' } = products.get(product) ?? {};
      return {
        ...{ documentId: line, position, product: { documentId: what, name, sku, unit } },
        ...{ quantity: formatQuantity(many), lot, value, landed },
      };
    }),
  };
}

export const goodsReceiptActions = [
  defineAction({
    name: 'receiveImport',
    summary: 'Record goods received from abroad: customs value, duty, import VAT, lots; their stock comes in',
    staff: { method: 'POST', path: '/goods-receipts', permission: 'goods-receipt.record' },
    input: receiptInput,
    output: goodsReceipt,
    status: 201,
    graphql: 'none',
    run: async (call) => {
      const { platform, input, caller } = call;
      const { lines, note = null, declaredOn = null, ...said } = input;
      const supplier = await rowId(platform, CUSTOMER, said.supplier, 'goods_receipt.supplier_unknown', 'supplier');
      const warehouse = await warehouseId(platform, said.warehouse);
      const products = await rowIds(
        platform,
        PRODUCT,
        lines.map(({ product }) => product),
        'goods_receipt.product_unknown',
        (index) => `lines.${index}.product`,
      );
      const { id } = await receiveImport(
        call,
        {
          ...{ ...said, note, declaredOn, supplier, warehouse },
          lines: lines.map((line, index) => ({ ...line, product: products[index] ?? 0 })),
        },
        caller.language,
      );
      return view(platform, id);
    },
  }),
  defineAction({
    name: 'readGoodsReceipt',
    summary: 'A goods receipt with its lots, values and what they cost with the duty',
    subject: GOODS_RECEIPT,
    staff: { method: 'GET', path: '/goods-receipts/:id/whole', permission: 'goods-receipt.document' },
    input: z.strictObject({}),
    output: goodsReceipt,
    writes: false,
    graphql: 'none',
    run: ({ platform, subject }) => view(platform, subject.id),
  }),
  defineAction({
    name: 'cancelGoodsReceipt',
    summary: 'Cancel a goods receipt that was recorded wrongly: its goods go out of the stock again',
    subject: GOODS_RECEIPT,
    staff: { method: 'POST', path: '/goods-receipts/:id/cancel', permission: 'goods-receipt.cancel' },
    input: z.strictObject({ reason: text(200) }),
    output: goodsReceipt,
    graphql: 'none',
    run: async (call) => {
      await cancelGoodsReceipt(call, call.subject.id, call.input.reason, call.caller.language);
      return view(call.platform, call.subject.id);
    },
  }),
  defineAction({
    name: 'goodsReceiptDocument',
    summary: 'The goods receipt as PDF',
    subject: GOODS_RECEIPT,
    staff: { method: 'GET', path: '/goods-receipts/:id/document', permission: 'goods-receipt.document' },
    input: documentInput,
    output: fileAnswer,
    writes: false,
    graphql: 'none',
    run: (call) => documentFile(call, 'goods-receipt', call.subject.id),
  }),
] as const;
