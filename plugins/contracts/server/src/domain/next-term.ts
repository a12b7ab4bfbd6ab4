import { addDays, broken, compareDates, ONE, spread, sum, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { neverWas } from './line-chain';
import { type ContractFacts, type ContractLineFacts, type KeptPrice, readPrice, termsOf } from './contract';
import { lastDayAfterMonths, monthsOf } from './cycle';
import { asAgreed } from './entitlement';
import { costOf } from './ending';
import type { Interval } from './intervals';
import { renewalPrice } from './renewal-price';
import { amountsOf, movedTo, type RenewalTerms, tableOf } from './renewal-terms';
import { periodsIn, pricesFrom, pricesOfTerm, termPriceOn } from './term-price';

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
  /** What further terms cost from then on. */
  renewalTerms: RenewalTerms | null;
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
  /** It is a contract of its own, which suspensions of the one before do not reach. */
  isOwn?: boolean;
}

/** The last day of the term by its months alone: lines that do not shift end on it, whenever they took over. */
export function termEndBefore({
  startsOn,
  endsOn,
  termMonths,
}: Pick<Contract, 'startsOn' | 'endsOn' | 'termMonths'>): CivilDate | undefined {
  if (startsOn === null || endsOn === null || termMonths === null) return undefined;
  let done = termMonths;
  while (compareDates(lastDayAfterMonths(startsOn, done + termMonths), endsOn) <= 0) done += termMonths;
  return lastDayAfterMonths(startsOn, done);
}

/** The lines that run to the end of the term and are not continued already; what was given up earlier stays given up. */
export function lineEnds(
  contract: Contract,
  lines: readonly Line[],
): (Line & { startsOn: CivilDate; endsOn: CivilDate })[] {
  const continued = new Set(lines.filter((line) => !neverWas(line)).map(({ predecessor }) => predecessor));
  const nearest = termEndBefore(contract);
  return lines.flatMap((line) => {
    const { startsOn, endsOn } = line;
    if (startsOn === null || endsOn === null || neverWas(line) || continued.has(line.id)) return [];
    const months = contract.termMonths ?? 0;
    // Lines that shift end later than those beside them; what was given up a term ago ended earlier.
    const isNear =
      contract.endsOn === null || compareDates(lastDayAfterMonths(addDays(endsOn, 1), months), contract.endsOn) > 0;
    const isWhole = isNear && endsOn === lastDayAfterMonths(startsOn, months);
    return endsOn === contract.endsOn || endsOn === nearest || isWhole ? [{ ...line, startsOn, endsOn }] : [];
  });
}

/** The next term counted from the first day of the contract, so that no day is lost by a short month on the way. */
function termAfter({ startsOn, endsOn, termMonths }: { startsOn: CivilDate; endsOn: CivilDate; termMonths: number }) {
  let done = termMonths;
  while (compareDates(lastDayAfterMonths(startsOn, done), endsOn) < 0) done += termMonths;
  const isCounted = lastDayAfterMonths(startsOn, done) === endsOn;
  return isCounted
    ? { anchor: startsOn, done, endsOn: lastDayAfterMonths(startsOn, done + termMonths) }
    : { anchor: null, done: 0, endsOn: lastDayAfterMonths(addDays(endsOn, 1), termMonths) };
}

/**
 * What renewing promises: each line that runs to the end is continued by one that begins on the day after, without a hole
 * and without an overlap. A table, or a price said by staff, is for the whole term: it is billed as often as before where
 * that divides the term, else at once. Without, everything goes on as it was. The fee for leaving early is over with the
 * minimum term that was agreed once.
 */
export function nextTerm(contract: Contract, lines: readonly Line[], wish: TermWish): NextTerm {
  const { termMonths, startsOn: began, endsOn: over, renewalTerms: agreed, term } = contract;
  const running = lineEnds(contract, lines);
  if (termMonths === null || began === null || over === null || running.length === 0) {
    throw broken('renewal.nothing_ends', { params: { contract: contract.number ?? '' } });
  }
  const after = (last: CivilDate) =>
    wish.from === undefined
      ? termAfter({ startsOn: began, endsOn: last, termMonths })
      : { anchor: null, done: 0, endsOn: lastDayAfterMonths(wish.from, termMonths) };
  const { endsOn } = after(over);
  const startsOn = wish.from ?? addDays(over, 1);
  const terms = agreed && movedTo(agreed, sum(running.map((line) => termPriceOn(line, termMonths, line.endsOn))));
  const price = wish.price ?? (terms && renewalPrice(tableOf(terms), amountsOf(terms, wish.listPrice), term + 1));
  const weights = running.map((line) => termPriceOn(line, termMonths, startsOn));
  const shares = price === null ? [] : spread(price, sum(weights) > 0n ? weights : weights.map(() => 1n));

  const continued = running.map((line, index): ContinuingLine => {
    const { id, contract: _, position: __, ...kept } = line;
    const first = wish.from ?? addDays(line.endsOn, 1);
    const shared = {
      ...kept,
      entitlements: line.entitlements?.map(asAgreed) ?? null,
      ...{ predecessor: id, orderLine: null, invoicePosition: null, feeInvoice: null, startsOn: first, endsOn },
      minimumFrom: line.minimumMonths === null ? null : (line.minimumFrom ?? line.startsOn),
    };
    const share = shares[index];
    const isCounted = wish.from === undefined && !(wish.isOwn === true && line.whileSuspended === 'shift');
    if (share === undefined) {
      const prices = pricesFrom(line.prices, first);
      return {
        ...{ ...shared, ...priceHeld(prices), prices },
        countedFrom: isCounted ? (line.countedFrom ?? line.startsOn) : null,
      };
    }
    const cycle = { unit: line.cycleUnit, count: line.cycleCount };
    const count = periodsIn(termMonths, cycle);
    const months = termMonths / count;
    // The price is for a whole term of the line: one beside what days off moved has its own last day.
    const { anchor, done, endsOn: last } = after(line.endsOn);
    const counted = isCounted ? anchor : null;
    const grid = counted === null ? { anchor: first, done: 0 } : { anchor: counted, done };
    const prices = pricesOfTerm(share, line.quantity, { count, months, ...grid });
    return {
      ...{ ...shared, ...priceHeld(prices), prices, endsOn: last },
      ...(months === monthsOf(cycle) ? {} : wholeTerm(termMonths)),
      billedIn: count === 1 ? ('advance' as const) : line.billedIn,
      ...{ alignment: 'anniversary' as const, countedFrom: counted },
    };
  });
  const perTerm = sum(continued.map((line) => termPriceOn(line, termMonths, line.endsOn)));
  return {
    ...{ startsOn, endsOn, lines: continued },
    renewalTerms: terms && { ...terms, agreed: String(perTerm) },
    price: price ?? sum(continued.map((line) => costOfLine(line, wish.suspensions))),
  };
}

/** The price of a line as it stands on it: that which holds first. */
const priceHeld = ([held]: readonly KeptPrice[]) => {
  const { unitPrice = 0n, quantity = ONE, discount = 0n } = held ? readPrice(held) : {};
  return { unitPrice, quantity, discount };
};

/** Billed at once. */
const wholeTerm = (months: number) =>
  months % 12 === 0
    ? { cycleUnit: 'year' as const, cycleCount: months / 12 }
    : { cycleUnit: 'month' as const, cycleCount: months };

function costOfLine(line: ContinuingLine, suspensions: readonly Interval[]): bigint {
  const terms = termsOf(line);
  return terms ? costOf(terms, suspensions, { start: line.startsOn, end: line.endsOn }) : 0n;
}
