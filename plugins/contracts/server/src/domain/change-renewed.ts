import { addDays, compareDates, mulDiv, sum, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { neverWas } from './line-chain';
import { type ContractLineFacts, keepPrice, type KeptPrice, readPrice } from './contract';
import { priceFor, priceOfTerm, priceOn, pricesFrom, termPriceOn } from './term-price';
import { priceOfPeriod } from './price-versions';

type Line = ContractLineFacts & { id: number };

/** Terms that were agreed before the one that runs is over. */
export interface TermsAhead {
  termMonths: number;
  /** Their first days, the earliest first. */
  from: readonly CivilDate[];
}

type Priced = Pick<ContractLineFacts, 'prices' | 'quantity' | 'cycleUnit' | 'cycleCount'>;

const isOn = (line: Line, day: CivilDate): boolean =>
  !neverWas(line) &&
  line.startsOn !== null &&
  compareDates(line.startsOn, day) <= 0 &&
  (line.endsOn === null || compareDates(line.endsOn, day) >= 0);

/** What a term costs, from a day on, where the one before it costs another amount. */
interface Step {
  from: CivilDate;
  cost: bigint;
}

/** What each version of a line costs a term, from a day until before another. */
function stepsOf(line: Line, termMonths: number, from: CivilDate, until: CivilDate | undefined): Step[] {
  const cycle = { unit: line.cycleUnit, count: line.cycleCount };
  return pricesFrom(line.prices, from)
    .map((price, index) => ({
      from: index === 0 ? from : price.from,
      cost: priceOfTerm(priceOfPeriod(readPrice(price)), cycle, termMonths),
    }))
    .filter((step) => until === undefined || compareDates(step.from, until) < 0);
}

function scaled(next: Priced, before: bigint, steps: readonly Step[], first: CivilDate): KeptPrice[] {
  const now = priceOn(next, addDays(first, -1));
  const prices = next.prices.filter(({ from }) => compareDates(from, first) < 0);
  let last = now;
  for (const { from, cost } of steps) {
    const amount = mulDiv(now, cost, before);
    if (amount !== last) prices.push(keepPrice({ ...priceFor(amount, next.quantity), from }));
    last = amount;
  }
  return prices;
}

/**
 * The prices of a line that takes over while further terms are agreed already: they were agreed at prices of their own, and
 * what is changed costs there in proportion. So it is all the same whether a contract is changed first, or renewed first.
 * @param lines those that take over from one another, as they were before the change
 */
export function pricesAhead(next: Priced, lines: readonly Line[], ahead: TermsAhead): KeptPrice[] {
  const [first] = ahead.from;
  const old = first === undefined ? undefined : lines.find((line) => isOn(line, addDays(first, -1)));
  if (first === undefined || !old) return [...next.prices];
  const before = termPriceOn(old, ahead.termMonths, addDays(first, -1));
  if (before === 0n) return [...next.prices];
  const steps = ahead.from.flatMap((from, index) => {
    const line = lines.find((one) => isOn(one, from));
    return line ? stepsOf(line, ahead.termMonths, from, ahead.from[index + 1]) : [];
  });
  return steps.length === 0 ? [...next.prices] : scaled(next, before, steps, first);
}

/** The prices of a line that joins: in further terms as those of the whole contract. */
export function pricesJoining(next: Priced, lines: readonly Line[], ahead: TermsAhead): KeptPrice[] {
  const [first] = ahead.from;
  if (first === undefined) return [...next.prices];
  const costOn = (day: CivilDate): bigint =>
    sum(lines.filter((line) => isOn(line, day)).map((line) => termPriceOn(line, ahead.termMonths, day)));
  const before = costOn(addDays(first, -1));
  if (before === 0n) return [...next.prices];
  return scaled(
    next,
    before,
    ahead.from.map((from) => ({ from, cost: costOn(from) })),
    first,
  );
}
