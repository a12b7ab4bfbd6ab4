import fc from 'fast-check';
import { addDays, compareDates, daysBetween, sum } from '@sanya/strapi-plugin-platform/kernel';
import { daysWithout, joined, lengthOf, without } from '../../../plugins/contracts/server/src/domain/intervals';
import {
  type DuePeriod,
  nextBillOn,
  periodsDue,
  unusedOf,
} from '../../../plugins/contracts/server/src/domain/periods-due';
import { partOf, piecesOf } from '../../../plugins/contracts/server/src/domain/price-versions';
import { type Period, periodAt, periodsOf } from '../../../plugins/contracts/server/src/domain/schedule';
import { property } from '../../support/random';
import { later, line, offs, suspensionsOf } from './arbitraries';

const HORIZON = 380;
const known = fc.record({ terms: line, wished: offs });

function until(terms: Parameters<typeof periodsOf>[0], suspensions: Parameters<typeof periodsOf>[1]): Period[] {
  const found: Period[] = [];
  for (const period of periodsOf(terms, suspensions)) {
    if (daysBetween(terms.startsOn, period.start) > HORIZON) break;
    found.push(period);
  }
  return found;
}
const figures = (due: readonly DuePeriod[]) => due.map(({ index, start, end, amount }) => [index, start, end, amount]);

property('periods leave out no day and name none twice', known, ({ terms, wished }) => {
  const periods = until(terms, suspensionsOf(terms.startsOn, wished));
  expect(periods[0]?.start).toBe(terms.startsOn);
  periods.forEach((period, place) => {
    expect(period.index).toBe(place);
    expect(compareDates(period.start, period.end)).not.toBe(1);
    const next = periods[place + 1];
    if (next) expect(next.start).toBe(addDays(period.end, 1));
  });
});

property('what is billed and the days of suspension are all days of a line', known, ({ terms, wished }) => {
  const suspensions = suspensionsOf(terms.startsOn, wished);
  const asOf = addDays(terms.startsOn, HORIZON);
  const due = periodsDue({ ...terms, billedIn: 'arrears' }, { suspensions, billed: new Set() }, asOf);
  const last = until(terms, suspensions)
    .filter(({ end }) => compareDates(end, asOf) < 0)
    .at(-1);
  if (!last) return due.length === 0;
  const all = { start: terms.startsOn, end: last.end };
  const charged = sum(due.flatMap(({ pieces }) => pieces.map(({ days }) => BigInt(days))));
  expect(charged).toBe(BigInt(terms.whileSuspended === 'keep' ? lengthOf(all) : daysWithout(all, suspensions)));
});

property(
  'billed day after day or once at the end, it is the same: each period once',
  fc.record({ terms: line, wished: offs, steps: fc.array(fc.integer({ min: 1, max: 33 }), { maxLength: 12 }) }),
  ({ terms, wished, steps }) => {
    const suspensions = suspensionsOf(terms.startsOn, wished);
    const billed = new Set<number>();
    const seen: DuePeriod[] = [];
    let day = addDays(terms.startsOn, -45);
    for (const step of steps) {
      day = addDays(day, step);
      const due = periodsDue(terms, { suspensions, billed }, day);
      due.forEach(({ index }) => billed.add(index));
      seen.push(...due);
      expect(periodsDue(terms, { suspensions, billed }, day)).toEqual([]);
      const next = nextBillOn(terms, { suspensions, billed });
      if (next !== null) expect(compareDates(day, next)).toBe(-1);
    }
    expect(figures(seen)).toEqual(figures(periodsDue(terms, { suspensions, billed: new Set() }, day)));
  },
);

property('it is billed on the day that was foretold, and not before', known, ({ terms, wished }) => {
  const facts = { suspensions: suspensionsOf(terms.startsOn, wished), billed: new Set<number>() };
  const next = nextBillOn(terms, facts);
  if (next === null) return;
  expect(periodsDue(terms, facts, addDays(next, -1))).toEqual([]);
  expect(periodsDue(terms, facts, next).length).toBeGreaterThan(0);
});

