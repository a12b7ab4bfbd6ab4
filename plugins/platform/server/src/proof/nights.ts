import { addDays, addDuration, compareInstants, dateIn, startOfDay } from '../../../kernel/src';

/** When the office sleeps. */
const HOUR = 'PT2H';

const nightOf = (zone: string, date: string): string => addDuration(startOfDay(zone, date), HOUR, zone);

/** The night's instant that is past or just now, and the one that follows, in the business time zone. */
export function nightsAround(now: string, zone: string): { last: string; next: string } {
  const today = dateIn(zone, now);
  const tonight = nightOf(zone, today);
  return compareInstants(tonight, now) <= 0
    ? { last: tonight, next: nightOf(zone, addDays(today, 1)) }
    : { last: nightOf(zone, addDays(today, -1)), next: tonight };
}
