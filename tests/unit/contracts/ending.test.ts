import { paidBeyond } from '../../../plugins/contracts/server/src/domain/ending';
import type { LineTerms } from '../../../plugins/contracts/server/src/domain/periods-due';

const shifting: LineTerms = {
  ...{ startsOn: '2030-01-01', endsOn: null, cycle: { unit: 'month', count: 1 }, alignment: 'anniversary' },
  ...{ whileSuspended: 'shift', billedIn: 'advance', leadDays: 0 },
  prices: [{ from: '2000-01-01', unitPrice: 310_000n, quantity: 1_000n, discount: 0n }],
};

test('given up while it is off, a line that shifts gives back what was billed ahead of the period that runs, too', () => {
  const billed = new Map([
    [0, 310_000n],
    [1, 310_000n],
  ]);
  const off = [{ from: '2030-01-11', to: null }];
  expect(paidBeyond(shifting, off, { endsOn: '2030-01-20', billed })).toEqual(
    new Map([
      [0, 110_000n],
      [1, 310_000n],
    ]),
  );
  // With the term, that goes on as many days longer as it is off, it is served.
  expect(paidBeyond(shifting, off, { endsOn: '2030-06-30', billed })).toEqual(new Map());
});
