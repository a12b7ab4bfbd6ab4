import { max, min, mulDiv } from '@sanya/strapi-plugin-platform/kernel';
import type { ContractLineFacts } from './contract';
import type { DiscountRule } from './price-versions';

/** What was sold of a line of an order, once the order changed or some of it came back. Thousandths. */
export interface SaleChange {
  /** How much of it is still sold. */
  left: bigint;
  /** How much more that is than before; less where negative. */
  by: bigint;
}

type Promised = Pick<ContractLineFacts, 'product' | 'description' | 'quantity'>;

/** What becomes of what a contract promises of it: nothing, its end, or another quantity at the prices that it has. */
export type Follow = 'stays' | 'ends' | Pick<ContractLineFacts, 'quantity'>;

/** More is had without more discount; what was taken off each piece is taken off those that stay: as in the order. */
export const discountAfterSale: DiscountRule = (discount, before, after) =>
  after > before ? discount : mulDiv(discount, after, before, 'down');

const isOfAnother = (made: Promised, held: Promised): boolean =>
  made.product !== held.product || (made.product === null && made.description !== held.description);

/**
 * A contract promises as much more or less as is sold, and nothing of what is not sold any more. What was agreed since
 * stands: another product keeps its quantity, and what was lowered to what is left is not lowered twice.
 * @param made the line as the sale made it
 * @param held what it became by changes of the contract
 */
export function followSale(made: Promised, held: Promised, { left, by }: SaleChange): Follow {
  if (left <= 0n) return 'ends';
  if (isOfAnother(made, held)) return 'stays';
  const quantity = by > 0n ? held.quantity + by : max(held.quantity + by, min(held.quantity, left));
  if (quantity === held.quantity) return 'stays';
  return { quantity };
}
