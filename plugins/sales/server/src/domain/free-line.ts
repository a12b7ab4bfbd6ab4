import { badInput, extend } from '@sanya/strapi-plugin-platform/kernel';
import { discounts, LONGEST_DESCRIPTION } from './price-parts';
import { type LineWish, type PricedLine, type PricingRules, quantityOf } from './price-lines';

/** Most things are taxed so. */
const USUAL_CATEGORY = 'standard';

/** A line that stands for no product: its words and its price are those of whoever wrote it. */
export function freeLine(wish: LineWish, index: number, rules: PricingRules): PricedLine {
  const at = `lines.${index}`;
  const name = (wish.description ?? '').trim();
  if (name === '') throw badInput('order.line_says_nothing', { field: `${at}.product` });
  const { unitPrice } = wish;
  if (unitPrice === undefined) {
    throw badInput('order.free_line_without_price', { field: `${at}.unitPrice`, params: { line: name } });
  }
  if (unitPrice < 0n) throw badInput('order.unit_price_negative', { field: `${at}.unitPrice` });
  const unit = wish.unit ?? rules.say('order.free_unit');
  const quantity = quantityOf(wish.quantity, { quantityStep: 1n, unit }, name, `${at}.quantity`);
  const [discount = 0n] = discounts({ wish, at, name }, [{ unitPrice, quantity }], rules.currency);
  return {
    ...{ asked: index, product: null, price: null, sku: null, kind: wish.kind ?? 'service', per: 'one_time' },
    description: name.slice(0, LONGEST_DESCRIPTION),
    details: wish.details ?? null,
    ...{ quantity, unit, unitPrice, discount, amount: extend(unitPrice, quantity) - discount },
    stockTracked: false,
    ...{ taxCategory: wish.taxCategory ?? USUAL_CATEGORY, incomeKind: wish.incomeKind ?? null },
    options: [],
    derivation: { price: { origin: 'manual' } },
    hints: [],
  };
}
