import type { SalesDoors } from '../../../doors';
import type { Per } from '../../../../../server/src/domain/catalogue';
import type { OptionGroup } from '../../../../../server/src/domain/options';
import type { PriceModel } from '../../../../../server/src/domain/tiers';

export interface Price {
  documentId: string;
  label: string | null;
  model: PriceModel;
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
  options: readonly OptionGroup[] | null;
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

/** Codes of choices by the code of their option. */
export type ChosenOptions = Readonly<Record<string, readonly string[]>>;

/** One line as it is typed. Amounts are minor units as text, null: as the price list has it. */
export interface TypedLine {
  key: number;
  product: Product;
  price: string | undefined;
  options: ChosenOptions;
  quantity: string;
  unitPrice: string | null;
  discount: string | null;
  details: string;
}

/** Something that must be chosen of the product is not chosen yet: it has no price. */
export const isUnchosen = ({ product, options }: TypedLine): boolean =>
  (product.options ?? []).some(({ code, required }) => required && (options[code] ?? []).length === 0);

/** What the price door answers. */
export type Basket = SalesDoors['POST /sales/orders/price']['answers'];
/** A part of a line: tiers and a setup fee make several of one. */
export type PricedPart = Basket['lines'][number];

export type Shipping = Record<string, string>;

export const wishOf = ({ product, price, quantity, options, unitPrice, discount, details }: TypedLine) => ({
  product: product.documentId,
  ...(price === undefined ? {} : { price }),
  quantity: quantity.trim(),
  options: Object.entries(options).flatMap(([group, chosen]) => chosen.map((choice) => ({ group, choice }))),
  ...(unitPrice === null ? {} : { unitPrice }),
  ...(discount === null ? {} : { discount }),
  ...(details.trim() === '' ? {} : { details: details.trim() }),
});
