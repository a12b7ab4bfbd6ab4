import {
  badInput,
  broken,
  type CivilDate,
  conflict,
  formatQuantity,
  type Language,
  type MessageParams,
  parseQuantity,
} from '@sanya/strapi-plugin-platform/kernel';
import { componentLines } from './bundle';
import { applicablePrice, localised, type Price, type Product, type ProductKind, validOn } from './catalogue';
import { freeLine } from './free-line';
import type { LineFacts } from './line-facts';
import { type ChosenOption, chooseOptions, type OptionWish } from './options';
import { partsOf, setupLines } from './price-parts';

export const MOST_LINES = 200;
/** A million pieces: far above any order, far below what a column holds. */
const MOST_QUANTITY = 1_000_000_000n;

/** What somebody wants on one line. Product and price are document ids; a line without a product says itself what it is. */
export interface LineWish extends FreeItem {
  product?: string;
  price?: string;
  /** Decimal text: `"1.5"`. */
  quantity: string;
  options?: readonly OptionWish[];
  details?: string;
  /** Minor units; only staff may name a price of their own or give a discount. */
  unitPrice?: bigint;
  discount?: bigint;
}

/** What a line says of itself that stands for no product; only staff write such lines. */
export interface FreeItem {
  description?: string;
  unit?: string;
  kind?: ProductKind;
  taxCategory?: string;
  incomeKind?: string | null;
}

export interface PricingRules {
  /** The day whose prices count. */
  on: CivilDate;
  currency: string;
  /** What a price says that says nothing itself. */
  pricesIncludeTax: boolean;
  language: Language;
  /** Words on the lines, in that language. */
  say: Say;
  /** Products, by row id, that the customer has ordered before: they are set up, and were tried. */
  setUp?: ReadonlySet<number>;
  /** A product without a price costs nothing until staff name one: somebody asks what it would cost. */
  unpriced?: boolean;
  /** Nobody tries what takes the place of something that is had already. */
  withoutTrials?: boolean;
}

type Say = (code: string, params?: MessageParams) => string;

/** Where a unit price comes from, as billing explains it. Amounts are minor units as text. */
export interface PriceOrigin {
  origin: 'list' | 'tier' | 'setup' | 'bundle' | 'manual';
  name?: string;
  listPrice?: string;
  /** Before the options, where some were chosen. */
  base?: string;
  /** Decimal quantity from which a tier holds. */
  from?: string;
}

export interface PriceDerivation {
  price: PriceOrigin;
  options?: { name: string; amount: string }[];
}

/** A larger quantity that costs less; minor units before the tax that is added. */
export interface Hint {
  quantity: bigint;
  amount: bigint;
  message: string;
}

/** One line with its price; tax is billing's to add. Each has one unit price, so that it explains itself. */
export interface PricedLine extends LineFacts {
  /** What is not asked for while it is tried, and for how many days that is. */
  trial?: { days: number; amount: bigint };
  /** Place of the wish among those asked: tiers and a setup fee make several lines of one. */
  asked: number;
  /** Null: a line that says itself what it is. */
  product: Product | null;
  price: Price | null;
  /** Unit price × quantity − discount; holds the tax where prices include it. */
  amount: bigint;
  options: readonly ChosenOption[];
  derivation: PriceDerivation;
  hints: readonly Hint[];
}

export interface PricedOrder {
  currency: string;
  pricesIncludeTax: boolean;
  lines: PricedLine[];
}

/** A wish that can be sold: its product, price and options are known, its quantity is read. */
export interface AskedLine {
  wish: LineWish;
  index: number;
  /** Path of the wish in what was sent. */
  at: string;
  product: Product;
  /** In the reader's language. */
  name: string;
  quantity: bigint;
  /** Null: staff named a price where there is none. */
  price: Price | null;
  options: readonly ChosenOption[];
}

/** What can be sold: products by document id, also those that bundles are made of, with all their prices. */
export interface Catalogue {
  products: ReadonlyMap<string, Product>;
  pricesOf: ReadonlyMap<number, readonly Price[]>;
}

