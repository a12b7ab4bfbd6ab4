import fc from 'fast-check';
import {
  addDays,
  addDuration,
  addMonths,
  compareDates,
  compareInstants,
  dateIn,
  daysBetween,
  endOfMonth,
  firstIndexOnOrAfter,
  isCivilDate,
  monthOf,
  nthDate,
  parseCivilDate,
  period,
  startOfDay,
  startOfMonth,
  weekday,
} from '@sanya/strapi-plugin-platform/kernel';
import { property } from '../../support/random';
import { cycle, date } from './arbitraries';

const days = fc.integer({ min: -20_000, max: 20_000 });
const index = fc.integer({ min: 0, max: 300 });
const zone = fc.constantFrom(
  'Asia/Bangkok',
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Beirut',
  'Asia/Kathmandu',
);

property('days are added as the calendar of JavaScript adds them', fc.tuple(date, days), ([from, n]) => {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const expected = new Date(Date.UTC(year, month - 1, day + n));
  expect(addDays(from, n)).toBe(expected.toISOString().slice(0, 10));
  expect(weekday(addDays(from, n))).toBe(expected.getUTCDay() || 7);
});

property(
  'daysBetween takes addDays back',
  fc.tuple(date, days),
  ([from, n]) => daysBetween(from, addDays(from, n)) === n,
);

property(
  'months keep the day of the anchor or end the month',
  fc.tuple(date, fc.integer({ min: -600, max: 600 })),
  ([from, n]) => {
    const to = addMonths(from, n);
    const months = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
    expect(months(to) - months(from)).toBe(n);
    const kept = to.slice(8) === from.slice(8);
    expect(kept || (to === endOfMonth(to) && to.slice(8) < from.slice(8))).toBe(true);
  },
);

property('a month begins and ends in itself', date, (day) => {
  expect(monthOf(startOfMonth(day))).toBe(monthOf(day));
  expect(monthOf(endOfMonth(day))).toBe(monthOf(day));
  expect(monthOf(addDays(startOfMonth(day), -1))).not.toBe(monthOf(day));
  expect(monthOf(addDays(endOfMonth(day), 1))).not.toBe(monthOf(day));
});

property('a date reads the same typed in either era and either order', date, (day) => {
  const [year = '', month = '', dom = ''] = day.split('-');
  const thai = String(Number(year) + 543);
  expect(parseCivilDate(day)).toEqual({ date: day, buddhist: false });
  expect(parseCivilDate(`${dom}-${month}-${year}`)).toEqual({ date: day, buddhist: false });
  expect(parseCivilDate(`${Number(dom)}/${Number(month)}/${thai}`)).toEqual({ date: day, buddhist: true });
});

property(
  'whatever is typed, what is read is a date before the year 2400',
  fc.string({ unit: fc.constantFrom(...'0123456789-/') }),
  (text) => {
    const read = parseCivilDate(text);
    return read === undefined || (isCivilDate(read.date) && read.date < '2400');
  },
);

property('a day begins where the day before ends, in every zone', fc.tuple(date, zone), ([day, where]) => {
  const start = startOfDay(where, day);
  expect(dateIn(where, start)).toBe(day);
  expect(dateIn(where, addDuration(start, '-PT0.001S', where))).toBe(addDays(day, -1));
  expect(compareInstants(start, startOfDay(where, addDays(day, 1)))).toBeLessThan(0);
});

property(
  'every date of a recurrence is later than the one before',
  fc.tuple(date, cycle, index),
  ([anchor, every, n]) => compareDates(nthDate(anchor, every, n), nthDate(anchor, every, n + 1)) < 0,
);

property(
  'months and years keep the day of the anchor where the month has it',
  fc.tuple(date, cycle, index),
  ([anchor, every, n]) => {
    if (every.unit === 'day' || every.unit === 'week') return;
    const at = nthDate(anchor, every, n);
    const wanted = anchor.slice(8);
    const last = endOfMonth(at).slice(8);
    expect(at.slice(8)).toBe(wanted < last ? wanted : last);
  },
);

property('periods leave no day out and count none twice', fc.tuple(date, cycle, index), ([anchor, every, n]) => {
  const [now, then] = [period(anchor, every, n), period(anchor, every, n + 1)];
  expect(period(anchor, every, 0).start).toBe(anchor);
  expect(compareDates(now.start, now.end)).toBeLessThanOrEqual(0);
  expect(addDays(now.end, 1)).toBe(then.start);
});

property(
  'the first index is the smallest that serves',
  fc.tuple(date, cycle, fc.integer({ min: -50, max: 20_000 })),
  ([anchor, every, n]) => {
    const wanted = addDays(anchor, n);
    const found = firstIndexOnOrAfter(anchor, every, wanted);
    expect(compareDates(nthDate(anchor, every, found), wanted)).toBeGreaterThanOrEqual(0);
    if (found > 0) expect(compareDates(nthDate(anchor, every, found - 1), wanted)).toBeLessThan(0);
  },
);

property(
  'the first index of a date of the recurrence is its own',
  fc.tuple(date, cycle, index),
  ([anchor, every, n]) => firstIndexOnOrAfter(anchor, every, nthDate(anchor, every, n)) === n,
);
