import { parseMoney, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { SalesDoors } from './doors';
import type { Found } from './pages/installed-items/pick-one';

export type GoodsReceipt = SalesDoors['GET /sales/goods-receipts/:id/whole']['answers'];

export interface ReceiptLineValues {
  product: Found | undefined;
  quantity: string;
  lot: string;
  /** Empty on all lines: shared by quantity. */
  value: string;
}

/** What stands in the fields of a receipt: text as it is typed. */
export interface ReceiptValues {
  supplier: Found | undefined;
  receivedOn: string;
  warehouse: string;
  declarationNumber: string;
  declaredOn: string;
  supplierInvoice: string;
  cif: string;
  duty: string;
  importVat: string;
  note: string;
  lines: ReceiptLineValues[];
}

export const NEW_RECEIPT_LINE: ReceiptLineValues = { product: undefined, quantity: '', lot: '', value: '' };

export const newReceipt = (today: string): ReceiptValues => ({
  ...{ supplier: undefined, receivedOn: today, warehouse: '', declarationNumber: '', declaredOn: '' },
  ...{ supplierInvoice: '', cif: '', duty: '', importVat: '', note: '', lines: [NEW_RECEIPT_LINE] },
});

/** Empty is nothing; undefined where it is no amount. */
const amount = (typed: string, currency: string): bigint | undefined =>
  typed.trim() === '' ? 0n : parseMoney(typed, currency);

/** What cannot even be sent, as the first field that is wrong and what to say of it. */
export function unreadableReceipt(values: ReceiptValues, currency: string): { field: string; key: string } | undefined {
  if (!values.supplier) return { field: 'supplier', key: 'receipt.no_supplier' };
  for (const field of ['declarationNumber', 'supplierInvoice'] as const) {
    if (values[field].trim() === '') return { field, key: 'receipt.missing' };
  }
  for (const field of ['cif', 'duty', 'importVat'] as const) {
    if (amount(values[field], currency) === undefined) return { field, key: 'receipt.no_amount' };
  }
  for (const [index, line] of values.lines.entries()) {
    const at = `lines.${index}`;
    if (!line.product) return { field: `${at}.product`, key: 'receipt.no_product' };
    if (parseQuantity(line.quantity.replaceAll(',', '').trim()) === undefined) {
      return { field: `${at}.quantity`, key: 'receipt.no_quantity' };
    }
    if (amount(line.value, currency) === undefined) return { field: `${at}.value`, key: 'receipt.no_amount' };
  }
  return undefined;
}

const kept = (typed: string, currency: string): string => String(amount(typed, currency) ?? 0n);

/** As the door takes it; amounts in minor units. */
export const receiptBody = (values: ReceiptValues, currency: string) => ({
  supplier: values.supplier?.documentId ?? '',
  ...(values.warehouse ? { warehouse: values.warehouse } : {}),
  ...(values.receivedOn ? { receivedOn: values.receivedOn } : {}),
  ...{ declarationNumber: values.declarationNumber.trim(), supplierInvoice: values.supplierInvoice.trim() },
  declaredOn: values.declaredOn || null,
  cif: kept(values.cif, currency),
  duty: kept(values.duty, currency),
  importVat: kept(values.importVat, currency),
  note: values.note,
  lines: values.lines.map(({ product, quantity, lot, value }) => ({
    product: product?.documentId ?? '',
    quantity: quantity.replaceAll(',', '').trim(),
    lot,
    ...(value.trim() === '' ? {} : { value: kept(value, currency) }),
  })),
});
