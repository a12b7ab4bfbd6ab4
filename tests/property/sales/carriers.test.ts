import fc from 'fast-check';
import {
  askedFor,
  gramsOf,
  postcodeOf,
  propose,
  type Rate,
  trackingPage,
} from '../../../plugins/sales/server/src/domain/carrier';
import { worthOf } from '../../../plugins/sales/server/src/domain/export';
import { property } from '../../support/random';

const rate = fc.record({
  postcodes: fc.uniqueArray(fc.constantFrom('5', '50', '502', '1'), { maxLength: 2 }),
  upToGrams: fc.option(fc.integer({ min: 1, max: 3000 })),
  price: fc.bigInt({ min: 0n, max: 50_000n }).map(String),
});
const parcel = fc.record({
  grams: fc.option(fc.bigInt({ min: 0n, max: 4000n })),
  postcode: fc.option(fc.constantFrom('50200', '50300', '10100', '90000')),
});

property(
  'what is asked is a row of the table that is meant for the place and bears the weight',
  fc.tuple(fc.array(rate, { maxLength: 8 }), parcel),
  ([rates, one]) => {
    const { cost, why } = askedFor(rates, one);
    const fits = ({ postcodes, upToGrams }: Rate) =>
      (postcodes.length === 0 || postcodes.some((begin) => one.postcode?.startsWith(begin))) &&
      (upToGrams === null || (one.grams !== null && one.grams <= BigInt(upToGrams)));
    expect(cost === null).toBe(why !== null);
    if (cost !== null) expect(rates.some((each) => fits(each) && BigInt(each.price) === cost)).toBe(true);
    if (why === 'not_there') expect(rates.filter(fits)).toEqual([]);
    if (why === 'no_weight') expect(one.grams).toBeNull();
  },
);

property(
  'the order of proposals is what was asked for, and nobody is lost',
  fc.tuple(
    fc.array(
      fc.record({
        daysPromised: fc.nat(9),
        rates: fc.array(rate, { maxLength: 3 }),
        judged: fc.nat(9),
        late: fc.nat(9),
      }),
      { maxLength: 6 },
    ),
    parcel,
  ),
  ([list, one]) => {
    const carriers = list.map(({ late, ...each }) => ({ ...each, onTime: Math.max(0, each.judged - late) }));
    for (const order of ['cost', 'speed', 'reliability'] as const) {
      const found = propose(carriers, one, '2030-01-30', order);
      expect(found).toHaveLength(carriers.length);
      found.slice(1).forEach((next, index) => {
        const before = found[index];
        if (!before) return;
        if (order === 'cost' && next.cost !== null) expect(before.cost !== null && before.cost <= next.cost).toBe(true);
        if (order === 'speed' && next.cost !== null) expect(before.daysPromised <= next.daysPromised).toBe(true);
        if (order === 'reliability' && next.judged > 0)
          expect(before.onTime * next.judged >= next.onTime * before.judged).toBe(true);
      });
    }
  },
);

test('the nearest rows count, and of them the lowest step that bears it', () => {
  const rates: Rate[] = [
    { postcodes: [], upToGrams: 1000, price: '5000' },
    { postcodes: [], upToGrams: null, price: '9000' },
    { postcodes: ['50'], upToGrams: 500, price: '3000' },
    { postcodes: ['50'], upToGrams: 2000, price: '4000' },
  ];
  expect(askedFor(rates, { grams: 501n, postcode: '50200' })).toEqual({ cost: 4000n, why: null });
  expect(askedFor(rates, { grams: 2001n, postcode: '50200' })).toEqual({ cost: null, why: 'too_heavy' });
  expect(askedFor(rates, { grams: null, postcode: '50200' })).toEqual({ cost: null, why: 'no_weight' });
  expect(askedFor(rates, { grams: null, postcode: '10100' })).toEqual({ cost: 9000n, why: null });
  expect(askedFor([{ postcodes: ['5'], upToGrams: null, price: '1' }], { grams: 1n, postcode: null }).why).toBe(
    'no_postcode',
  );
  expect(askedFor([], { grams: 1n, postcode: null }).why).toBe('no_price');
});

test('a postcode abroad is never taken for one at home', () => {
  expect(postcodeOf({ postcode: ' 10115 ', country: 'DE' })).toBe('DE10115');
  expect(postcodeOf({ postcode: '10110', country: 'TH' })).toBe('10110');
  expect(postcodeOf({ postcode: '10110' })).toBe('10110');
  expect(postcodeOf({ country: 'DE' })).toBe('DE');
  expect(postcodeOf(null)).toBeNull();
  expect(worthOf({ net: 100n, quantity: 0n }, 0n, 1000n)).toBe(0n);
});

test('a parcel weighs what is in it, a begun gram counts; what nobody weighed makes it unknown', () => {
  expect(
    gramsOf([
      { weightGrams: 333, quantity: 1500n },
      { weightGrams: 1, quantity: 1n },
    ]),
  ).toBe(500n);
  expect(
    gramsOf([
      { weightGrams: 333, quantity: 1000n },
      { weightGrams: null, quantity: 1n },
    ]),
  ).toBeNull();
  expect(trackingPage('https://t.example.com/?n={number}', 'A B/1')).toBe('https://t.example.com/?n=A%20B%2F1');
  expect(trackingPage(null, 'A')).toBeNull();
});

property(
  'the parts of a line are worth what the line is, however it is split',
  fc.tuple(
    fc.bigInt({ min: 0n, max: 10_000_000n }),
    fc.array(fc.bigInt({ min: 1n, max: 9_000n }), { minLength: 1, maxLength: 6 }),
  ),
  ([net, parts]) => {
    const quantity = parts.reduce((sum, part) => sum + part, 0n);
    let before = 0n;
    let worth = 0n;
    for (const part of parts) {
      const one = worthOf({ net, quantity }, before, part);
      expect(one >= 0n).toBe(true);
      worth += one;
      before += part;
    }
    expect(worth).toBe(net);
  },
);
