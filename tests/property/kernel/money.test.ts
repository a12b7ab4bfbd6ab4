import fc from 'fast-check';
import {
  abs,
  cumulativePart,
  formatMoney,
  formatQuantity,
  mulDiv,
  parseMoney,
  parseQuantity,
  rateInside,
  rateOf,
  spread,
  sum,
} from '@sanya/strapi-plugin-platform/kernel';
import { property } from '../../support/random';
import { amount, ppm } from './arbitraries';

const divisor = fc.bigInt({ min: -1_000_000n, max: 1_000_000n }).filter((value) => value !== 0n);
const rounding = fc.constantFrom('half_up' as const, 'down' as const, 'up' as const);
const weights = fc.array(fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10n ** 12n })), { maxLength: 20 });

property(
  'mulDiv is odd in each of its three arguments',
  fc.tuple(amount, amount, divisor, rounding),
  ([a, b, d, how]) => {
    const value = mulDiv(a, b, d, how);
    return [mulDiv(-a, b, d, how), mulDiv(a, -b, d, how), mulDiv(a, b, -d, how)].every((other) => other === -value);
  },
);

property('mulDiv half up is the nearest whole number', fc.tuple(amount, amount, divisor), ([a, b, d]) => {
  const error = mulDiv(a, b, d) * d - a * b;
  expect(2n * abs(error) <= abs(d)).toBe(true);
});

property('mulDiv down and up enclose the quotient', fc.tuple(amount, amount, divisor), ([a, b, d]) => {
  const [low, high] = [abs(mulDiv(a, b, d, 'down')), abs(mulDiv(a, b, d, 'up'))];
  const [top, bottom] = [abs(a * b), abs(d)];
  expect(low * bottom <= top && top <= high * bottom).toBe(true);
  expect(high - low).toBe(top % bottom === 0n ? 0n : 1n);
});

property(
  'a spread adds up, each part within one unit of its share, none on nothing',
  fc.tuple(amount, weights),
  ([total, ws]) => {
    const parts = spread(total, ws);
    expect(parts).toHaveLength(ws.length);
    if (ws.length === 0) return;
    expect(sum(parts)).toBe(total);
    const whole = sum(ws);
    if (whole === 0n) return;
    ws.forEach((weight, index) => {
      const part = parts[index] ?? 0n;
      expect(abs(part * whole - total * weight) < whole).toBe(true);
      if (weight === 0n) expect(part).toBe(0n);
    });
  },
);

property('what is charged in parts is credited in the same parts', fc.tuple(amount, weights), ([total, ws]) => {
  expect(spread(-total, ws)).toEqual(spread(total, ws).map((part) => -part));
});

property(
  'cumulative parts add up to the whole',
  fc.tuple(amount, fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 15 })),
  ([whole, shares]) => {
    const base = sum(shares);
    let done = 0n;
    let documented = 0n;
    for (const share of shares) {
      done += share;
      const part = cumulativePart(whole, done, base, documented);
      documented += part;
      // One unit at most from the exact share, however many parts went before.
      expect(abs(part * base - whole * share) <= base).toBe(true);
    }
    expect(documented).toBe(whole);
  },
);

property('the tax put on an amount is the tax found inside, within a unit', fc.tuple(amount, ppm), ([net, rate]) => {
  const tax = rateOf(net, rate);
  expect(abs(rateInside(net + tax, rate) - tax) <= 1n).toBe(true);
});

property(
  'an amount survives being written and read',
  fc.tuple(amount, fc.constantFrom('THB', 'USD', 'JPY', 'KWD'), fc.boolean()),
  ([value, currency, symbol]) => parseMoney(formatMoney(value, currency, { symbol }), currency) === value,
);

property(
  'a quantity survives being written and read',
  amount,
  (value) => parseQuantity(formatQuantity(value)) === value,
);

property(
  'no text makes an amount that is not written as it reads',
  fc.string({ unit: fc.constantFrom(...'0123456789,.-฿ ') }),
  (text) => {
    const value = parseMoney(text);
    if (value === undefined) return;
    const bare = text.replace(/[,฿\s]/g, '');
    expect(Number(bare)).toBeCloseTo(Number(value) / 100, 2);
  },
);
