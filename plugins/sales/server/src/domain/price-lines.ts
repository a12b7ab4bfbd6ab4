import {
  badInput,
  broken,
  type CivilDate,
  conflict,
  extend,
  formatQuantity,
  type Language,
  moneyParam,
  parseQuantity,
} from '@sanya/strapi-plugin-platform/kernel';
import { applicablePrice, localised, type Per, type Price, type Product, type ProductKind, validOn } from './catalogue';

export const MOST_LINES = 200;
/** As documents keep it. */
const LONGEST_DESCRIPTION = 300;
/** A million pieces and ten thousand million baht a line: far above any order, far below what a column holds. */
const MOST_QUANTITY = 1_000_000_000n;
const MOST_AMOUNT = 1_000_000_000_000n;

/** What somebody wants on one line. Product and price are document ids. */
export interface LineWish {
  product: string;
  price?: string;
  /** Decimal text: `"1.5"`. */
  quantity: string;
  details?: string;
  /** Minor units; only staff may name a price of their own or give a discount. */
  unitPrice?: bigint;
  discount?: bigint;
}

export interface PricingRules {
  /** The day whose prices count. */
  on: CivilDate;
  currency: string;
  /** What a price says that says nothing itself. */
  pricesIncludeTax: boolean;
  language: Language;
}

/** One line with its price; tax is billing's to add. */
export interface PricedLine {
  product: Product;
  price: Price | null;
  sku: string | null;
  description: string;
  details: string | null;
  kind: ProductKind;
  per: Per;
  quantity: bigint;
  unit: string;
  unitPrice: bigint;
  discount: bigint;
  /** Unit price × quantity − discount; holds the tax where prices include it. */
  amount: bigint;
}

export interface PricedOrder {
  currency: string;
  pricesIncludeTax: boolean;
  lines: PricedLine[];
}

/** What can be sold: products by document id with all their prices. */
export interface Catalogue {
  products: ReadonlyMap<string, Product>;
  pricesOf: ReadonlyMap<number, readonly Price[]>;
}

function quantityOf(text: string, product: Product, name: string, field: string): bigint {
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
  if (!price && wish.unitPrice === undefined) {
    throw conflict('order.product_without_price', { field: `${at}.product`, params: { product: name } });
  }
  return price ?? null;
}

function priceLine(wish: LineWish, index: number, catalogue: Catalogue, rules: PricingRules): PricedLine {
  const at = `lines.${index}`;
  const product = catalogue.products.get(wish.product);
  if (!product) {
    throw badInput('order.product_unknown', { field: `${at}.product`, params: { product: wish.product } });
  }
  const name = localised(product, 'name', rules.language);
  if (product.state !== 'active') {
    throw conflict('order.product_closed', { field: `${at}.product`, params: { product: name } });
  }
  const quantity = quantityOf(wish.quantity, product, name, `${at}.quantity`);
  const price = priceOf(wish, product, name, catalogue, rules, at);
  const unitPrice = wish.unitPrice ?? price?.unitPrice ?? 0n;
  if (unitPrice < 0n) throw badInput('order.unit_price_negative', { field: `${at}.unitPrice` });
  const gross = extend(unitPrice, quantity);
  if (gross > MOST_AMOUNT) {
    throw badInput('order.amount_too_large', {
      field: at,
      params: { product: name, most: moneyParam(MOST_AMOUNT, rules.currency) },
    });
  }
  const discount = wish.discount ?? 0n;
  if (discount < 0n || discount > gross) {
    throw badInput('order.discount_out_of_range', {
      field: `${at}.discount`,
      params: { product: name, most: moneyParam(gross, rules.currency) },
    });
  }
  const label = price ? localised(price, 'label', rules.language) : '';
  return {
    product,
    price,
    sku: product.sku,
    description: (label ? `${name} (${label})` : name).slice(0, LONGEST_DESCRIPTION),
    details: wish.details ?? null,
    kind: product.kind,
    per: price?.per ?? 'one_time',
    quantity,
    unit: product.unit,
    unitPrice,
    discount,
    amount: gross - discount,
  };
}

/**
 * Prices the lines of one order: which price applies, whether the quantity is sold so. The same for a preview and for
 * placing. Refuses with a 400 or 409 that names the line; money is minor units, quantities thousandths.
 */
export function priceLines(wishes: readonly LineWish[], catalogue: Catalogue, rules: PricingRules): PricedOrder {
  if (wishes.length === 0) throw badInput('order.no_lines', { field: 'lines' });
  if (wishes.length > MOST_LINES) {
    throw badInput('order.too_many_lines', { field: 'lines', params: { count: wishes.length, most: MOST_LINES } });
  }
  const lines = wishes.map((wish, index) => priceLine(wish, index, catalogue, rules));
  const flags = new Set(lines.map((line) => line.price?.includesTax ?? rules.pricesIncludeTax));
  // One document is with or without tax inside; turning one into the other by unit price would change what was asked.
  if (flags.size > 1) throw broken('order.tax_mixed', { field: 'lines' });
  return { currency: rules.currency, pricesIncludeTax: flags.has(true), lines };
}
