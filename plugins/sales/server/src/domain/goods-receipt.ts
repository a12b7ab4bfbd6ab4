import {
  badInput,
  type CivilDate,
  compareDates,
  conflict,
  machine,
  parseQuantity,
  rateOf,
  spread,
  sum,
} from '@sanya/strapi-plugin-platform/kernel';

export const GOODS_RECEIPT_STATES = ['received', 'cancelled'] as const;
export type GoodsReceiptState = (typeof GOODS_RECEIPT_STATES)[number];

/** A receipt that was recorded wrongly is cancelled and recorded anew. */
export const goodsReceiptMachine = machine<GoodsReceiptState, 'cancel'>({
  type: 'goods-receipt',
  states: GOODS_RECEIPT_STATES,
  initial: ['received'],
  transitions: [{ verb: 'cancel', from: ['received'], to: 'cancelled' }],
});

/** Goods that came from abroad, as the customs cleared them; amounts in minor units of the company's currency. */
export interface GoodsReceiptFacts {
  number: string;
  state: GoodsReceiptState;
  /** Row ids. */
  supplier: number;
  warehouse: number;
  receivedOn: CivilDate;
  declarationNumber: string;
  declaredOn: CivilDate | null;
  /** The number that the supplier gave its invoice. */
  supplierInvoice: string;
  currency: string;
  /** Cost, insurance and freight: what the customs value. */
  cif: bigint;
  duty: bigint;
  /** Paid to the customs: input tax of the company, never on a document of its own. */
  importVat: bigint;
  note: string | null;
  cancelReason: string | null;
  recordedAt: string;
}

/** A line as stored; quantity in thousandths. */
export interface GoodsReceiptLineFacts {
  receipt: number;
  product: number;
  position: number;
  quantity: bigint;
  lot: string | null;
  /** Its part of the value. */
  value: bigint;
  /** The same with its part of the duty: what the goods cost once they are here. */
  landed: bigint;
}

export interface ReceivedLine {
  /** Row id. */
  product: number;
  /** Decimal text. */
  quantity: string;
  lot?: string | null;
  /** Minor units; either all lines say theirs, or none. */
  value?: bigint;
}

export interface ReceivedProduct {
  name: string;
  kind: 'goods' | 'service';
}

/** What the customs ask as VAT of a value with its duty; what their paper says has the last word. */
export const importVatOf = (cif: bigint, duty: bigint, ratePpm: number): bigint => rateOf(cif + duty, ratePpm);

/** Refuses what no customs paper says: a day to come, amounts below nothing. */
export function checkReceipt(
  {
    receivedOn,
    declaredOn,
    cif,
    duty,
    importVat,
  }: Pick<GoodsReceiptFacts, 'receivedOn' | 'declaredOn' | 'cif' | 'duty' | 'importVat'>,
  today: CivilDate,
): void {
  const day = (field: string, date: CivilDate | null): void => {
    if (date !== null && compareDates(date, today) > 0) {
      throw badInput('goods_receipt.in_future', { field, params: { date, today } });
    }
  };
  day('receivedOn', receivedOn);
  day('declaredOn', declaredOn);
  for (const [field, amount] of Object.entries({ cif, duty, importVat })) {
    if (amount < 0n) throw badInput('goods_receipt.amount_invalid', { field });
  }
}

/**
 * The lines with their parts of value and duty, which add up to both. Where no line says its value, it is shared by
 * quantity; where all do, they come to the value of the declaration.
 */
export function receivedLines(
  lines: readonly ReceivedLine[],
  products: ReadonlyMap<number, ReceivedProduct>,
  { cif, duty }: Pick<GoodsReceiptFacts, 'cif' | 'duty'>,
): Omit<GoodsReceiptLineFacts, 'receipt'>[] {
  if (lines.length === 0) throw badInput('goods_receipt.empty', { field: 'lines' });
  const quantities = lines.map(({ product, quantity: typed }, index) => {
    const field = `lines.${index}`;
    const { name = '', kind } = products.get(product) ?? {};
    if (kind !== 'goods') throw conflict('goods_receipt.not_goods', { field: `${field}.product`, params: { name } });
    const quantity = parseQuantity(typed);
    if (quantity === undefined || quantity <= 0n) {
      throw badInput('stock.quantity_invalid', { field: `${field}.quantity`, params: { quantity: typed } });
    }
    return quantity;
  });
  const said = lines.map(({ value }) => value);
  const unsaid = said.findIndex((value) => value === undefined);
  if (unsaid >= 0 && said.some((value) => value !== undefined)) {
    throw badInput('goods_receipt.value_missing', { field: `lines.${unsaid}.value` });
  }
  const values = unsaid >= 0 ? spread(cif, quantities) : said.map((value) => value ?? 0n);
  const below = values.findIndex((value) => value < 0n);
  if (below >= 0) throw badInput('goods_receipt.amount_invalid', { field: `lines.${below}.value` });
  if (sum(values) !== cif) throw badInput('goods_receipt.values_unlike_cif', { field: 'cif' });
  const duties = spread(duty, cif === 0n ? quantities : values);
  return lines.map(({ product, lot }, index) => ({
    ...{ product, position: index + 1, quantity: quantities[index] ?? 0n, lot: lot ?? null },
    ...{ value: values[index] ?? 0n, landed: (values[index] ?? 0n) + (duties[index] ?? 0n) },
  }));
}
