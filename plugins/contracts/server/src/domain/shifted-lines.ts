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

/**
 * The last day of a line after days off. Periods that follow are counted anew from where the running one ends now, and some
 * are a day or more longer or shorter than before: a line that was to end with one ends with it, and one that was to end
 * within one after as many of its days.
 * @param moved the line with the day on which it begins now
 */
function lastDayOf(line: Line, moved: Line, { before, off }: { before: readonly Interval[]; off: DaysOff }): CivilDate {
  const endsOn = line.endsOn as CivilDate;
  const [was, is] = [termsOf({ ...line, endsOn: null }), termsOf({ ...moved, endsOn: null })];
  const old = was && periodAt(was, before, endsOn);
  const period = is && old && periodNumbered(is, [...before, off], old.index);
  if (!period || compareDates(off.from, old.full.start) >= 0) return addDays(endsOn, daysBetween(off.from, off.to));
  if (endsOn === old.end) return period.end;
  const last = addDays(period.full.start, daysBetween(old.full.start, endsOn));
  return compareDates(last, period.end) < 0 ? last : addDays(period.end, -1);
}

function periodNumbered(terms: LineTerms, suspensions: readonly Interval[], number: number): Period | undefined {
  for (const period of periodsOf(terms, suspensions)) if (period.index === number) return period;
  return undefined;
}

/**
 * Lines of a contract that was off: what shifts ends later, and what is to take over from it begins later; not what was
 * over.
 * @param before the days off before these
 */
export function shiftedLines<One extends Line>(
  lines: readonly One[],
  before: readonly Interval[],
  off: DaysOff,
): One[] {
  const days = daysBetween(off.from, off.to);
  const moved = new Map<number, One>();
  for (const { lines: chain } of chainsOf(lines)) {
    const begins = new Map<CivilDate, CivilDate>();
    chain.forEach((line, place) => {
      const { startsOn, endsOn, countedFrom } = line;
      if (line.whileSuspended !== 'shift') return;
      const waits = Boolean(line.predecessor) && startsOn !== null && compareDates(startsOn, off.from) > 0;
      const next = { ...line };
      if (waits) {
        const previous = chain[place - 1];
        const last = previous?.endsOn === addDays(startsOn, -1) ? moved.get(previous.id)?.endsOn : null;
        next.startsOn = last ? addDays(last, 1) : addDays(startsOn, days);
        begins.set(startsOn, next.startsOn);
      }
      if (countedFrom) next.countedFrom = begins.get(countedFrom) ?? countedFrom;
      if (endsOn !== null && (waits || compareDates(endsOn, off.from) >= 0)) {
        next.endsOn = lastDayOf(line, next, { before, off });
      }
      moved.set(line.id, next);
    });
  }
  return lines.map((line) => moved.get(line.id) ?? line);
}
