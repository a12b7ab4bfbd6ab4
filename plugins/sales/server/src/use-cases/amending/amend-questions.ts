import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { OrderLineFacts } from '../../domain/order';
import type { LineWish } from '../../domain/price-lines';
import { saleOf } from '../../domain/sale';
import { must } from '../must';
import { creditQuestions, discountGrown, discountQuestions, type OrderQuestion } from '../order-questions';
import { priceBaskets } from '../price-baskets';
import type { PackedOrder } from '../shipments/lock-shipments';
import { type NewLine, newLine } from './amend-lines';

interface Added {
  lines: NewLine[];
  questions: OrderQuestion[];
}

/** What is added, at the prices of today, and whether somebody else has to grant its discount. */
export async function pricedAdds(tools: Tools, one: PackedOrder, add: readonly LineWish[]): Promise<Added> {
  if (add.length === 0) return { lines: [], questions: [] };
  const { customer, language } = one.order;
  const [basket] = await priceBaskets(tools, [{ customer, language, lines: add }]);
  const sale = saleOf(must(basket));
  const [questions] = await discountQuestions(tools, [{ source: 'staff', sale }]);
  return { lines: sale.lines.map(newLine), questions: must(questions) };
}

/** Whether what it costs more goes beyond the customer's credit. */
async function beyondCredit(tools: Tools, { order }: PackedOrder, more: bigint): Promise<OrderQuestion[]> {
  if (more <= 0n) return [];
  const [questions] = await creditQuestions(tools, [{ customer: order.customer, amount: more }]);
  return must(questions);
}

type PricedLine = Pick<OrderLineFacts, 'unitPrice' | 'quantity' | 'derivation'>;

interface Amending {
  /** Minor units: what the customer owes more. */
  costs: bigint;
  /** What is asked about the discount of the added lines on their own. */
  discounts: readonly OrderQuestion[];
  /** The lines there were, as they are to be. */
  kept: readonly PricedLine[];
  added: readonly PricedLine[];
}

/** What somebody else has to grant before the order is changed so; the discount is asked about once. */
export async function amendQuestions(
  tools: Tools,
  one: PackedOrder,
  { costs, discounts, kept, added }: Amending,
): Promise<OrderQuestion[]> {
  const credit = await beyondCredit(tools, one, costs);
  if (discounts.length > 0) return [...credit, ...discounts];
  return [...credit, ...(await discountGrown(tools, one.order.currency, one.lines, [...kept, ...added]))];
}
