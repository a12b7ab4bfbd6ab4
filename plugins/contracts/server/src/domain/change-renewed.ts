import { addDays, compareDates, mulDiv, sum, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { chainsOf, neverWas } from './line-chain';
import { type ContractLineFacts, keepPrice, type KeptPrice, readPrice } from './contract';
import { termEndBefore } from './next-term';
import { priceFor, priceOfTerm, priceOn, pricesFrom, termPriceOn } from './term-price';
import { priceOfPeriod } from './price-versions';

type Line = ContractLineFacts & { id: number };

/** Terms that were agreed before the one that runs is over. */
export interface TermsAhead {
  termMonths: number;
  /** The first day of the contract. */
  startsOn: CivilDate | null;
  /** Their first days, the earliest first. */
  from: readonly CivilDate[];
}

type Priced = Pick<ContractLineFacts, 'prices' | 'quantity' | 'cycleUnit' | 'cycleCount'>;

const isOn = (line: Line, day: CivilDate): boolean =>
  !neverWas(line) &&
  line.startsOn !== null &&
  compareDates(line.startsOn, day) <= 0 &&
  (line.endsOn === null || compareDates(line.endsOn, day) >= 0);

/**
 * The first days of these terms for lines that take over from one another: days off move what shifts, and what stands beside
 * it keeps the day by its months alone. Where one line holds through, its price says since when.
 */
export function ownTerms(chain: readonly Line[], ahead: TermsAhead): TermsAhead {
  const { termMonths, startsOn } = ahead;
  const lines = chain.filter((line) => !neverWas(line));
  const starts = lines.flatMap((line) => line.startsOn ?? []).sort(compareDates);
  const priced = new Set(lines.flatMap(({ prices }) => prices.map(({ from }) => from)));
  const from = ahead.from.map((day, index) => {
    const end = termEndBefore({ startsOn, endsOn: addDays(day, -1), termMonths });
    const plain = end === undefined ? day : addDays(end, 1);
    const begun = [plain, day].find((one) => starts.includes(one));
    if (begun !== undefined) return begun;
    const [next] = ahead.from.slice(index + 1);
    const later = starts.find((one) => compareDates(one, day) > 0 && (!next || compareDates(one, next) < 0));
    return later ?? (priced.has(plain) ? plain : day);
  });
  return { ...ahead, from };
}

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
 * @param ahead as these lines have them
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
  const chains = chainsOf(lines).map(({ lines: chain }) => ({ chain, own: ownTerms(chain, ahead).from }));
  const costOn = (dayOf: (own: readonly CivilDate[]) => CivilDate | undefined): bigint =>
    sum(
      chains.flatMap(({ chain, own }) => {
        const day = dayOf(own);
        const line = day && chain.find((one) => isOn(one, day));
        return line ? [termPriceOn(line, ahead.termMonths, day)] : [];
      }),
    );
  const before = costOn(([own]) => own && addDays(own, -1));
  if (before === 0n) return [...next.prices];
  return scaled(
    next,
    before,
    ahead.from.map((from, index) => ({ from, cost: costOn((own) => own[index]) })),
    first,
  );
}
