import { addMonths, compareDates, extend, mulDiv, ONE, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type ContractLineFacts, keepPrice, type KeptPrice, readPrice, SINCE_EVER } from './contract';
import { type BillingCycle, monthsOf } from './cycle';
import { priceOfPeriod, type PriceVersion } from './price-versions';

/** Of a year of twelve months: what is not counted in months. */
const A_YEAR = { day: 365n, week: 52n } as const;

/** What so much for each period comes to in a term. */
export function priceOfTerm(amount: bigint, cycle: BillingCycle, termMonths: number): bigint {
  const months = monthsOf(cycle);
  return months === undefined
    ? mulDiv(amount, A_YEAR[cycle.unit as keyof typeof A_YEAR] * BigInt(termMonths), BigInt(12 * cycle.count))
    : mulDiv(amount, BigInt(termMonths), BigInt(months));
}

/** How many periods a term has; 1 where the cycle does not divide it: it is billed at once. */
export function periodsIn(termMonths: number, cycle: BillingCycle): number {
  const months = monthsOf(cycle);
  return months !== undefined && termMonths % months === 0 ? termMonths / months : 1;
}

/** An amount for a quantity: where that does not divide it, what is too much of the unit price is taken off. */
export function priceFor(amount: bigint, quantity: bigint): Omit<PriceVersion, 'from'> {
  const unitPrice = mulDiv(amount, ONE, quantity, 'up');
  return { unitPrice, quantity, discount: extend(unitPrice, quantity) - amount };
}

/**
 * The prices of the periods of a term, which add up to it: the first ones carry what does not divide. Periods are counted
 * from the anchor, `done` months after which the term begins.
 */
export function pricesOfTerm(
  amount: bigint,
  quantity: bigint,
  { count, months, anchor, done }: { count: number; months: number; anchor: CivilDate; done: number },
): KeptPrice[] {
  const [each, rest] = [amount / BigInt(count), amount % BigInt(count)];
  const of = (price: bigint, from: CivilDate): KeptPrice => keepPrice({ ...priceFor(price, quantity), from });
  if (rest === 0n) return [of(each, SINCE_EVER)];
  return [of(each + 1n, SINCE_EVER), of(each, addMonths(anchor, done + months * Number(rest)))];
}

/** The price that holds on a day, and those that follow it. */
export function pricesFrom(prices: readonly KeptPrice[], on: CivilDate): KeptPrice[] {
  const sorted = [...prices].sort((a, b) => compareDates(a.from, b.from));
  const held = sorted.filter(({ from }) => compareDates(from, on) <= 0).at(-1) ?? sorted[0];
  const later = sorted.filter((price) => compareDates(price.from, on) > 0 && price !== held);
  return held ? [{ ...held, from: SINCE_EVER }, ...later] : later;
}

/** What a period of a line costs on a day. */
export function priceOn({ prices }: Pick<ContractLineFacts, 'prices'>, on: CivilDate): bigint {
  const [held] = pricesFrom(prices, on);
  return held ? priceOfPeriod(readPrice(held)) : 0n;
}

/** What a line costs in a term, by the price of a day. */
export const termPriceOn = (
  line: Pick<ContractLineFacts, 'prices' | 'cycleUnit' | 'cycleCount'>,
  termMonths: number,
  on: CivilDate,
): bigint => priceOfTerm(priceOn(line, on), { unit: line.cycleUnit, count: line.cycleCount }, termMonths);
