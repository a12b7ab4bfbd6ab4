import fc from 'fast-check';
import { addDays, addMonths, endOfMonth, startOfMonth, weekday } from '@sanya/strapi-plugin-platform/kernel';
import {
  appointedDay,
  type DayRule,
  dueByDays,
  nextDay,
} from '../../../plugins/billing/server/src/domain/billing-days';
import { property } from '../../support/random';

const days: fc.Arbitrary<DayRule> = fc
  .tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 31 }))
  .map(([a, b]) => ({ kind: 'days', from: Math.min(a, b), to: Math.max(a, b) }));
const weekdays: fc.Arbitrary<DayRule> = fc.record({
  kind: fc.constant('weekday' as const),
  nth: fc.constantFrom(1, 2, 3, 4, -1),
  weekday: fc.integer({ min: 1, max: 7 }),
});
const rules = fc.array(fc.oneof(days, weekdays), { maxLength: 4 });
const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2024-01-01', n));

/** What the words of a rule say, day by day. */
function names(rule: DayRule, date: string): boolean {
  const [first, last] = [startOfMonth(date), endOfMonth(date)];
  if (rule.kind === 'days') {
    const most = Number(last.slice(8));
    const on = Number(date.slice(8));
    return on >= Math.min(rule.from, most) && on <= Math.min(rule.to, most);
  }
  if (weekday(date) !== rule.weekday) return false;
  if (rule.nth === -1) return addDays(date, 7) > last;
  return addDays(first, (rule.nth - 1) * 7) <= date && date <= addDays(first, rule.nth * 7 - 1);
}

property(
  'the next day is named by a rule, none before it is, and it is never two months away',
  fc.tuple(rules, day),
  ([list, from]) => {
    const next = nextDay(list, from);
    if (list.length === 0) return next === from;
    let before = from;
    while (before < next) {
      if (list.some((rule) => names(rule, before))) return false;
      before = addDays(before, 1);
    }
    return next >= from && list.some((rule) => names(rule, next)) && next < addMonths(startOfMonth(from), 2);
  },
);

property('what is a day of the rules is the next one by itself', fc.tuple(rules, day), ([list, from]) => {
  const next = nextDay(list, from);
  return nextDay(list, next) === next;
});

property(
  'an invoice is due on a payment day, not before it can be billed, not before its terms are over',
  fc.tuple(rules, rules, day, fc.integer({ min: 0, max: 120 })),
  ([billing, payment, issuedOn, terms]) => {
    const due = dueByDays({ billing, payment }, issuedOn, terms);
    return due >= nextDay(billing, issuedOn) && due >= addDays(issuedOn, terms) && nextDay(payment, due) === due;
  },
);

property(
  'a note is paid on a payment day on which all of its invoices are due',
  fc.tuple(rules, day, fc.array(day, { maxLength: 5 })),
  ([payment, billedOn, due]) => {
    const on = appointedDay({ billing: [], payment }, billedOn, due);
    return nextDay(payment, on) === on && [billedOn, ...due].every((one) => on >= one);
  },
);

test('the words of offices: the 1st to the 5th, the last Friday, the 31st', () => {
  const first: DayRule = { kind: 'days', from: 1, to: 5 };
  const lastFriday: DayRule = { kind: 'weekday', nth: -1, weekday: 5 };
  expect(nextDay([first], '2026-01-04')).toBe('2026-01-04');
  expect(nextDay([first], '2026-01-06')).toBe('2026-02-01');
  expect(nextDay([lastFriday], '2026-01-04')).toBe('2026-01-30');
  expect(nextDay([lastFriday], '2026-01-31')).toBe('2026-02-27');
  expect(nextDay([{ kind: 'days', from: 31, to: 31 }], '2026-02-01')).toBe('2026-02-28');
  expect(nextDay([{ kind: 'weekday', nth: 2, weekday: 2 }], '2026-09-01')).toBe('2026-09-08');
  // Billed on the 1st to the 5th of the month after, a cheque on the last Friday of that month.
  expect(dueByDays({ billing: [first], payment: [lastFriday] }, '2026-01-12', 0)).toBe('2026-02-27');
  expect(dueByDays({ billing: [first], payment: [lastFriday] }, '2026-01-12', 60)).toBe('2026-03-27');
});
