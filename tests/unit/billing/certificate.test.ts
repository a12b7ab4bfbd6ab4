import fc from 'fast-check';
import {
  type Certificate,
  check,
  dispute,
  mayChase,
  pendingTotal,
  receive,
} from '../../../plugins/billing/server/src/domain/certificate';

const known: Certificate = {
  ...{ state: 'pending', currency: 'THB', amount: 30_000n, kinds: 1, paidOn: '2026-01-10', statedAmount: null },
};
const TODAY = '2026-02-01';
const EARLIEST = '2025-12-10';
const paper = { number: '12', on: '2026-01-10' };

test('an amount that is ours needs no check; another one waits for somebody to look', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10_000_000n }), fc.bigInt({ min: 1n, max: 10_000_000n }), (ours, stated) => {
      const state = receive({ ...known, amount: ours }, { ...paper, amount: stated }, TODAY, EARLIEST);
      expect(state).toBe(ours === stated ? 'checked' : 'received');
      expect(receive({ ...known, amount: ours }, paper, TODAY, EARLIEST)).toBe('checked');
    }),
  );
});

test('a difference is taken within the tolerance of each income kind, in both directions, and not beyond', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -500n, max: 500n }), fc.integer({ min: 1, max: 5 }), (off, kinds) => {
      const received = { ...known, state: 'received' as const, kinds, statedAmount: known.amount + off };
      const most = 100n * BigInt(kinds);
      if (off >= -most && off <= most) expect(check(received, 100n)).toBe('checked');
      else expect(() => check(received, 100n)).toThrow('certificate.difference_too_large');
    }),
  );
});

test('what has not come is neither checked nor disputed; what is disputed may come again', () => {
  expect(() => check(known, 100n)).toThrow();
  expect(() => dispute(known)).toThrow();
  expect(dispute({ ...known, state: 'received' })).toBe('disputed');
  expect(receive({ ...known, state: 'disputed' }, paper, TODAY, EARLIEST)).toBe('checked');
  for (const state of ['received', 'checked', 'dropped'] as const) {
    expect(() => receive({ ...known, state }, paper, TODAY, EARLIEST)).toThrow();
  }
});

test.each([
  [{ amount: 0n }, 'certificate.amount_not_positive'],
  [{ on: '2026-02-02' }, 'certificate.in_future'],
  [{ on: '2025-12-09' }, 'certificate.before_payment'],
])('%p is refused with %s', (over, code) =>
  expect(() => receive(known, { ...paper, ...over }, TODAY, EARLIEST)).toThrow(code),
);

test('a customer is asked once a week at most', () => {
  const one = { amount: 100n, paidOn: '2026-01-10', chasedOn: null };
  expect(mayChase([], '2026-01-25')).toBe(false);
  expect(mayChase([one], '2026-01-25')).toBe(true);
  expect(mayChase([one, { ...one, chasedOn: '2026-01-25' }], '2026-01-25')).toBe(true);
  expect(mayChase([one, { ...one, chasedOn: '2026-01-26' }], '2026-01-25')).toBe(false);
  expect(pendingTotal([one, { ...one, amount: 23n }])).toBe(123n);
});
