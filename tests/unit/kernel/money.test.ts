import {
  cumulativePart,
  decimalsOf,
  extend,
  formatMoney,
  formatQuantity,
  groupQuantity,
  mulDiv,
  parseMoney,
  parseQuantity,
  rateInside,
  rateOf,
  spread,
} from '@sanya/strapi-plugin-platform/kernel';

describe('mulDiv', () => {
  test.each([
    [5n, 1n, 2n, undefined, 3n],
    [-5n, 1n, 2n, undefined, -3n],
    [5n, 1n, -2n, undefined, -3n],
    [4n, 1n, 3n, undefined, 1n],
    [5n, 1n, 2n, 'down', 2n],
    [-5n, 1n, 2n, 'down', -2n],
    [4n, 1n, 3n, 'up', 2n],
    [-4n, 1n, 3n, 'up', -2n],
    [6n, 1n, 3n, 'up', 2n],
    [0n, 7n, 3n, 'up', 0n],
  ] as const)('%s × %s ÷ %s, %s', (a, b, divisor, rounding, expected) => {
    expect(mulDiv(a, b, divisor, rounding)).toBe(expected);
  });

  test('refuses to divide by zero', () => expect(() => mulDiv(1n, 1n, 0n)).toThrow(RangeError));
});

describe('spread', () => {
  test('gives the odd units to the largest remainders, the earlier first', () => {
    expect(spread(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(spread(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
    expect(spread(10n, [1n, 5n, 1n])).toEqual([2n, 7n, 1n]);
  });
  test('gives all to the first when nothing weighs', () => expect(spread(7n, [0n, 0n])).toEqual([7n, 0n]));
  test('gives nothing to what does not weigh', () => expect(spread(7n, [0n, 3n, 4n])).toEqual([0n, 3n, 4n]));
  test('of no weights is empty', () => expect(spread(7n, [])).toEqual([]));
  test('refuses a negative weight', () => expect(() => spread(5n, [3n, -1n])).toThrow(RangeError));
});

test('the last part takes the rest', () => {
  const first = cumulativePart(100n, 1n, 3n, 0n);
  const second = cumulativePart(100n, 2n, 3n, first);
  const third = cumulativePart(100n, 3n, 3n, first + second);
  expect([first, second, third]).toEqual([33n, 34n, 33n]);
  expect(cumulativePart(5n, 0n, 0n, 2n)).toBe(3n);
});

test('rates', () => {
  expect(rateOf(10_000n, 70_000)).toBe(700n);
  expect(rateInside(10_000n, 70_000)).toBe(654n);
  expect(rateOf(-10_050n, 70_000)).toBe(-704n);
  expect(extend(3_333n, 1_500n)).toBe(5_000n);
});

describe('amounts as text', () => {
  test.each([
    [107_000n, 'THB', '1,070.00'],
    [-5n, 'THB', '-0.05'],
    [0n, 'THB', '0.00'],
    [123_456_789_012n, 'THB', '1,234,567,890.12'],
    [1_234n, 'JPY', '1,234'],
    [1_234_567n, 'OMR', '1,234.567'],
  ])('%s %s is %s', (amount, currency, text) => {
    expect(formatMoney(amount, currency)).toBe(text);
    expect(parseMoney(text, currency)).toBe(amount);
  });

  test('with the symbol', () => {
    expect(formatMoney('-107000', 'THB', { symbol: true })).toBe('-฿1,070.00');
    expect(formatMoney(100n, 'USD', { symbol: true })).toBe('USD 1.00');
    expect(parseMoney(' -฿1,070.00 ')).toBe(-107_000n);
    expect(parseMoney('USD 1.00', 'USD')).toBe(100n);
    expect(parseMoney('1070 THB')).toBe(107_000n);
  });

  test.each([
    '',
    '-',
    '1,50',
    '1 2',
    '10,00.00',
    '1.005',
    '.5',
    '5.',
    '1e3',
    'USD 1.00',
    '฿',
    '0x10',
    '9999999999999999',
  ])('%p is no amount of baht', (text) => expect(parseMoney(text)).toBeUndefined());

  test('a currency code that is a property of every object has two decimals', () =>
    expect(decimalsOf('constructor')).toBe(2));
});

test('quantities as text', () => {
  expect([1500n, 10_000n, 0n, -500n, 1n].map(formatQuantity)).toEqual(['1.5', '10', '0', '-0.5', '0.001']);
  expect(['1.5', '10', '-0.5', '0.001'].map(parseQuantity)).toEqual([1500n, 10_000n, -500n, 1n]);
  expect(['', '1.', '1.0001', 'x', '1,000'].map(parseQuantity)).toEqual(Array(5).fill(undefined));
});

test.each([
  ['0', '0'],
  ['999', '999'],
  ['1712', '1,712'],
  ['-3520', '-3,520'],
  ['1234567.125', '1,234,567.125'],
  ['', ''],
])('the quantity %s is read as %s', (decimal, shown) => expect(groupQuantity(decimal)).toBe(shown));
