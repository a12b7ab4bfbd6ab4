import { addDays, addMonths, badInput, type CivilDate, sum } from '@sanya/strapi-plugin-platform/kernel';
import { MONTHS, type Per } from './catalogue';
import type { PricedOrder } from './price-lines';
import type { AppliedCoupon, DiscountedLine } from './redeem-coupons';

export interface Amounts {
  net: bigint;
  tax: bigint;
  total: bigint;
}

export type BasketLine = DiscountedLine & Amounts;

/** What the lines cost from the n-th period on, tax included; the order itself is the first. */
export interface Turn {
  period: number;
  totals: readonly bigint[];
}

/** A priced order with its tax: what a preview shows and what placing writes. */
export interface Basket extends Amounts {
  currency: string;
  pricesIncludeTax: boolean;
  discount: bigint;
  lines: BasketLine[];
  coupons: readonly AppliedCoupon[];
  /** Where a coupon or a trial ends before what recurs does; without them nothing turns. */
  turns: readonly Turn[];
}

/** What of an order is charged again, and when first: the first period is paid with the order, or after its trial. */
export interface Recurring {
  line: number;
  per: Per;
  from: CivilDate;
  total: bigint;
}

/** Puts the tax that billing computed onto the lines. */
export function basketOf(
  order: Omit<PricedOrder, 'lines'> & { lines: readonly DiscountedLine[] },
  taxed: Amounts & { lines: readonly Amounts[] },
  coupons: Pick<Basket, 'coupons' | 'turns'> = { coupons: [], turns: [] },
): Basket {
  return {
    ...coupons,
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

/** The first day of the n-th period, where a trial counts as the first. */
const beginOf = ({ per, trial }: BasketLine, on: CivilDate, period: number): CivilDate => {
  const months = MONTHS[per as Exclude<Per, 'one_time'>];
  return trial ? addMonths(addDays(on, trial.days), months * (period - 2)) : addMonths(on, months * (period - 1));
};

/** A line that turns dearer when its coupon ends stands there again from that day. */
export function recurringOf(lines: readonly BasketLine[], on: CivilDate, turns: readonly Turn[] = []): Recurring[] {
  const from = turns.length > 0 ? turns : [{ period: 2, totals: lines.map((line) => line.total) }];
  return lines.flatMap((line, index) =>
    line.per === 'one_time'
      ? []
      : from.flatMap(({ period, totals }, place) => {
          const total = totals[index] ?? line.total;
          if (total === from[place - 1]?.totals[index]) return [];
          return [{ line: index, per: line.per, from: beginOf(line, on, period), total }];
        }),
  );
}

/** What a storefront may say beside its lines but this house cannot do: said so instead of passed over. */
export function refuseUnknownTerms(terms: { currency?: string }, own: string): void {
  if (terms.currency !== undefined && terms.currency !== own) {
    throw badInput('order.currency_foreign', { field: 'currency', params: { currency: terms.currency, own } });
  }
}
