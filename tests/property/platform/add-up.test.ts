import fc from 'fast-check';
import type { EventRow } from '../../../plugins/platform/kit/src/events';
import { createSums } from '../../../plugins/platform/server/src/simulation/add-up';
import { property } from '../../support/random';

const ZONE = 'Asia/Bangkok';
const FIGURES = [
  { name: 'invoiced', event: 'invoice.issued', amount: 'total' },
  { name: 'cash', event: 'payment.succeeded', amount: 'amount' },
];

const addUp = (pages: readonly (readonly EventRow[])[], most = 1000) => {
  const sums = createSums(FIGURES, ZONE, most);
  pages.forEach((page) => sums.add(page));
  return sums.result();
};

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

property('months of a figure add up to its events, and every event is counted once', fc.array(row), (rows) => {
  const { events, counts, sums } = addUp([rows]);
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
  for (const { name, months } of sums) {
    const { event } = FIGURES.find((figure) => figure.name === name) ?? { event: '' };
    const whole = events.filter((one) => one.name === event).reduce((sum, one) => sum + (one.amount ?? 0n), 0n);
    expect(months.reduce((sum, { amount }) => sum + amount, 0n)).toBe(whole);
    expect(months.map(({ month }) => month)).toEqual([...new Set(months.map(({ month }) => month))].sort());
  }
});

property(
  'told in pages, and of the events only the first: what all of it comes to is the same',
  fc.tuple(fc.array(row), fc.nat(100), fc.nat(100)),
  ([rows, cut, most]) => {
    const all = addUp([rows]);
    const some = addUp([rows.slice(0, cut), rows.slice(cut)], most);
    expect([some.counts, some.sums]).toEqual([all.counts, all.sums]);
    expect(some.events).toEqual(all.events.slice(0, most));
    expect(some.more).toBe(rows.length > most);
  },
);

test('a month is one of the business zone: late in the evening of UTC it is tomorrow in Bangkok', () => {
  const late = {
    ...{ name: 'invoice.issued', at: '2030-01-31T18:00:00.000Z', subjectType: 'x', subjectDocumentId: 'y' },
    ...{ customerId: 1, after: { total: '100' } },
  } as unknown as EventRow;
  expect(addUp([[late]]).sums[0]?.months).toEqual([{ month: '2030-02', amount: 100n }]);
});
