import { addDays, compareDates, daysBetween, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type BilledLine, termsOf } from './contract';
import type { Interval } from './intervals';
import { chainsOf, type Linked } from './line-chain';
import type { LineTerms } from './periods-due';
import { type Period, periodAt, periodsOf } from './schedule';

type Line = Linked & BilledLine & { countedFrom?: CivilDate | null };

/** Days off that are over. */
export interface DaysOff {
  from: CivilDate;
  /** The first day on which it is on again. */
  to: CivilDate;
}

interface Move {
  /** How the line is counted, before and after. */
  was: LineTerms;
  is: LineTerms;
  before: readonly Interval[];
  off: DaysOff;
}

/** The same period of a line, as it lay before the days off and as it lies now. */
function periodBeside({ was, is, before, off }: Move, day: CivilDate): { old: Period; now: Period } | undefined {
  const old = periodAt(was, before, day);
  if (!old) return undefined;
  for (const now of periodsOf(is, [...before, off])) if (now.index === old.index) return { old, now };
  return undefined;
}

const laterBy = (day: CivilDate, { from, to }: DaysOff): CivilDate => addDays(day, daysBetween(from, to));

/**
 * The last day of a line after days off. Periods that follow are counted anew from where the running one ends now, and some
 * are a day or more longer or shorter than before: a line that was to end with one ends with it, and one that was to end
 * within one after as many of its days.
 */
function lastDayOf(move: Move, endsOn: CivilDate): CivilDate {
  const found = periodBeside(move, endsOn);
  if (!found || compareDates(move.off.from, found.old.full.start) >= 0) return laterBy(endsOn, move.off);
  const { old, now } = found;
  if (endsOn === old.end) return now.end;
  const last = addDays(now.full.start, daysBetween(old.full.start, endsOn));
  return compareDates(last, now.end) < 0 ? last : addDays(now.end, -1);
}

/** A price that holds from a period on holds from it wherever it begins: what a term costs is spread on its periods. */
const pricesOf = (move: Move, prices: BilledLine['prices']): BilledLine['prices'] =>
  prices.map((price) => {
    const { old, now } = periodBeside(move, price.from) ?? {};
    return old?.full.start === price.from && now ? { ...price, from: now.full.start } : price;
  });

function movedChain<One extends Line>(
  chain: readonly One[],
  before: readonly Interval[],
  { off, lastDay }: { off: DaysOff; lastDay: typeof lastDayOf },
): One[] {
  const begins = new Map<CivilDate, CivilDate>();
  const moved: One[] = [];
  for (const [place, line] of chain.entries()) {
    const { startsOn, endsOn, countedFrom } = line;
    const next = { ...line };
    moved.push(next);
    if (line.whileSuspended !== 'shift') continue;
    const waits = Boolean(line.predecessor) && startsOn !== null && compareDates(startsOn, off.from) > 0;
    if (waits) {
      const last = chain[place - 1]?.endsOn === addDays(startsOn, -1) ? moved[place - 1]?.endsOn : null;
      next.startsOn = last ? addDays(last, 1) : laterBy(startsOn, off);
      begins.set(startsOn, next.startsOn);
    }
    if (countedFrom) next.countedFrom = begins.get(countedFrom) ?? countedFrom;
    const [was, is] = [termsOf({ ...line, endsOn: null }), termsOf({ ...next, endsOn: null })];
    if (!was || !is) continue;
    const move = { was, is, before, off };
    if (endsOn !== null && (waits || compareDates(endsOn, off.from) >= 0)) next.endsOn = lastDay(move, endsOn);
    next.prices = pricesOf(move, line.prices);
  }
  return moved;
}

/**
 * Lines of a contract that was off: what shifts ends later, and what is to take over from it begins later; not what was
 * over. Lines that were to end together still do: where their periods would end on other days, each ends as many days later
 * as it was off.
 * @param before the days off before these
 */
export function shiftedLines<One extends Line>(
  lines: readonly One[],
  before: readonly Interval[],
  off: DaysOff,
): One[] {
  const chains = chainsOf(lines);
  const by = (lastDay: typeof lastDayOf): Map<number, One> =>
    new Map(
      chains.flatMap((chain) => movedChain(chain.lines, before, { off, lastDay })).map((line) => [line.id, line]),
    );
  const counted = by(lastDayOf);
  const ends = new Map<CivilDate | null, CivilDate | null>();
  const isTogether = lines.every(({ id, endsOn, whileSuspended }) => {
    const line = counted.get(id);
    if (!line || whileSuspended !== 'shift') return true;
    if (!ends.has(endsOn)) ends.set(endsOn, line.endsOn);
    return ends.get(endsOn) === line.endsOn;
  });
  const moved = isTogether ? counted : by(({ off: days }, endsOn) => laterBy(endsOn, days));
  return lines.map((line) => moved.get(line.id) ?? line);
}
