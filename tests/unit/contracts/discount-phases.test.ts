import type { ContractLineFacts } from '../../../plugins/contracts/server/src/domain/contract';
import {
  agreedOff,
  datedPrices,
  phasesOf,
  pricesOfPhases,
} from '../../../plugins/contracts/server/src/domain/discount-phases';
import { keepRenewalTerms } from '../../../plugins/contracts/server/src/domain/renewal-terms';

const coupon = (name: string, amount: string, periods?: number | null) => ({
  ...{ cause: 'coupon', name, amount },
  ...(periods === undefined ? {} : { periods }),
});
const sold = (discount: bigint, ...discounts: object[]) => ({ discount, derivation: { discounts } as never });
const off = (phases: readonly { period: number; discount: bigint }[]) =>
  phases.map(({ period, discount }) => [period, discount]);

test('a coupon is off as many periods as it says, what was given by hand all of them', () => {
  const byHand = { cause: 'manual', amount: '10' };
  const line = sold(1_160n, byHand, coupon('ONCE', '100', 1), coupon('THREE', '50', 3), coupon('EVER', '1000', null));
  expect(off(phasesOf(line, 0))).toEqual([
    [1, 1_160n],
    [2, 1_060n],
    [4, 1_010n],
  ]);
  // What the sale asked for was one of them, where the contract begins with the next.
  expect(off(phasesOf(line, 1))).toEqual([
    [1, 1_060n],
    [3, 1_010n],
  ]);
  expect(agreedOff(line, 0)).toMatchObject({ discount: 1_010n });
});

test('without a coupon there is one price, and what was tried is asked for', () => {
  expect(agreedOff({ discount: 70n, derivation: null }, 0)).toEqual({ discount: 70n });
  expect(agreedOff(sold(1_000n, { cause: 'trial', amount: '900', days: 14 }), 0)).toEqual({ discount: 100n });
});

const line = (over: Partial<ContractLineFacts>): ContractLineFacts =>
  ({
    ...{ startsOn: '2027-01-31', endsOn: null, cycleUnit: 'month', cycleCount: 1, alignment: 'anniversary' },
    ...{ whileSuspended: 'keep', billedIn: 'advance', leadDays: 0, unitPrice: 1_000n, quantity: 1_000n },
    ...over,
  }) as ContractLineFacts;
const priced = (over: Partial<ContractLineFacts> = {}) => {
  const one = line(over);
  const phases = phasesOf(sold(160n, coupon('ONCE', '100', 1), coupon('THREE', '60', 3)), 0);
  return { ...one, prices: pricesOfPhases(one, phases) };
};

test('each price holds from the first day of its period, whenever the line begins', () => {
  const [first, second, last] = datedPrices(priced());
  expect(first).toEqual({
    ...{ from: '0001-01-01', unitPrice: '1000', quantity: '1000', discount: '160' },
    coupons: [
      { code: 'ONCE', amount: '100' },
      { code: 'THREE', amount: '60' },
    ],
  });
  expect(second).toMatchObject({ from: '2027-02-28', discount: '60', coupons: [{ code: 'THREE', amount: '60' }] });
  expect(last).toEqual({ from: '2027-04-30', unitPrice: '1000', quantity: '1000', discount: '0' });
  const calendar = datedPrices(priced({ alignment: 'calendar', startsOn: '2027-01-20' }));
  expect(calendar.map(({ from }) => from)).toEqual(['0001-01-01', '2027-02-01', '2027-04-01']);
});

test('a price that a line does not live to see is left out', () => {
  expect(datedPrices(priced({ endsOn: '2027-03-30' })).map(({ from }) => from)).toEqual(['0001-01-01', '2027-02-28']);
});

test('a year after a coupon costs by the invoice it was on, and its end is no change of what was agreed', () => {
  const { prices: _, ...kept } = priced();
  const phases = phasesOf(sold(160n, coupon('ONCE', '100', 1), coupon('THREE', '60', 3)), 0);
  const terms = keepRenewalTerms(
    { basis: 'invoice_after_discount', ratesPpm: [400_000] },
    [{ ...kept, discount: 0n, phases }],
    12,
  );
  expect(terms).toMatchObject({ before: '12000', after: '10080', agreed: '12000' });
});
