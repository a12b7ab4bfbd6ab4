import { Temporal } from 'temporal-polyfill';
import { remembered } from './remembered';

/** A date without a time, `YYYY-MM-DD`, Gregorian, years 0001 to 9999. Sorts as text. */
export type CivilDate = string;

/** A moment, ISO-8601 in UTC with `Z`. Never compare two as text: fractions may differ in length. */
export type Instant = string;

/** From this year on a typed or imported year is Buddhist. */
const FIRST_BUDDHIST_YEAR = 2400;
const BUDDHIST_OFFSET = 543;

const DATE_SHAPE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
// Seconds stop at 59: a leap second would be taken as the second before it without a word.
const INSTANT_SHAPE = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:[0-5]\d(?:\.\d{1,9})?Z$/;

/** A Gregorian year in the Buddhist era: 2026 is 2569. */
export const buddhistYear = (year: number): number => year + BUDDHIST_OFFSET;

/**
 * Whether the text is a day of the calendar, exactly `YYYY-MM-DD`. It does not judge the year: what people type goes
 * through `parseCivilDate`, which knows Buddhist years.
 */
export function isCivilDate(text: string): boolean {
  if (!DATE_SHAPE.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return day >= 1 && day <= daysIn(year, month);
}

const LONG_MONTHS = new Set([1, 3, 5, 7, 8, 10, 12]);
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Plain arithmetic: every date of every run is asked. No days in a month that is none. */
const daysIn = (year: number, month: number): number => {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return isLeap(year) ? 29 : 28;
  return LONG_MONTHS.has(month) ? 31 : 30;
};

/** Whether the text is a moment in UTC: `2026-01-31T07:00:00Z`, with up to nine decimals of a second. */
export function isInstant(text: string): boolean {
  if (!INSTANT_SHAPE.test(text)) return false;
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether this machine knows the time zone, e.g. `Asia/Bangkok`. */
export function isTimeZone(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return /^[A-Za-z]/.test(text);
  } catch {
    return false;
  }
}

/** Whether the text is an ISO-8601 duration that `addDuration` takes, e.g. `P1D`, `PT2H`, `-P1M`. */
export function isDuration(text: string): boolean {
  try {
    Temporal.Duration.from(text);
    return true;
  } catch {
    return false;
  }
}

function plain(date: CivilDate): Temporal.PlainDate {
  if (!DATE_SHAPE.test(date)) throw new RangeError(`not a date: ${date}`);
  // Half the cost of parsing; runs over many contracts do little else.
  return new Temporal.PlainDate(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8)));
}

function civil(date: Temporal.PlainDate): CivilDate {
  if (date.year < 1 || date.year > 9999) throw new RangeError(`out of the calendar: ${date.toString()}`);
  return date.toString();
}

function moment(instant: Instant): Temporal.Instant {
  if (!INSTANT_SHAPE.test(instant)) throw new RangeError(`not an instant: ${instant}`);
  return Temporal.Instant.from(instant);
}

// Milliseconds always, as Date and Strapi write them; more only where there is more, so that nothing is cut off.
function utc(instant: Temporal.Instant): Instant {
  const fine = instant.epochNanoseconds % 1_000_000n !== 0n;
  return instant.toString(fine ? {} : { fractionalSecondDigits: 3 });
}

/**
 * Reads a typed or imported date: `2026-01-31`, `31/1/2026`, `31-01-2026`, `31.01.2026`, each also with a Buddhist
 * year. A year of 2400 or more is Buddhist: converted, and `buddhist` says so, that the reader can be shown it.
 * Undefined when it is no day of the calendar, or of a year that would be 2400 or more even when converted (reading the
 * result again must not convert it again); two-digit years are never guessed.
 */
export function parseCivilDate(text: string): { date: CivilDate; buddhist: boolean } | undefined {
  const match =
    /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/.exec(text.trim()) ??
    /^(?<day>\d{1,2})([-/.])(?<month>\d{1,2})\2(?<year>\d{4})$/.exec(text.trim());
  if (!match?.groups) return undefined;
  const { year = '', month = '', day = '' } = match.groups;
  const buddhist = Number(year) >= FIRST_BUDDHIST_YEAR;
  const gregorian = buddhist ? Number(year) - BUDDHIST_OFFSET : Number(year);
  const date = `${String(gregorian).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return gregorian < FIRST_BUDDHIST_YEAR && isCivilDate(date) ? { date, buddhist } : undefined;
}

/** The date on the calendar of `zone` at that moment. RangeError for an unknown zone or no instant. */
export const dateIn = remembered(
  (zone: string, instant: Instant): CivilDate => civil(moment(instant).toZonedDateTimeISO(zone).toPlainDate()),
);

/** The time of day in `zone` at that moment, `HH:MM`. RangeError for an unknown zone or no instant. */
export const timeIn = (zone: string, instant: Instant): string =>
  moment(instant).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);

/** The first moment of the date in `zone` (not always midnight: clocks may be put forward then). */
export const startOfDay = remembered(
  (zone: string, date: CivilDate): Instant => utc(plain(date).toZonedDateTime(zone).toInstant()),
);

/** The date `n` days later; earlier when `n` is negative. RangeError outside the years 1 to 9999. */
export const addDays = remembered((date: CivilDate, n: number): CivilDate => civil(plain(date).add({ days: n })));

/** Whole days from `a` to `b`: positive when `b` is later. */
export const daysBetween = remembered(
  (a: CivilDate, b: CivilDate): number => plain(a).until(plain(b), { largestUnit: 'day' }).days,
);

/**
 * The date `n` months from the anchor, on the anchor's day or the last of a shorter month. Always give the anchor, not
 * the previous result: 31 Jan + 2 is 31 Mar, but 28 Feb + 1 is 28 Mar.
 */
export const addMonths = remembered(
  (anchor: CivilDate, n: number): CivilDate => civil(plain(anchor).add({ months: n })),
);

/** Below zero when `a` is earlier, zero when the same, above when later: for sorting. */
export const compareDates = (a: CivilDate, b: CivilDate): number => (a === b ? 0 : a < b ? -1 : 1);

/** The first day of the date's month. */
export const startOfMonth = (date: CivilDate): CivilDate => civil(plain(date).with({ day: 1 }));

/** The last day of the date's month. */
export const endOfMonth = (date: CivilDate): CivilDate => civil(plain(date).with({ day: 31 }));

/** The month as `YYYY-MM`. */
export const monthOf = remembered((date: CivilDate): string => civil(plain(date)).slice(0, 7));

/** The Gregorian year. */
export const yearOf = (date: CivilDate): number => plain(date).year;

/** The day of the week, Monday 1 to Sunday 7 (ISO-8601). */
export const weekday = (date: CivilDate): number => plain(date).dayOfWeek;

/**
 * The moment an ISO duration later. Years to days are added on the calendar of `zone` (a day across a change of clocks
 * is a day), then hours to seconds as elapsed time. RangeError when the duration or the zone is none.
 */
export const addDuration = remembered(
  (instant: Instant, isoDuration: string, zone: string): Instant =>
    utc(moment(instant).toZonedDateTimeISO(zone).add(Temporal.Duration.from(isoDuration)).toInstant()),
);

const momentOf = remembered(moment);

/** Below zero when `a` is earlier, zero when the same moment, above when later. */
export const compareInstants = (a: Instant, b: Instant): number => Temporal.Instant.compare(momentOf(a), momentOf(b));
