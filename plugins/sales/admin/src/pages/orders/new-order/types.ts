import type { Per } from '../../../../../server/src/domain/catalogue';

export interface Price {
  documentId: string;
  label: string | null;
  unitPrice: string;
  currency: string;
  per: Per;
  includesTax: boolean | null;
  validFrom: string | null;
  validTo: string | null;
}

export interface Product {
  documentId: string;
  name: string;
  sku: string | null;
  unit: string;
  kind: 'goods' | 'service';
  stockTracked: boolean;
  sellingPoints: string | null;
  prices?: Price[];
}

export interface Customer {
  documentId: string;
  code: string;
  name: string;
  kind: 'person' | 'organisation' | 'government';
  taxId: string | null;
  phone: string | null;
  creditTermsDays: number | null;
  state: 'active' | 'closed';
}

/** One line as it is typed. Amounts are minor units as text, null: as the price list has it. */
export interface TypedLine {
  key: number;
  product: Product;
  price: string | undefined;
  quantity: string;
  unitPrice: string | null;
  discount: string | null;
  details: string;
}

/** What the price door answers. */
export interface Basket {
  currency: string;
  pricesIncludeTax: boolean;
  discount: string;
  coupons: { code: string; name: string; amount: string }[];
  net: string;
  tax: string;
  total: string;
  lines: { unitPrice: string; discount: string; net: string; tax: string; total: string; unit: string; per: Per }[];
  recurring: { per: Per; total: string; from: string }[];
}

export type Shipping = Record<string, string>;

export const wishOf = ({ product, price, quantity, unitPrice, discount, details }: TypedLine) => ({
  product: product.documentId,
  ...(price === undefined ? {} : { price }),
  quantity: quantity.trim(),
  ...(unitPrice === null ? {} : { unitPrice }),
  ...(discount === null ? {} : { discount }),
  ...(details.trim() === '' ? {} : { details: details.trim() }),
});