/** How much is wanted, in thousandths. */
export function quantityOf(
  text: string,
  product: Pick<Product, 'quantityStep' | 'unit'>,
  name: string,
  field: string,
): bigint {
  const quantity = parseQuantity(text);
  if (quantity === undefined) throw badInput('order.quantity_not_a_number', { field, params: { quantity: text } });
  if (quantity <= 0n) throw badInput('order.quantity_not_positive', { field, params: { product: name } });
  if (quantity > MOST_QUANTITY) {
    throw badInput('order.quantity_too_large', {
      field,
      params: { product: name, most: formatQuantity(MOST_QUANTITY) },
    });
  }
  if (quantity % product.quantityStep !== 0n) {
    throw badInput('order.quantity_not_sold_so', {
      field,
      params: { product: name, quantity: text, step: formatQuantity(product.quantityStep), unit: product.unit },
    });
  }
  return quantity;
}

function priceOf(
  wish: LineWish,
  product: Product,
  name: string,
  catalogue: Catalogue,
  rules: PricingRules,
  at: string,
) {
  const prices = catalogue.pricesOf.get(product.id) ?? [];
  if (wish.price !== undefined) {
    const price = prices.find((one) => one.documentId === wish.price);
    const field = `${at}.price`;
    if (!price) throw badInput('order.price_unknown', { field, params: { product: name } });
    if (!validOn(price, rules.on)) throw conflict('order.price_not_valid', { field, params: { product: name } });
    if (price.currency !== rules.currency) {
      throw badInput('order.currency_foreign', { field, params: { currency: price.currency, own: rules.currency } });
    }
    return price;
  }
  const price = applicablePrice(
    prices.filter((one) => one.currency === rules.currency),
    rules.on,
  );
  if (!price && wish.unitPrice === undefined && !rules.unpriced) {
    throw conflict('order.product_without_price', { field: `${at}.product`, params: { product: name } });
  }
  return price ?? null;
}

function askedOf(wish: LineWish, index: number, catalogue: Catalogue, rules: PricingRules): AskedLine {
  const at = `lines.${index}`;
  const named = wish.product ?? '';
  const product = catalogue.products.get(named);
  if (!product) {
    throw badInput('order.product_unknown', { field: `${at}.product`, params: { product: named } });
  }
  const name = localised(product, 'name', rules.language);
  if (product.state !== 'active') {
    throw conflict('order.product_closed', { field: `${at}.product`, params: { product: name } });
  }
  const quantity = quantityOf(wish.quantity, product, name, `${at}.quantity`);
  const price = priceOf(wish, product, name, catalogue, rules, at);
  const options = chooseOptions(product, name, wish.options ?? [], { language: rules.language, at });
  return { wish, index, at, product, name, quantity, price, options };
}

/** Refuses more lines than an order takes. */
function checkCount(count: number): void {
  if (count <= MOST_LINES) return;
  throw badInput('order.too_many_lines', { field: 'lines', params: { count, most: MOST_LINES } });
}

/**
 * Prices the lines of one order: which price applies, whether the quantity is sold so. The same for a preview and for
 * placing. Refuses with a 400 or 409 that names the line; money is minor units, quantities thousandths.
 */
export function priceLines(wishes: readonly LineWish[], catalogue: Catalogue, rules: PricingRules): PricedOrder {
  if (wishes.length === 0) throw badInput('order.no_lines', { field: 'lines' });
  checkCount(wishes.length);
  const setUp = new Set(rules.setUp);
  const lines = wishes.flatMap((wish, index) => {
    if (wish.product === undefined) return [freeLine(wish, index, rules)];
    const asked = askedOf(wish, index, catalogue, rules);
    const fee = setUp.has(asked.product.id) ? [] : setupLines(asked, rules);
    if (fee.length > 0) setUp.add(asked.product.id);
    return [...partsOf(asked, rules), ...componentLines(asked, catalogue.products, rules), ...fee];
  });
  checkCount(lines.length);
  // What stands for no product is priced as its document is.
  const priced = lines.filter((line) => line.product !== null);
  const flags = new Set(priced.map((line) => line.price?.includesTax ?? rules.pricesIncludeTax));
  // One document is with or without tax inside; turning one into the other by unit price would change what was asked.
  if (flags.size > 1) throw broken('order.tax_mixed', { field: 'lines' });
  return {
    currency: rules.currency,
    pricesIncludeTax: priced.length > 0 ? flags.has(true) : rules.pricesIncludeTax,
    lines,
  };
}
