import { placeOf } from '../../../plugins/contracts/server/src/domain/change-place';
import { feeToLower } from '../../../plugins/contracts/server/src/domain/change-fee';
import { nextLine, type Target } from '../../../plugins/contracts/server/src/domain/change-next';
import { planChange } from '../../../plugins/contracts/server/src/domain/change-plan';
import {
  type ContractLineFacts,
  keepPrice,
  SINCE_EVER,
  termsOf,
} from '../../../plugins/contracts/server/src/domain/contract';
import type { LineTerms } from '../../../plugins/contracts/server/src/domain/periods-due';

type Line = ContractLineFacts & { id: number };
const care = (over: Partial<Line> = {}): Line => ({
  ...{ id: 1, contract: 1, position: 1, product: 7, installedItem: null, orderLine: null, invoicePosition: null },
  ...{ description: 'Care', details: null, kind: 'service', unit: 'month', quantity: 1_000n, unitPrice: 100_000n },
  ...{ discount: 0n, taxCategory: 'standard', incomeKind: null, minimumMonths: null, feeKind: 'none', feeValue: 0n },
  ...{ cycleUnit: 'month', cycleCount: 1, billedIn: 'advance', alignment: 'anniversary', leadDays: 0 },
  ...{ whileSuspended: 'keep', startsOn: '2026-03-01', endsOn: null, predecessor: null },
  prices: [keepPrice({ from: SINCE_EVER, unitPrice: over.unitPrice ?? 100_000n, quantity: 1_000n, discount: 0n })],
  ...over,
});
const target = (over: Partial<Target> = {}): Target => ({
  ...{ product: 8, description: 'Care Plus', details: null, kind: 'service', unit: 'month', quantity: 1_000n },
  ...{ unitPrice: 200_000n, discount: 0n, taxCategory: 'standard', incomeKind: null, cycleUnit: 'month' },
  ...{ cycleCount: 1, minimumMonths: null, keepsPrices: false },
  ...over,
});
const march = { line: 1, periodNumber: 0, amount: 100_000n };

function changed(line: Line, to: Target, from = '2026-03-11', periods = [march]) {
  const place = placeOf([line], line, { from, today: '2026-03-11', field: 'line' });
  const next = nextLine(place, to, { position: 2, feeCharged: 0n, priced: line });
  return { next, ...planChange(place, next, { suspensions: [], periods }) };
}

test('a paid March changed on the 11th: 677.42 of the old price is free, 1,354.84 is charged', () => {
  const { next, settlements, credits } = changed(care(), target());
  expect(settlements.map(({ charged, freed }) => [charged.start, charged.end, charged.amount, freed])).toEqual([
    ['2026-03-11', '2026-03-31', 135_484n, [{ period: march, amount: 67_742n }]],
  ]);
  expect(credits).toEqual([]);
  expect(next).toMatchObject({ startsOn: '2026-03-11', countedFrom: '2026-03-01', predecessor: 1 });
});

test('what is billed in arrears is cut, and nothing is credited', () => {
  expect(changed(care({ billedIn: 'arrears' }), target(), '2026-03-11', [])).toMatchObject({
    ...{ settlements: [], credits: [] },
  });
});

test('another cycle, and another tax, give back the rest and begin anew', () => {
  const yearly = changed(care(), target({ cycleUnit: 'year' }));
  expect(yearly).toMatchObject({ settlements: [], credits: [{ amount: 67_742n }], next: { countedFrom: null } });
  expect(changed(care(), target({ taxCategory: 'exempt' }))).toMatchObject({
    ...{ settlements: [], credits: [{ amount: 67_742n }] },
  });
});

test('another quantity takes its share of the discount with it, now and at the prices of later days', () => {
  const agreed = care({ quantity: 2_000n, discount: 10_000n });
  const prices = [
    keepPrice({ from: SINCE_EVER, unitPrice: 100_000n, quantity: 2_000n, discount: 10_000n }),
    keepPrice({ from: '2026-06-01', unitPrice: 120_000n, quantity: 2_000n, discount: 10_000n }),
  ];
  const three = target({ product: 7, quantity: 3_000n, unitPrice: 100_000n, discount: 15_000n, keepsPrices: true });
  const { next } = changed({ ...agreed, prices }, three);
  expect(next.prices.map(({ from, quantity, discount }) => [from, quantity, discount])).toEqual([
    [SINCE_EVER, '3000', '15000'],
    ['2026-06-01', '3000', '15000'],
  ]);
});

test('a smaller plan after 10 of 24 months: 30 per cent of what the rest costs less', () => {
  const terms = (unitPrice: bigint, startsOn = '2026-01-01'): LineTerms => {
    const found = termsOf(care({ unitPrice, startsOn, countedFrom: '2026-01-01' }));
    if (!found) throw new Error('no terms');
    return found;
  };
  const fee = (kind: Parameters<typeof feeToLower>[2]['fee'], to: bigint) =>
    feeToLower(terms(100_000n), terms(to, '2026-11-01'), { fee: kind, minimumUntil: '2027-12-31', suspensions: [] });
  expect(fee({ kind: 'percent', ppm: 300_000 }, 50_000n)).toBe(210_000n);
  expect(fee({ kind: 'months', months: 3 }, 50_000n)).toBe(150_000n);
  expect(fee({ kind: 'fixed', amount: 80_000n }, 50_000n)).toBe(40_000n);
  expect(fee({ kind: 'percent', ppm: 300_000 }, 150_000n)).toBe(0n);
});

test('the minimum term goes on, unless the new price asks for a longer one', () => {
  const agreed = care({ minimumMonths: 12 });
  expect(changed(agreed, target()).next).toMatchObject({ minimumMonths: 12, minimumFrom: '2026-03-01' });
  expect(changed(agreed, target({ minimumMonths: 6 })).next).toMatchObject({ minimumFrom: '2026-03-01' });
  expect(changed(agreed, target({ minimumMonths: 12 })).next).toMatchObject({ minimumMonths: 12, minimumFrom: null });
});

test('a change before a planned one withdraws it; what another has taken over from is closed', () => {
  const first = care({ endsOn: '2026-03-31' });
  const planned = care({ id: 2, predecessor: 1, startsOn: '2026-04-01' });
  const on = (named: Line, from: string) =>
    placeOf([first, planned], named, { from, today: '2026-03-11', field: 'lines.0.line' });
  expect(on(first, '2026-03-11')).toMatchObject({ kept: { id: 1 }, withdrawn: [{ id: 2 }], endsOn: null });
  expect(on(planned, '2026-04-01')).toMatchObject({ kept: { id: 1 }, holds: { id: 2 } });
  expect(on(planned, '2026-04-02')).toMatchObject({ kept: { id: 2 }, withdrawn: [] });
  expect(() => on(first, '2026-04-02')).toThrow('contract.line_closed');
});
