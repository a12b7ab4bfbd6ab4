import type { Per, ProductKind } from './catalogue';

/** What a line says of itself wherever it stands: in a basket, in an offer, in an order. */
export interface LineFacts {
  sku: string | null;
  description: string;
  details: string | null;
  kind: ProductKind;
  per: Per;
  quantity: bigint;
  unit: string;
  unitPrice: bigint;
  discount: bigint;
  stockTracked: boolean;
  taxCategory: string;
  incomeKind: string | null;
}
