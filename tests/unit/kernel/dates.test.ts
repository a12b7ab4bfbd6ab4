import {
  addDays,
  addDuration,
  addMonths,
  compareDates,
  compareInstants,
  dateIn,
  daysBetween,
  endOfMonth,
  formatDate,
  formatInstant,
  isCivilDate,
  isDuration,
  isInstant,
  isTimeZone,
  monthOf,
  parseCivilDate,
  startOfDay,
  startOfMonth,
  timeIn,
  weekday,
  yearOf,
} from '@sanya/strapi-plugin-platform/kernel';

const BANGKOK = 'Asia/Bangkok';

test.each(['2026-01-31', '2028-02-29', '0001-01-01', '9999-12-31'])('%s is a date', (text) =>
  expect(isCivilDate(text)).toBe(true),
);
test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-1-1',
  '0000-01-01',
  '2026-01-31T00:00:00Z',
  ' 2026-01-31',
  '2026-00-10',
  '',
])('%p is no date', (text) => expect(isCivilDate(text)).toBe(false));

test.each(['2026-01-31T07:00:00Z', '2026-01-31T07:00:00.000Z', '2026-01-31T07:00:00.123456Z'])(
  '%s is an instant',
  (text) => expect(isInstant(text)).toBe(true),
);
test.each([
  '2026-01-31',
  '2026-01-31T07:00:00',
  '2026-01-31T07:00:00+07:00',
  '2026-02-30T07:00:00Z',
  '2026-01-31T07:00:60Z',
])('%s is no instant', (text) => expect(isInstant(text)).toBe(false));

describe('a typed date', () => {
  test.each([
    ['2026-01-31', '2026-01-31', false],
    ['2569-01-31', '2026-01-31', true],
    ['31/1/2569', '2026-01-31', true],
    ['31-01-2026', '2026-01-31', false],
    [' 1.2.2569 ', '2026-02-01', true],
    ['29/2/2571', '2028-02-29', true],
    ['1/1/2399', '2399-01-01', false],
    ['1/1/2400', '1857-01-01', true],
    ['31/12/2942', '2399-12-31', true],
  ])('%p is %s, Buddhist %s', (text, date, buddhist) => expect(parseCivilDate(text)).toEqual({ date, buddhist }));

  test.each([
    '29/2/2569',
    '31/01/69',
    '2026/01/31',
    '31/01-2026',
    '1/13/2026',
    '31 January 2026',
    '1/1/2943',
    '9999-12-31',
    '',
  ])('%p is none', (text) => expect(parseCivilDate(text)).toBeUndefined());
});

test('the date and time of a moment in a zone', () => {
  expect(dateIn(BANGKOK, '2026-01-30T17:00:00Z')).toBe('2026-01-31');
  expect(dateIn(BANGKOK, '2026-01-30T16:59:59.999Z')).toBe('2026-01-30');
  expect(timeIn(BANGKOK, '2026-01-30T17:05:00.000Z')).toBe('00:05');
  expect(startOfDay(BANGKOK, '2026-01-31')).toBe('2026-01-30T17:00:00.000Z');
  // Clocks in Beirut go from 24:00 to 01:00 on the last Sunday of March.
  expect(timeIn('Asia/Beirut', startOfDay('Asia/Beirut', '2024-03-31'))).toBe('01:00');
  expect(() => dateIn('Asia/Nowhere', '2026-01-30T17:00:00Z')).toThrow(RangeError);
  expect(() => dateIn(BANGKOK, '2026-01-30')).toThrow(RangeError);
  expect([BANGKOK, 'UTC', '+07:00', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false, false]);
});

test('arithmetic on days', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2026-01-31', '2026-03-01')).toBe(29);
  expect(daysBetween('2026-03-01', '2026-01-31')).toBe(-29);
  expect(weekday('2026-11-23')).toBe(1);
  expect(weekday('2026-11-29')).toBe(7);
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
});

test('arithmetic on months keeps to the anchor', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-01-31', 2)).toBe('2026-03-31');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  expect(startOfMonth('2026-02-14')).toBe('2026-02-01');
  expect(endOfMonth('2028-02-14')).toBe('2028-02-29');
  expect(monthOf('2026-02-14')).toBe('2026-02');
  expect(yearOf('2026-02-14')).toBe(2026);
});

test('order', () => {
  expect(['2026-02-01', '2025-12-31', '2026-01-31'].sort(compareDates)).toEqual([
    '2025-12-31',
    '2026-01-31',
    '2026-02-01',
  ]);
  expect(compareInstants('2026-01-31T07:00:00Z', '2026-01-31T07:00:00.000Z')).toBe(0);
  expect(compareInstants('2026-01-31T07:00:00Z', '2026-01-31T07:00:00.5Z')).toBeLessThan(0);
});

test('durations: days on the calendar of the zone, hours as elapsed', () => {
  expect(addDuration('2026-01-31T07:00:00Z', 'P1D', BANGKOK)).toBe('2026-02-01T07:00:00.000Z');
  expect(addDuration('2026-01-31T07:00:00Z', 'PT2H', BANGKOK)).toBe('2026-01-31T09:00:00.000Z');
  // 23:30 UTC on the 30th is the 31st in Bangkok, so a month later is the 28th there.
  expect(addDuration('2026-01-30T23:30:00Z', 'P1M', BANGKOK)).toBe('2026-02-27T23:30:00.000Z');
  // Berlin puts its clocks forward in the night to 29 March 2026.
  expect(addDuration('2026-03-28T11:00:00Z', 'P1D', 'Europe/Berlin')).toBe('2026-03-29T10:00:00.000Z');
  expect(addDuration('2026-03-28T11:00:00Z', 'PT24H', 'Europe/Berlin')).toBe('2026-03-29T11:00:00.000Z');
  expect(addDuration('2026-01-31T07:00:00.123456Z', '-PT1S', BANGKOK)).toBe('2026-01-31T06:59:59.123456Z');
  expect(() => addDuration('2026-01-31T07:00:00Z', 'one day', BANGKOK)).toThrow(RangeError);
  expect(['P1D', 'PT2H', '-P1M', 'P1M2DT3H', 'P', '1D', ''].map(isDuration)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('dates as people read them', () => {
  expect(formatDate('2026-01-31', 'th', 'long')).toBe('31 มกราคม 2569');
  expect(formatDate('2026-01-31', 'th', 'short')).toBe('31 ม.ค. 2569');
  expect(formatDate('2026-01-31', 'en', 'long')).toBe('31 January 2026');
  expect(formatDate('2026-01-01', 'en')).toBe('1 Jan 2026');
  expect(formatDate('2026-12-05', 'th', 'long')).toBe('5 ธันวาคม 2569');
  expect(() => formatDate('2026-02-30', 'en')).toThrow(RangeError);
  expect(formatInstant('2026-01-30T17:05:00Z', BANGKOK, 'th')).toBe('31 ม.ค. 2569 00:05 น.');
  expect(formatInstant('2026-01-30T17:05:00Z', BANGKOK, 'en')).toBe('31 Jan 2026 00:05');
});
