import fc from 'fast-check';
import {
  closed,
  documentedOn,
  isOver,
  parseMonth,
  refuseClosed,
  refuseEnding,
  totalOf,
} from '../../../plugins/billing/server/src/domain/tax-month';

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  .map((one) => one.toISOString().slice(0, 10));
const months = fc
  .uniqueArray(
    day.map((one) => one.slice(0, 7)),
    { maxLength: 6 },
  )
  .map((list) => new Set(list));

test('a document is dated by its tax point, or today where that month is closed, never in a closed month', () => {
  fc.assert(
    fc.property(months, day, day, (all, on, today) => {
      // The month of today is never closed.
      const open = new Set([...all].filter((month) => month < today.slice(0, 7)));
      const { taxDate, taxPointOn } = documentedOn(open, on, today);
      expect(open.has(taxDate.slice(0, 7))).toBe(false);
      expect(taxPointOn ?? taxDate).toBe(on);
      expect(taxDate === on || taxDate === today).toBe(true);
      expect(taxPointOn === null).toBe(!open.has(on.slice(0, 7)));
    }),
  );
});

test('what is dated in a closed month is refused, and what stands in one is not ended', () => {
  fc.assert(
    fc.property(months, day, (all, on) => {
      const isClosed = all.has(on.slice(0, 7));
      const codeOf = (work: () => void): string | undefined => {
        try {
          work();
          return undefined;
        } catch (error) {
          return (error as { code: string }).code;
        }
      };
      expect(codeOf(() => refuseClosed(all, on))).toBe(isClosed ? 'tax_month.closed' : undefined);
      expect(codeOf(() => refuseEnding(all, [{ number: 'TX-1', on }]))).toBe(
        isClosed ? 'tax_month.closed_with' : undefined,
      );
    }),
  );
});

test('the total of a month is the sum of its branches', () => {
  const amount = fc.bigInt({ min: -1_000_000n, max: 10_000_000n });
  const figures = fc.record({ documents: fc.nat(50), value: amount, vat: amount, zero: amount, exempt: amount });
  fc.assert(
    fc.property(fc.array(figures), fc.array(figures), (some, others) => {
      const [a, b, both] = [totalOf(some), totalOf(others), totalOf([...some, ...others])];
      expect(both.vat).toBe(a.vat + b.vat);
      expect(both.documents).toBe(a.documents + b.documents);
      expect([both.value, both.zero, both.exempt]).toEqual([a.value + b.value, a.zero + b.zero, a.exempt + b.exempt]);
    }),
  );
});

test.each([
  ['2026-01', '2026-01'],
  ['2569-01', '2026-01'],
  ['2026-12', '2026-12'],
])('%s is the month %s', (text, month) => expect(parseMonth(text)).toBe(month));

test.each(['2026-13', '2026-1', '26-01', '2026-00', '', '2026-01-01'])('%s is no month', (text) =>
  expect(() => parseMonth(text)).toThrow('tax_month.not_a_month'),
);

test('a month is closed when it is over, once, and not without what is missing unless that is said', () => {
  const facts = { month: '2026-01', state: 'open', today: '2026-02-01', missing: 0, despite: false } as const;
  expect(isOver('2026-01', '2026-01-31')).toBe(false);
  expect(closed(facts)).toBe('closed');
  expect(() => closed({ ...facts, today: '2026-01-31' })).toThrow('tax_month.not_over');
  expect(() => closed({ ...facts, state: 'closed' })).toThrow('tax_month.already_closed');
  expect(() => closed({ ...facts, missing: 2 })).toThrow('tax_month.something_missing');
  expect(closed({ ...facts, missing: 2, despite: true })).toBe('closed');
});
