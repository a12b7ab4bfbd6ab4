import fc from 'fast-check';
import type { EventRow } from '../../../plugins/platform/kit/src/events';
import { addUp } from '../../../plugins/platform/server/src/simulation/add-up';

const ZONE = 'Asia/Bangkok';
const FIGURES = [
  { name: 'invoiced', event: 'invoice.issued', amount: 'total' },
  { name: 'cash', event: 'payment.succeeded', amount: 'amount' },
];

const row = fc
  .record({
    name: fc.constantFrom('invoice.issued', 'payment.succeeded', 'dunning.step_taken'),
    at: fc.date({ min: new Date('2030-01-01'), max: new Date('2031-12-31'), noInvalidDate: true }),
    amount: fc.bigInt(0n, 10n ** 15n),
  })
  .map(
    ({ name, at, amount }) =>
      ({
        ...{ name, at: at.toISOString(), subjectType: 'x', subjectDocumentId: 'y', customerId: null },
        after: { total: String(amount), amount: String(amount) },
      }) as unknown as EventRow,
  );

test('months of a figure add up to its events, and every event is counted once', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const { events, counts, sums } = addUp(rows, FIGURES, ZONE);
      expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
      for (const { name, months } of sums) {
        const { event } = FIGURES.find((figure) => figure.name === name) ?? { event: '' };
        const whole = events.filter((one) => one.name === event).reduce((sum, one) => sum + (one.amount ?? 0n), 0n);
        expect(months.reduce((sum, { amount }) => sum + amount, 0n)).toBe(whole);
        expect(months.map(({ month }) => month)).toEqual([...new Set(months.map(({ month }) => month))].sort());
      }
    }),
  );
});

test('a month is one of the business zone: late in the evening of UTC it is tomorrow in Bangkok', () => {
  const late = {
    ...{ name: 'invoice.issued', at: '2030-01-31T18:00:00.000Z', subjectType: 'x', subjectDocumentId: 'y' },
    ...{ customerId: 1, after: { total: '100' } },
  } as unknown as EventRow;
  expect(addUp([late], FIGURES, ZONE).sums[0]?.months).toEqual([{ month: '2030-02', amount: 100n }]);
});
