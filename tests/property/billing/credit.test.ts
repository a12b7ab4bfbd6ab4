import fc from 'fast-check';
import { isRefusal } from '../../../plugins/platform/kernel/src';
import { proposeTerms } from '../../../plugins/billing/server/src/domain/credit-proposal';
import { scoreOf } from '../../../plugins/billing/server/src/domain/credit-score';
import { availableOf, creditProblems, exposureOf } from '../../../plugins/billing/server/src/domain/exposure';
import { planRefund, refundable } from '../../../plugins/billing/server/src/domain/refund';
import { property } from '../../support/random';

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const part = fc.record({ code: fc.constantFrom('invoices', 'orders', 'cheques'), amount });
const standing = fc.record({ parts: fc.array(part, { maxLength: 5 }), credit: amount });
const rules = fc.record({
  limit: fc.option(amount),
  overdueDays: fc.integer({ min: 0, max: 400 }),
  mostOverdueDays: fc.integer({ min: 0, max: 365 }),
});

property(
  'exposure is what is open less what is over, never below zero, and more of anything never lowers it',
  fc.tuple(standing, part),
  ([given, more]) => {
    const exposure = exposureOf(given);
    const open = given.parts.reduce((all, one) => all + one.amount, 0n);
    expect(exposure).toBe(open > given.credit ? open - given.credit : 0n);
    expect(exposureOf({ ...given, parts: [...given.parts, more] }) >= exposure).toBe(true);
    expect(exposureOf({ ...given, credit: given.credit + more.amount }) <= exposure).toBe(true);
  },
);

property(
  'an order is held exactly when it would pass the limit or something is overdue too long',
  fc.tuple(standing, amount, rules),
  ([given, order, given2]) => {
    const codes = creditProblems(given, order, given2).map(({ code }) => code);
    const after = exposureOf({ ...given, parts: [...given.parts, { code: 'order', amount: order }] });
    const available = availableOf(after, given2.limit);
    expect(codes.includes('over_limit')).toBe(order > 0n && available !== null && available < 0n);
    expect(codes.includes('overdue')).toBe(
      order > 0n && given2.mostOverdueDays > 0 && given2.overdueDays > given2.mostOverdueDays,
    );
  },
);

property(
  'orders that are not held never pass the limit together',
  fc.tuple(standing, fc.array(amount, { maxLength: 20 }), amount),
  ([given, orders, limit]) => {
    let parts = [...given.parts];
    for (const order of orders) {
      const problems = creditProblems({ ...given, parts }, order, { limit, overdueDays: 0, mostOverdueDays: 30 });
      if (problems.length === 0) parts = [...parts, { code: 'orders', amount: order }];
    }
    const before = exposureOf(given);
    expect(exposureOf({ ...given, parts }) <= (before > limit ? before : limit)).toBe(true);
  },
);

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
const history = fc.record({
  paid: fc.array(fc.record({ due: day, settled: day }), { maxLength: 30 }),
  reversed: fc.integer({ min: 0, max: 5 }),
  since: fc.option(fc.constantFrom('2020-01-01', '2025-06-01', '2026-03-20')),
  overdueDays: fc.integer({ min: 0, max: 400 }),
});
const TODAY = '2026-04-01';

property('a score is 0 to 100, is the sum of its reasons, and paying worse never raises it', history, (given) => {
  const { score, grade, reasons } = scoreOf(given, TODAY);
  if (score === null) {
    expect([given.paid.length < 3, grade]).toEqual([true, 'new']);
    return;
  }
  expect(score >= 0 && score <= 100).toBe(true);
  expect(reasons.reduce((all, reason) => all + reason.points, 0)).toBe(score);
  const worse = [
    { ...given, overdueDays: given.overdueDays + 10 },
    { ...given, reversed: given.reversed + 1 },
    { ...given, paid: given.paid.map((one) => ({ ...one, settled: '2026-04-01' })) },
  ];
  for (const one of worse) expect((scoreOf(one, TODAY).score ?? 0) <= score).toBe(true);
});

property(
  'a proposal changes something, never lowers a limit, and is made once',
  fc.tuple(
    fc.constantFrom('new' as const, 'a' as const, 'b' as const, 'c' as const, 'd' as const),
    fc.record({ creditTermsDays: fc.constantFrom(0, 15, 30), creditLimit: fc.option(amount) }),
    amount,
  ),
  ([grade, now, monthly]) => {
    const proposal = proposeTerms(grade, now, monthly);
    if (!proposal) return;
    expect([proposal.creditTermsDays, proposal.creditLimit]).not.toEqual([now.creditTermsDays, now.creditLimit]);
    expect((proposal.creditLimit ?? 0n) >= (now.creditLimit ?? 0n)).toBe(true);
    expect(proposeTerms(grade, proposal, monthly)).toBeNull();
  },
);

const source = fc.record({
  name: fc.constant('X'),
  currency: fc.constant('THB'),
  amount,
  used: amount,
  refunded: fc.constant(0n),
  paid: fc.option(amount),
});

property(
  'however it is asked for, never more goes back than came and is not used',
  fc.tuple(source, fc.array(fc.option(fc.bigInt({ min: -5n, max: 10n ** 12n })), { maxLength: 10 })),
  ([given, wishes]) => {
    const first = refundable(given);
    let refunded = 0n;
    for (const wish of wishes) {
      const now = { ...given, refunded, paid: given.paid === null ? null : given.paid - refunded };
      try {
        const planned = planRefund(now, wish ?? undefined);
        expect(planned > 0n).toBe(true);
        refunded += planned;
      } catch (error) {
        if (!isRefusal(error)) throw error;
      }
      expect(refunded <= first).toBe(true);
    }
    const most = given.amount - given.used;
    expect(refunded <= (most > 0n ? most : 0n)).toBe(true);
    if (given.paid !== null) expect(refunded <= given.paid).toBe(true);
  },
);
