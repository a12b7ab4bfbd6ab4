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

/** What a line says that stands for no product. */
export interface FreeItem {
  description: string;
  unit: string;
  kind: 'goods' | 'service';
  /** Empty: none. */
  incomeKind: string;
}

/** One line as it is typed. Amounts are minor units as text, null: as the price list has it. */
export interface TypedLine {
  key: number;
  /** Null: a line of one's own words. */
  product: Product | null;
  free: FreeItem;
  price: string | undefined;
  options: ChosenOptions;
  quantity: string;
  unitPrice: string | null;
  discount: string | null;
  details: string;
}

export const NO_WORDS: FreeItem = { description: '', unit: '', kind: 'service', incomeKind: '' };

export const emptyLine = (key: number, product: Product | null): TypedLine => ({
  ...{ key, product, free: NO_WORDS, price: undefined, options: {}, quantity: '1' },
  ...{ unitPrice: null, discount: null, details: '' },
});

/** What is missing before a line has a price: something that must be chosen, or its words and what they cost. */
export function missingOf({ product, options, free, unitPrice }: TypedLine): 'options' | 'words' | undefined {
  if (!product) return free.description.trim() === '' || unitPrice === null ? 'words' : undefined;
  const unchosen = (product.options ?? []).some(({ code, required }) => required && (options[code] ?? []).length === 0);
  return unchosen ? 'options' : undefined;
}

/** What the price door answers. */
export type Basket = SalesDoors['POST /sales/orders/price']['answers'];
/** A part of a line: tiers and a setup fee make several of one. */
export type PricedPart = Basket['lines'][number];

export type Shipping = Record<string, string>;

const itemOf = ({ product, free, price }: TypedLine) =>
  product
    ? { product: product.documentId, ...(price === undefined ? {} : { price }) }
    : {
        description: free.description.trim(),
        kind: free.kind,
        ...(free.unit.trim() === '' ? {} : { unit: free.unit.trim() }),
        ...(free.incomeKind === '' ? {} : { incomeKind: free.incomeKind }),
      };

export const wishOf = (line: TypedLine) => wishWith(itemOf(line), line);

const wishWith = <Item extends object>(item: Item, { quantity, options, unitPrice, discount, details }: TypedLine) => ({
  ...item,
  quantity: quantity.trim(),
  options: Object.entries(options).flatMap(([group, chosen]) => chosen.map((choice) => ({ group, choice }))),
  ...(unitPrice === null ? {} : { unitPrice }),
  ...(discount === null ? {} : { discount }),
  ...(details.trim() === '' ? {} : { details: details.trim() }),
});
