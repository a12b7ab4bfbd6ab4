import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { GOODS_RECEIPT, GOODS_RECEIPT_LINE, STOCK_MOVEMENT } from './types';

export const goodsReceiptConstraints: readonly Constraint[] = [
  { kind: 'restrict', type: GOODS_RECEIPT, relation: 'supplier' },
  { kind: 'restrict', type: GOODS_RECEIPT, relation: 'warehouse' },
  {
    kind: 'unique',
    type: GOODS_RECEIPT,
    name: 'sales_goods_receipts_number',
    columns: ['number'],
    code: 'goods_receipt.number_taken',
  },
  {
    kind: 'unique',
    type: GOODS_RECEIPT,
    name: 'sales_goods_receipts_declaration',
    columns: ['declarationNumber'],
    when: "{state} = 'received'",
    code: 'goods_receipt.declaration_taken',
  },
  {
    kind: 'check',
    type: GOODS_RECEIPT,
    name: 'sales_goods_receipts_amounts',
    condition: '{cif} >= 0 and {duty} >= 0 and {importVat} >= 0',
    code: 'goods_receipt.amount_invalid',
  },
  { kind: 'index', type: GOODS_RECEIPT, name: 'sales_goods_receipts_received', columns: ['receivedOn', 'state'] },
  {
    kind: 'freeze',
    type: GOODS_RECEIPT,
    columns: [
      ...['number', 'supplier', 'warehouse', 'receivedOn', 'declarationNumber', 'declaredOn', 'supplierInvoice'],
      ...['currency', 'cif', 'duty', 'importVat', 'recordedAt'],
    ],
  },
  { kind: 'restrict', type: GOODS_RECEIPT_LINE, relation: 'receipt' },
  { kind: 'restrict', type: GOODS_RECEIPT_LINE, relation: 'product' },
  {
    kind: 'freeze',
    type: GOODS_RECEIPT_LINE,
    columns: ['receipt', 'product', 'position', 'quantity', 'lot', 'value', 'landed'],
  },
  { kind: 'restrict', type: STOCK_MOVEMENT, relation: 'receiptLine' },
];
