import { addMonths, badInput, type CivilDate, sum } from '@sanya/strapi-plugin-platform/kernel';
import { MONTHS, type Per } from './catalogue';
import type { PricedLine, PricedOrder } from './price-lines';

export interface Amounts {
  net: bigint;
  tax: bigint;
  total: bigint;
}

export type BasketLine = PricedLine & Amounts;

/** A priced order with its tax: what a preview shows and what placing writes. */
export interface Basket extends Amounts {
  currency: string;
  pricesIncludeTax: boolean;
  discount: bigint;
  lines: BasketLine[];
}

/** What of an order is charged again, and when first: the first period is paid with the order. */
export interface Recurring {
  line: number;
  per: Per;
  from: CivilDate;
  total: bigint;
}

/** Puts the tax that billing computed onto the lines. */
export function basketOf(order: PricedOrder, taxed: Amounts & { lines: readonly Amounts[] }): Basket {
  return {
    currency: order.currency,
    pricesIncludeTax: order.pricesIncludeTax,
    discount: sum(order.lines.map((line) => line.discount)),
    net: taxed.net,
    tax: taxed.tax,
    total: taxed.total,
    lines: order.lines.map((line, index) => {
      const { net = 0n, tax = 0n, total = 0n } = taxed.lines[index] ?? {};
      return { ...line, net, tax, total };
    }),
  };
}

export const recurringOf = (lines: readonly BasketLine[], on: CivilDate): Recurring[] =>
  lines.flatMap((line, index) =>
    line.per === 'one_time'
      ? []
      : [{ line: index, per: line.per, from: addMonths(on, MONTHS[line.per]), total: line.total }],
  );

/** What a storefront may say beside its lines but this house cannot do: said so instead of passed over. */
export function refuseUnknownTerms(terms: { currency?: string; coupon?: string }, own: string): void {
  if (terms.currency !== undefined && terms.currency !== own) {
    throw badInput('order.currency_foreign', { field: 'currency', params: { currency: terms.currency, own } });
  }
  if (terms.coupon !== undefined) {
    throw badInput('order.coupon_unknown', { field: 'coupon', params: { coupon: terms.coupon } });
  }
}
