import {
  addDays,
  broken,
  compareDates,
  extend,
  mulDiv,
  ONE,
  spread,
  sum,
  type CivilDate,
} from '@sanya/strapi-plugin-platform/kernel';
import { neverWas } from './line-chain';
import { type ContractFacts, type ContractLineFacts, keepPrice, type KeptPrice, SINCE_EVER, termsOf } from './contract';
import { lastDayAfterMonths } from './cycle';
import { costOf } from './ending';
import type { Interval } from './intervals';
import { priceOfPeriod } from './price-versions';
import { renewalPrice } from './renewal-price';
import { amountsOf, tableOf } from './renewal-terms';

type Line = ContractLineFacts & { id: number };
type Contract = Pick<ContractFacts, 'number' | 'startsOn' | 'endsOn' | 'termMonths' | 'term' | 'renewalTerms'>;

/** A line of the next term: it continues one of the present. */
export interface ContinuingLine extends Omit<ContractLineFacts, 'contract' | 'position'> {
  predecessor: number;
  startsOn: CivilDate;
  endsOn: CivilDate;
}

export interface NextTerm {
  /** The first of its days, and the last. */
  startsOn: CivilDate;
  endsOn: CivilDate;
  /** Of the whole term, as the prices of the contract are meant: before VAT or with it. */
  price: bigint;
  lines: ContinuingLine[];
}

export interface TermWish {
  /** Said by staff; null: by the table, or as until now. */
  price: bigint | null;
  /** Of the lines by the catalogue. */
  listPrice: bigint | null;
  /** When it was off: what shifts is counted on from where that moved it. */
  suspensions: readonly Interval[];
  /** It begins anew on that day instead of the day after the last. */
  from?: CivilDate;
}

/** The lines that run to the end of the term and are not continued already; what was given up earlier stays given up. */
export function lineEnds(
  contract: Contract,
  lines: readonly Line[],
): (Line & { startsOn: CivilDate; endsOn: CivilDate })[] {
  const continued = new Set(lines.filter((line) => !neverWas(line)).map(({ predecessor }) => predecessor));
  return lines.flatMap((line) => {
    const { startsOn, endsOn } = line;
    if (startsOn === null || endsOn === null || neverWas(line) || continued.has(line.id)) return [];
    const months = contract.termMonths ?? 0;
    // Lines that shift end later than those beside them; what was given up a term ago ended earlier.
    const isNear =
      contract.endsOn === null || compareDates(lastDayAfterMonths(addDays(endsOn, 1), months), contract.endsOn) > 0;
    const isWhole = isNear && endsOn === lastDayAfterMonths(startsOn, months);
    return endsOn === contract.endsOn || isWhole ? [{ ...line, startsOn, endsOn }] : [];
  });
}

/** The next term counted from the first day of the contract, so that no day is lost by a short month on the way. */
function termAfter({ startsOn, endsOn, termMonths }: { startsOn: CivilDate; endsOn: CivilDate; termMonths: number }) {
  let done = termMonths;
  while (compareDates(lastDayAfterMonths(startsOn, done), endsOn) < 0) done += termMonths;
  const isCounted = lastDayAfterMonths(startsOn, done) === endsOn;
  return isCounted
    ? { anchor: startsOn, endsOn: lastDayAfterMonths(startsOn, done + termMonths) }
    : { anchor: null, endsOn: lastDayAfterMonths(addDays(endsOn, 1), termMonths) };
}

/** The price that holds on a day, and those that follow it. */
function pricesFrom(prices: readonly KeptPrice[], on: CivilDate): KeptPrice[] {
  const sorted = [...prices].sort((a, b) => compareDates(a.from, b.from));
  const held = sorted.filter(({ from }) => compareDates(from, on) <= 0).at(-1) ?? sorted[0];
  const later = sorted.filter(({ from }) => compareDates(from, on) > 0 && from !== held?.from);
  return held ? [{ ...held, from: SINCE_EVER }, ...later] : later;
}

