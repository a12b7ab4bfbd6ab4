import { firstIndexOnOrAfter, nthDate, period, type Cycle } from '@sanya/strapi-plugin-platform/kernel';

const MONTHLY: Cycle = { unit: 'month', count: 1 };
const first = (anchor: string, cycle: Cycle, count: number): string[] =>
  Array.from({ length: count }, (_, n) => nthDate(anchor, cycle, n));

test('the 31st monthly comes back to the 31st', () => {
  expect(first('2026-01-31', MONTHLY, 4)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
});
test('29 February yearly comes back in the leap year', () => {
  expect(first('2028-02-29', { unit: 'year', count: 1 }, 5)).toEqual([
    '2028-02-29',
    '2029-02-28',
    '2030-02-28',
    '2031-02-28',
    '2032-02-29',
  ]);
});
test('quarters from 30 November', () => {
  expect(first('2026-11-30', { unit: 'month', count: 3 }, 4)).toEqual([
    '2026-11-30',
    '2027-02-28',
    '2027-05-30',
    '2027-08-30',
  ]);
});
test('days and weeks', () => {
  expect(nthDate('2026-02-25', { unit: 'week', count: 2 }, 1)).toBe('2026-03-11');
  expect(nthDate('2026-02-25', { unit: 'day', count: 10 }, -1)).toBe('2026-02-15');
});

test('a period ends the day before the next begins', () => {
  expect(period('2026-01-31', MONTHLY, 0)).toEqual({ start: '2026-01-31', end: '2026-02-27' });
  expect(period('2026-01-31', MONTHLY, 1)).toEqual({ start: '2026-02-28', end: '2026-03-30' });
  expect(period('2026-01-01', { unit: 'day', count: 1 }, 3)).toEqual({ start: '2026-01-04', end: '2026-01-04' });
});

test.each([
  ['2025-01-01', 0],
  ['2026-01-31', 0],
  ['2026-02-01', 1],
  ['2026-02-28', 1],
  ['2026-03-01', 2],
  ['2026-03-31', 2],
  ['2027-01-31', 12],
])('the first on or after %s is number %s', (date, index) => {
  expect(firstIndexOnOrAfter('2026-01-31', MONTHLY, date)).toBe(index);
});

test.each([0, -1, 1.5, NaN])('a cycle of %s is none', (count) => {
  expect(() => nthDate('2026-01-31', { unit: 'month', count }, 1)).toThrow(RangeError);
  expect(() => firstIndexOnOrAfter('2026-01-31', { unit: 'day', count }, '2026-02-01')).toThrow(RangeError);
});
test('the index is whole', () => expect(() => nthDate('2026-01-31', MONTHLY, 0.5)).toThrow(RangeError));