property(
  'after a run, whenever it is, nothing is left for its day: off or soon to be off too',
  fc.record({
    terms: line,
    wished: offs,
    from: fc.integer({ min: 0, max: 400 }),
    asOf: fc.integer({ min: -45, max: 350 }),
  }),
  ({ terms, wished, from, asOf }) => {
    const suspensions = [...suspensionsOf(terms.startsOn, wished), { from: addDays(terms.startsOn, from), to: null }];
    const day = addDays(terms.startsOn, asOf);
    const due = periodsDue(terms, { suspensions, billed: new Set() }, day);
    const billed = new Set(due.map(({ index }) => index));
    const next = nextBillOn(terms, { suspensions, billed });
    if (next !== null) expect(compareDates(next, day)).toBe(1);
    // Nor would the next run, a day later, bill what was not due to it before.
    if (next !== null) expect(periodsDue(terms, { suspensions, billed }, addDays(next, -1))).toEqual([]);
  },
);

property(
  'the parts of an amount add up to it, however a period is cut',
  fc.record({
    terms: line,
    wished: offs,
    day: later,
    cuts: fc.array(fc.nat(), { maxLength: 5 }),
    amount: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  }),
  ({ terms, wished, day, cuts, amount }) => {
    const period = periodAt(terms, suspensionsOf(terms.startsOn, wished), addDays(terms.startsOn, day));
    if (!period) return;
    const whole = { start: period.full.start, end: period.full.end };
    const length = lengthOf(whole);
    const days = [...new Set([0, ...cuts.map((cut) => cut % length), length])].sort((a, b) => a - b);
    const parts = days.slice(1).map((end, place) => {
      const start = addDays(whole.start, days[place] ?? 0);
      return partOf(amount, period, { start, end: addDays(whole.start, end - 1) });
    });
    expect(sum(parts)).toBe(amount);
    parts.forEach((part) => expect(part >= 0n && part <= amount).toBe(true));
  },
);

property(
  'paid whole and credited after, or billed for the days that were used: the same',
  fc.record({ terms: line, off: fc.record({ after: later, days: fc.integer({ min: 1, max: 90 }) }) }),
  ({ terms: any, off }) => {
    const terms = { ...any, whileSuspended: 'stop' as const };
    const [suspension] = suspensionsOf(terms.startsOn, [off]);
    const period = suspension && periodAt(terms, [], suspension.from);
    if (!period || !suspension) return;
    const cost = (spans: Parameters<typeof piecesOf>[2]): bigint =>
      sum(piecesOf(period, terms.prices, spans).map(({ amount }) => amount));
    const credit = unusedOf(terms, period, { off: suspension, before: [], billed: cost([period]) });
    expect(cost([period]) - credit).toBe(cost(without(period, [suspension])));
    expect(credit >= 0n && credit <= cost([period])).toBe(true);
    const known = cost(without(period, [suspension]));
    expect(unusedOf(terms, period, { off: suspension, before: [], billed: known })).toBe(0n);
  },
);

property('a shift loses no day of service', known, ({ terms: any, wished }) => {
  const terms = { ...any, whileSuspended: 'shift' as const, alignment: 'anniversary' as const, endsOn: null };
  const suspensions = suspensionsOf(terms.startsOn, wished);
  for (const period of until(terms, suspensions)) {
    const served = daysWithout(period, suspensions);
    expect(served).toBe(daysWithout(period, period.paused));
  }
  const lost = sum(joined(suspensions).map(({ from, to }) => BigInt(daysBetween(from, to ?? from))));
  const far = until(terms, suspensions).at(-1);
  const paused = sum(
    until(terms, suspensions).flatMap((one) => one.paused.map(({ from, to }) => BigInt(daysBetween(from, to ?? from)))),
  );
  expect(paused <= lost).toBe(true);
  if (far && joined(suspensions).every(({ from }) => compareDates(from, far.end) <= 0)) expect(paused).toBe(lost);
});
