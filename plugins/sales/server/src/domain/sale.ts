import type { Amounts, Basket } from './basket';
import type { LineFacts } from './line-facts';
import type { ChosenOption } from './options';
import type { PriceDerivation } from './price-lines';
import { type AppliedCoupon, type DiscountedLine, discountsOf, type LineDiscount } from './redeem-coupons';

/** All that a line keeps of how its amount came about. */
export interface LineDerivation extends PriceDerivation {
  discounts?: LineDiscount[];
  /** Number of the quote whose price it is. */
  quote?: string;
}

/** A line as orders, invoices and quotes keep it: priced, and explaining itself. */
export interface SoldLine extends LineFacts {
  /** Place of the wish among those asked. */
  asked: number;
  /** Null: a line that says itself what it is. */
  product: { id: number; documentId: string; name: string } | null;
  /** Row id. */
  price: number | null;
  options: readonly ChosenOption[];
  derivation: LineDerivation;
}

/** What an order is made of: priced just now, or promised in a quote before. */
export interface Sale extends Amounts {
  currency: string;
  pricesIncludeTax: boolean;
  discount: bigint;
  lines: (SoldLine & Amounts)[];
  coupons: readonly AppliedCoupon[];
}

export const soldLine = (line: DiscountedLine): SoldLine => ({
  asked: line.asked,
  product: line.product && { id: line.product.id, documentId: line.product.documentId, name: line.product.name },
  price: line.price?.id ?? null,
  ...{ sku: line.sku, description: line.description, details: line.details, kind: line.kind, per: line.per },
  ...{ quantity: line.quantity, unit: line.unit, unitPrice: line.unitPrice, discount: line.discount },
  ...{ stockTracked: line.stockTracked, taxCategory: line.taxCategory, incomeKind: line.incomeKind },
  options: line.options,
  derivation: { ...line.derivation, ...(line.discount > 0n ? { discounts: discountsOf(line) } : {}) },
});

export const saleOf = ({ lines, turns: _, ...basket }: Basket): Sale => ({
  ...basket,
  lines: lines.map((line) => ({ ...soldLine(line), net: line.net, tax: line.tax, total: line.total })),
});
