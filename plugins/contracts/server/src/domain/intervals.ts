import { addDays, compareDates, daysBetween, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';

/** Days from `start` to `end`, both inclusive. */
export interface Span {
  start: CivilDate;
  end: CivilDate;
}

/** Off from the day `from`, on again on the day `to`; null: still off. */
export interface Interval {
  from: CivilDate;
  to: CivilDate | null;
}

const later = (a: CivilDate, b: CivilDate): CivilDate => (compareDates(a, b) >= 0 ? a : b);
const earlier = (a: CivilDate, b: CivilDate): CivilDate => (compareDates(a, b) <= 0 ? a : b);

export const lengthOf = ({ start, end }: Span): number => daysBetween(start, end) + 1;

/** In order, those that touch or overlap made one, empty ones left out. */
export function joined(intervals: readonly Interval[]): Interval[] {
  const sorted = intervals
    .filter(({ from, to }) => to === null || compareDates(from, to) < 0)
    .sort((a, b) => compareDates(a.from, b.from));
  const result: Interval[] = [];
  for (const interval of sorted) {
    const last = result.at(-1);
    if (last && (last.to === null || compareDates(interval.from, last.to) <= 0)) {
      last.to = last.to === null || interval.to === null ? null : later(last.to, interval.to);
    } else result.push({ ...interval });
  }
  return result;
}

/** The first day on which what was off may be off again: today, or where days off are told ahead the day after them. */
export const firstDayOff = (intervals: readonly Interval[], today: CivilDate): CivilDate =>
  joined(intervals).reduce((day, { to }) => (to === null ? day : later(day, to)), today);

/** What of a span is left when the intervals are taken out, in order. */
export function without(span: Span, intervals: readonly Interval[]): Span[] {
  const left: Span[] = [];
  let start = span.start;
  for (const { from, to } of joined(intervals)) {
    if (to !== null && compareDates(to, start) <= 0) continue;
    if (compareDates(from, span.end) > 0) break;
    if (compareDates(start, from) < 0) left.push({ start, end: addDays(from, -1) });
    if (to === null) return left;
    start = to;
  }
  if (compareDates(start, span.end) <= 0) left.push({ start, end: span.end });
  return left;
}

/** The days that two spans have in common; undefined when they have none. */
export function common(a: Span, b: Span): Span | undefined {
  const start = later(a.start, b.start);
  const end = earlier(a.end, b.end);
  return compareDates(start, end) <= 0 ? { start, end } : undefined;
}

/** How many days of a span are in none of the intervals. */
export const daysWithout = (span: Span, intervals: readonly Interval[]): number =>
  without(span, intervals).reduce((total, part) => total + lengthOf(part), 0);
