import { abs, extend, formatMoney, formatQuantity, rateInside, rateOf } from '@sanya/strapi-plugin-platform/kernel';

/** Where a unit price came from. `name` is what staff called it: a price list, a customer class, a tier. */
export interface PriceOrigin {
  origin: 'list' | 'class' | 'tier' | 'customer' | 'setup' | 'bundle' | 'manual' | 'contract';
  name?: string;
  /** The price before that, in minor units as text, where it differs. */
  listPrice?: string;
  /** The unit price before options, in minor units as text, where some were chosen. */
  base?: string;
  /** The quantity from which a tier holds, as a decimal string. */
  from?: string;
}

/** A choice that changed the unit price: minor units as text, below zero where it became cheaper. */
export interface OptionOrigin {
  name: string;
  amount: string;
}

/** One thing that made a line cheaper. */
export interface DiscountOrigin {
  cause: 'manual' | 'trial' | 'class' | 'coupon' | 'volume' | 'billed_before';
  name?: string;
  /** Days for which nothing is asked. */
  days?: number;
  /** Minor units as text, not negative. */
  amount: string;
  /** What it takes off all lines together, where this line carries a part of it. */
  whole?: string;
}

/** What the seller of a line tells about its price; billing adds the rest when the invoice is issued. */
export interface PriceDerivation {
  /** Number of the quote in which the price was promised. */
  quote?: string;
  price?: PriceOrigin;
  options?: readonly OptionOrigin[];
  discounts?: readonly DiscountOrigin[];
  /** The days that the line is for. */
  period?: { from: string; to: string };
  /** The line is the part of a whole period, in minor units as text, by its days. */
  proration?: { whole: string; days: number; ofDays: number };
}

/** Everything a line's amount was made from, as it is kept with the line: plain JSON. */
export interface Derivation extends PriceDerivation {
  currency: string;
  unitPrice: string;
  quantity: string;
  unit: string;
  discount: string;
  tax: {
    category: string;
    ratePpm: number;
    included: boolean;
    /** Satang that came from rounding the document once per rate instead of each line. */
    share: string;
  };
}

/** What re-evaluating gives: each figure of the sentence. */
export interface Evaluation {
  gross: bigint;
  discount: bigint;
  base: bigint;
  tax: bigint;
  net: bigint;
  total: bigint;
}

/** Computes the line again from what was kept: it must give the amount on the invoice. */
export function evaluate(derivation: Derivation): Evaluation {
  const { unitPrice, quantity, tax } = derivation;
  const gross = extend(BigInt(unitPrice), BigInt(quantity));
  const discount = BigInt(derivation.discount);
  const base = gross - discount;
  const amount = (tax.included ? rateInside : rateOf)(base, tax.ratePpm) + BigInt(tax.share);
  return tax.included
    ? { gross, discount, base, tax: amount, net: base - amount, total: base }
    : { gross, discount, base, tax: amount, net: base, total: base + amount };
}

/** `70000` is `7`, `2500` is `0.25`. */
export const percent = (ppm: number): string => String(ppm / 10_000);

type Say = (code: string, params?: Record<string, string | number>) => string;

/**
 * Why a line costs what it costs, sentence by sentence in the language of `say`: where the price came from, price ×
 * quantity, each discount, the tax, the sum.
 */
export function explain(derivation: Derivation, say: Say): string[] {
  const { currency, price, tax } = derivation;
  const money = (amount: bigint | string): string => formatMoney(amount, currency);
  const { gross, discount, base, tax: taxAmount, total } = evaluate(derivation);
  const sentences: string[] = [];
  if (derivation.quote !== undefined) sentences.push(say('explain.quoted', { quote: derivation.quote }));
  if (price) {
    sentences.push(
      say(price.origin === 'list' && price.name ? 'explain.price_list_named' : `explain.price_${price.origin}`, {
        name: price.name ?? '',
        listPrice: money(price.listPrice ?? derivation.unitPrice),
        unitPrice: money(price.base ?? derivation.unitPrice),
        from: price.from ?? '',
        unit: derivation.unit,
      }),
    );
  }
  for (const { name, amount } of derivation.options ?? []) {
    const added = BigInt(amount);
    const code = added === 0n ? 'explain.option_free' : added > 0n ? 'explain.option' : 'explain.option_less';
    sentences.push(say(code, { name, amount: money(abs(added)), unit: derivation.unit }));
  }
  if (derivation.period) sentences.push(say('explain.period', derivation.period));
  if (derivation.proration) {
    const { whole, days, ofDays } = derivation.proration;
    sentences.push(say('explain.proration', { whole: money(whole), days, ofDays, part: money(derivation.unitPrice) }));
  }
  sentences.push(
    say('explain.quantity', {
      quantity: formatQuantity(BigInt(derivation.quantity)),
      unit: derivation.unit,
      unitPrice: money(derivation.unitPrice),
      gross: money(gross),
    }),
  );
  if (discount !== 0n) sentences.push(...explainDiscount(derivation, discount, base, money, say));
  if (tax.ratePpm > 0) {
    const code = tax.included ? 'explain.tax_included' : 'explain.tax_added';
    sentences.push(say(code, { rate: percent(tax.ratePpm), base: money(base), tax: money(taxAmount) }));
    if (tax.share !== '0') sentences.push(say('explain.tax_share', { share: money(tax.share) }));
  } else {
    sentences.push(say('explain.tax_none'));
  }
  sentences.push(say('explain.total', { total: money(total) }));
  return sentences;
}

function explainDiscount(
  derivation: Derivation,
  discount: bigint,
  base: bigint,
  money: (amount: bigint | string) => string,
  say: Say,
): string[] {
  const named = (derivation.discounts ?? []).map((one) =>
    say(`explain.discount_${one.cause}${one.cause === 'coupon' && one.whole !== undefined ? '_part' : ''}`, {
      name: one.name ?? '',
      days: one.days ?? 0,
      amount: money(one.amount),
      whole: money(one.whole ?? one.amount),
    }),
  );
  const isBilled = derivation.discounts?.every(({ cause }) => cause === 'billed_before') ?? false;
  const code = isBilled && named.length > 0 ? 'explain.less_billed' : 'explain.discount';
  return [...named, say(code, { discount: money(discount), base: money(base) })];
}