/** The share of a line, for its quantity where that divides it. */
function priceFor(share: bigint, quantity: bigint): Pick<Line, 'unitPrice' | 'quantity'> {
  const unitPrice = mulDiv(share, ONE, quantity);
  return extend(unitPrice, quantity) === share ? { unitPrice, quantity } : { unitPrice: share, quantity: ONE };
}

const currentPrice = (line: Line, on: CivilDate): bigint => {
  const [held] = pricesFrom(line.prices, on);
  if (!held) return 0n;
  const [unitPrice, quantity, discount] = [BigInt(held.unitPrice), BigInt(held.quantity), BigInt(held.discount)];
  return priceOfPeriod({ from: held.from, unitPrice, quantity, discount });
};

/**
 * What renewing promises: each line that runs to the end is continued by one that begins on the day after, without a hole
 * and without an overlap. With a table, or a price said by staff, the term is billed at once; without, everything goes on
 * as it was. The fee for leaving early is over with the minimum term that was agreed once.
 */
export function nextTerm(contract: Contract, lines: readonly Line[], wish: TermWish): NextTerm {
  const { termMonths, startsOn: began, endsOn: over, renewalTerms: terms, term } = contract;
  const running = lineEnds(contract, lines);
  if (termMonths === null || began === null || over === null || running.length === 0) {
    throw broken('renewal.nothing_ends', { params: { contract: contract.number ?? '' } });
  }
  const after = termAfter({ startsOn: began, endsOn: over, termMonths });
  const { anchor, endsOn } =
    wish.from === undefined ? after : { anchor: null, endsOn: lastDayAfterMonths(wish.from, termMonths) };
  const startsOn = wish.from ?? addDays(over, 1);
  const price = wish.price ?? (terms && renewalPrice(tableOf(terms), amountsOf(terms, wish.listPrice), term + 1));
  const weights = running.map((line) => currentPrice(line, startsOn));
  const shares = price === null ? [] : spread(price, sum(weights) > 0n ? weights : weights.map(() => 1n));

  const continued = running.map((line, index): ContinuingLine => {
    const { id, contract: _, position: __, ...kept } = line;
    const first = wish.from ?? addDays(line.endsOn, 1);
    const shared = {
      ...kept,
      ...{ predecessor: id, orderLine: null, invoicePosition: null, feeInvoice: null, startsOn: first, endsOn },
      minimumFrom: line.minimumMonths === null ? null : (line.minimumFrom ?? line.startsOn),
    };
    const share = shares[index];
    const isCounted = wish.from === undefined;
    if (share === undefined) {
      const prices = pricesFrom(line.prices, first);
      const [held] = prices;
      return {
        ...{ ...shared, prices },
        ...(held && { unitPrice: BigInt(held.unitPrice), quantity: BigInt(held.quantity) }),
        ...(held && { discount: BigInt(held.discount) }),
        countedFrom: isCounted ? (line.countedFrom ?? line.startsOn) : null,
      };
    }
    const priced = { ...priceFor(share, line.quantity), discount: 0n };
    const years = termMonths % 12 === 0;
    return {
      ...{ ...shared, ...priced, prices: [keepPrice({ ...priced, from: SINCE_EVER })] },
      ...{
        cycleUnit: years ? ('year' as const) : ('month' as const),
        cycleCount: years ? termMonths / 12 : termMonths,
      },
      ...{ billedIn: 'advance' as const, alignment: 'anniversary' as const },
      countedFrom: isCounted ? anchor : null,
    };
  });
  return {
    ...{ startsOn, endsOn, lines: continued },
    price: price ?? sum(continued.map((line) => costOfLine(line, wish.suspensions))),
  };
}

function costOfLine(line: ContinuingLine, suspensions: readonly Interval[]): bigint {
  const terms = termsOf(line);
  return terms ? costOf(terms, suspensions, { start: line.startsOn, end: line.endsOn }) : 0n;
}
