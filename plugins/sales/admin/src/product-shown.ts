import { formatQuantity, parseQuantity, rateInside, rateOf } from '@sanya/strapi-plugin-platform/kernel';
import type { Language } from '@sanya/strapi-plugin-platform/ui';
import { applicablePrice, validOn } from '../../server/src/domain/catalogue';
import type { OptionChoice } from '../../server/src/domain/options';
import type { Price, Product, ProductChoices, StockItem } from './types';

type Text = 'name' | 'description' | 'sellingPoints';

/** A text in the reader's language, else as staff wrote it. */
export const textOf = (product: Product, key: Text, language: Language): string =>
  product.translations?.[language]?.[key] || (product[key] ?? '');

export const labelOf = (price: Price, language: Language): string =>
  price.translations?.[language]?.label || (price.label ?? '');

/** An option or a choice in the reader's language. */
export const optionName = (row: Pick<OptionChoice, 'name' | 'translations'>, language: Language): string =>
  row.translations?.[language]?.name || row.name;

/** One selling point a line. */
export const pointsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*[-•*]\s*/, '').trim())
    .filter((line) => line !== '');

export const priceToday = (product: Product, today: string): Price | undefined =>
  applicablePrice(product.prices ?? [], today);

export type PriceState = 'current' | 'upcoming' | 'ended';
export function priceState(price: Price, today: string): PriceState {
  if (validOn(price, today)) return 'current';
  return price.validFrom !== null && price.validFrom > today ? 'upcoming' : 'ended';
}

/** What one piece costs before VAT and with it, in minor units; undefined while the rate is not known. */
export function bothAmounts(price: Price, taxCategory: string, choices: ProductChoices | undefined) {
  const rate = choices?.taxCategories.find((one) => one.code === taxCategory)?.ratePpm;
  if (!choices || rate === undefined) return undefined;
  const amount = BigInt(price.unitPrice);
  const inside = price.includesTax ?? choices.pricesIncludeTax;
  return inside
    ? { inside, before: amount - rateInside(amount, rate), with: amount }
    : { inside, before: amount, with: amount + rateOf(amount, rate) };
}

/** What is not promised yet, as a decimal. */
export const availableOf = ({ onHand, reserved }: Pick<StockItem, 'onHand' | 'reserved'>): string =>
  formatQuantity((parseQuantity(onHand) ?? 0n) - (parseQuantity(reserved) ?? 0n));
