import { formatNumber, periodKey, validatePattern } from '@sanya/strapi-plugin-platform/kernel';

const date = '2026-11-23';

test.each([
  ['RC-{BBBB}-{N:6}', 'RC-2569-000001'],
  ['IV{BB}{MM}-{N:4}', 'IV6911-0001'],
  ['{YYYY}/{N:1}', '2026/1'],
  ['Q{YY}-{BR}-{N:5}', 'Q26-00001-00001'],
  ['{N:12}', '000000000001'],
  ['ใบเสร็จ-{N:3}', 'ใบเสร็จ-001'],
])('%s gives %s', (pattern, number) => {
  expect(validatePattern(pattern)).toBeUndefined();
  expect(formatNumber(pattern, { date, counter: 1, branch: '00001' })).toBe(number);
});

test.each([
  ['RC', 'number_pattern.counter_missing'],
  ['RC-{YYYY}', 'number_pattern.counter_missing'],
  ['{N:3}{N:3}', 'number_pattern.counter_repeated'],
  ['{N:0}', 'number_pattern.unknown_token'],
  ['{N:13}', 'number_pattern.unknown_token'],
  ['{N}', 'number_pattern.unknown_token'],
  ['{DD}-{N:3}', 'number_pattern.unknown_token'],
  ['{{YYYY}}-{N:3}', 'number_pattern.unknown_token'],
  ['{N:3}}', 'number_pattern.unknown_token'],
  ['{yyyy}-{N:3}', 'number_pattern.unknown_token'],
  ['{MM}-{N:3}', 'number_pattern.month_without_year'],
])('%s is refused: %s', (pattern, problem) => {
  expect(validatePattern(pattern)).toBe(problem);
  expect(() => formatNumber(pattern, { date, counter: 1 })).toThrow(problem);
});

test('the counter outgrows its place rather than repeat', () => {
  expect(formatNumber('A{N:2}', { date, counter: 100 })).toBe('A100');
});
test.each([0, -1, 1.5])('a counter of %s is refused', (counter) =>
  expect(() => formatNumber('{N:3}', { date, counter })).toThrow(RangeError),
);
test('a branch that is named must be given', () =>
  expect(() => formatNumber('{BR}-{N:3}', { date, counter: 1 })).toThrow('needs a branch'));

test('the period of the counter is Gregorian', () => {
  expect(periodKey('RC-{BBBB}-{N:6}', date)).toBe('2026');
  expect(periodKey('RC-{YY}-{N:6}', date)).toBe('2026');
  expect(periodKey('RC-{BB}{MM}-{N:6}', date)).toBe('2026-11');
  expect(periodKey('RC-{BR}-{N:6}', date)).toBe('');
});
