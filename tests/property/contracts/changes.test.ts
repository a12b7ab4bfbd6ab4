import fc from 'fast-check';
import {
  addDays,
  compareDates,
  daysBetween,
  isRefusal,
  sum,
  type CivilDate,
} from '@sanya/strapi-plugin-platform/kernel';
import { placeOf } from '../../../plugins/contracts/server/src/domain/change-place';
import { cutBefore, neverWas } from '../../../plugins/contracts/server/src/domain/line-chain';
import { feeToLower } from '../../../plugins/contracts/server/src/domain/change-fee';
import { isSamePlan, nextLine, type Target } from '../../../plugins/contracts/server/src/domain/change-next';
import { planChange } from '../../../plugins/contracts/server/src/domain/change-plan';
import {
  type ContractLineFacts,
  keepPrice,
  SINCE_EVER,
  termsOf,
} from '../../../plugins/contracts/server/src/domain/contract';
import { costOf, lastDay, leavingFee } from '../../../plugins/contracts/server/src/domain/ending';
import { type Interval, without } from '../../../plugins/contracts/server/src/domain/intervals';
import { type LineTerms, periodsDue } from '../../../plugins/contracts/server/src/domain/periods-due';
import { piecesOf } from '../../../plugins/contracts/server/src/domain/price-versions';
import { type Period, periodsOf } from '../../../plugins/contracts/server/src/domain/schedule';
import { property } from '../../support/random';
import { line as terms, offs, suspensionsOf } from './arbitraries';

type Line = ContractLineFacts & { id: number };
interface Row {
  line: number;
  periodNumber: number;
  amount: bigint;
}

const factsOf = (of: LineTerms): Line => ({
  ...{ id: 1, contract: 1, position: 1, product: null, installedItem: null, orderLine: null, invoicePosition: null },
  ...{ description: 'Care', details: null, kind: 'service', unit: null, quantity: 1_000n, unitPrice: 100_000n },
  ...{ discount: 0n, taxCategory: 'standard', incomeKind: null, minimumMonths: null, feeKind: 'none', feeValue: 0n },
  ...{ cycleUnit: of.cycle.unit, cycleCount: of.cycle.count, billedIn: of.billedIn, alignment: of.alignment },
  ...{ leadDays: of.billedIn === 'advance' ? of.leadDays : 0, whileSuspended: of.whileSuspended },
  ...{ startsOn: of.startsOn, endsOn: of.endsOn, predecessor: null, countedFrom: null, minimumFrom: null },
  prices: [keepPrice({ from: SINCE_EVER, unitPrice: 100_000n, quantity: 1_000n, discount: 0n })],
});

const targetOf = (line: Line, price: bigint, quantity: bigint, cycleCount: number): Target => ({
  ...{ product: null, description: line.description, details: null, kind: line.kind, unit: line.unit },
  ...{ taxCategory: line.taxCategory, incomeKind: null, quantity, unitPrice: price, discount: 0n },
  ...{ cycleUnit: line.cycleUnit, cycleCount, minimumMonths: null, keepsPrices: false },
});

const periodsUntil = (of: Line, suspensions: readonly Interval[], last: number): Period[] => {
  const own = termsOf(of);
  const found: Period[] = [];
  for (const period of own ? periodsOf(own, suspensions) : []) {
    if (period.index > last) break;
    found.push(period);
  }
  return found;
};

/** What the days of its billed periods cost that a line still has. */
function costOfRows(lines: readonly Line[], rows: readonly Row[], suspensions: readonly Interval[]): bigint {
  return sum(
    lines.flatMap((line) => {
      const own = rows.filter((row) => row.line === line.id);
      const last = Math.max(-1, ...own.map(({ periodNumber }) => periodNumber));
      const of = termsOf(line);
      if (!of) return [];
      return periodsUntil(line, suspensions, last)
        .filter(({ index }) => own.some(({ periodNumber }) => periodNumber === index))
        .flatMap((period) => {
          const spans = of.whileSuspended === 'stop' ? without(period, suspensions) : [period];
          return piecesOf(period, of.prices, spans).map(({ amount }) => amount);
        });
    }),
  );
}

const step = fc.record({
  days: fc.integer({ min: 0, max: 25 }),
  ahead: fc.integer({ min: 0, max: 40 }),
  named: fc.nat({ max: 5 }),
  price: fc.bigInt({ min: 0n, max: 400_000n }),
  quantity: fc.bigInt({ min: 1n, max: 5_000n }),
  turns: fc.nat({ max: 5 }),
  bills: fc.boolean(),
});

property(
  'whatever is changed when, no day is without its line or has two, and what is asked for is what the days cost',
  fc.record({ terms, wished: offs, steps: fc.array(step, { maxLength: 10 }) }),
  ({ terms: any, wished, steps }) => {
    const suspensions = suspensionsOf(any.startsOn, wished);
    const root = factsOf({ ...any, leadDays: Math.min(any.leadDays, 10) });
    let lines: Line[] = [root];
    const rows: Row[] = [];
    let asked = 0n;
    let today: CivilDate = any.startsOn;
    const bill = (): void => {
      for (const line of lines) {
        const of = termsOf(line);
        const billed = new Set(rows.filter((row) => row.line === line.id).map(({ periodNumber }) => periodNumber));
        for (const due of of ? periodsDue(of, { suspensions, billed }, today) : []) {
          rows.push({ line: line.id, periodNumber: due.index, amount: due.amount });
          asked += due.amount;
        }
      }
    };
    for (const { days, ahead, named, price, quantity, turns, bills } of steps) {
      today = addDays(today, days);
      if (bills) bill();
      const line = lines[named % lines.length];
      if (!line) continue;
      try {
        const place = placeOf(lines, line, { from: addDays(today, ahead), today, field: 'line' });
        const count = turns === 0 ? root.cycleCount + 1 : place.holds.cycleCount;
        const target = targetOf(place.holds, price, quantity, count);
        if (isSamePlan(place.holds, target)) continue;
        const id = lines.length + 1;
        const next = { ...nextLine(place, target, { position: id, feeCharged: 0n, priced: place.holds }), id };
        const plan = planChange(place, next, { suspensions, periods: rows });
        for (const { charged, freed } of plan.settlements) {
          rows.push({ line: id, periodNumber: charged.index, amount: charged.amount });
          asked += charged.amount - sum(freed.map(({ amount }) => amount));
          for (const { period, amount } of freed) expect(amount >= 0n && amount <= period.amount).toBe(true);
          for (const { days: part, ofDays } of charged.pieces) expect(part >= 0 && part <= ofDays).toBe(true);
        }
        asked -= sum(plan.credits.map(({ amount }) => amount));
        for (const { period, amount } of plan.credits) expect(amount > 0n && amount <= period.amount).toBe(true);
        const cut = new Map([place.kept, ...place.withdrawn].map((one) => [one.id, cutBefore(one, place.from)]));
        lines = [...lines.map((one) => ({ ...one, endsOn: cut.get(one.id) ?? one.endsOn })), next];
      } catch (error) {
        if (!isRefusal(error)) throw error;
        expect(['contract.line_closed', 'contract.change_beyond_end']).toContain(error.code);
      }
      const living = lines
        .filter((one) => !neverWas(one))
        .sort((one, other) => compareDates(one.startsOn ?? '', other.startsOn ?? ''));
      living.forEach((one, place) => {
        const after = living[place + 1];
        if (place === 0) expect(one.startsOn).toBe(root.startsOn);
        if (after) expect(after.startsOn).toBe(one.endsOn === null ? '' : addDays(one.endsOn, 1));
        else expect(one.endsOn).toBe(root.endsOn);
      });
      const keys = rows.map((row) => `${row.line} ${row.periodNumber}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(asked).toBe(costOfRows(lines, rows, suspensions));
      expect(asked >= 0n).toBe(true);
    }
  },
);

property(
  'a line that takes over goes on with the periods of the one before: together they are as they were',
  fc.record({ terms, wished: offs, after: fc.integer({ min: 1, max: 400 }) }),
  ({ terms: any, wished, after }) => {
    const suspensions = suspensionsOf(any.startsOn, wished);
    const from = addDays(any.startsOn, after);
    if (any.endsOn !== null && compareDates(from, any.endsOn) > 0) return;
    const until = (of: LineTerms): Period[] => {
      const found: Period[] = [];
      for (const period of periodsOf(of, suspensions)) {
        if (daysBetween(any.startsOn, period.start) > 500) break;
        found.push(period);
      }
      return found;
    };
    const whole = until(any);
    const first = until({ ...any, endsOn: addDays(from, -1) });
    const second = until({ ...any, startsOn: from, countedFrom: any.startsOn });
    const joined = [...first, ...second].reduce<Period[]>((all, period) => {
      const last = all.at(-1);
      if (last?.index !== period.index) return [...all, period];
      return [...all.slice(0, -1), { ...last, end: period.end }];
    }, []);
    expect(joined).toEqual(whole);
  },
);

property(
  'who promises less pays at most what leaving costs, and all of it for nothing',
  fc.record({
    terms,
    after: fc.integer({ min: 0, max: 200 }),
    minimum: fc.integer({ min: 1, max: 300 }),
    price: fc.bigInt({ min: 0n, max: 1_000_000n }),
    fee: fc.oneof(
      fc.record({ kind: fc.constant('fixed' as const), amount: fc.bigInt({ min: 0n, max: 1_000_000n }) }),
      fc.record({ kind: fc.constant('percent' as const), ppm: fc.integer({ min: 0, max: 1_000_000 }) }),
      fc.record({ kind: fc.constant('months' as const), months: fc.integer({ min: 1, max: 24 }) }),
    ),
  }),
  ({ terms: any, after, minimum, price, fee }) => {
    const before = { ...any, endsOn: null };
    const from = addDays(before.startsOn, after);
    const agreed = { fee, minimumUntil: addDays(before.startsOn, minimum), suspensions: [] };
    const lowered = (unitPrice: bigint): bigint =>
      feeToLower(
        before,
        {
          ...{ ...before, startsOn: from, countedFrom: before.startsOn },
          prices: [{ from: SINCE_EVER, unitPrice, quantity: 1_000n, discount: 0n }],
        },
        agreed,
      );
    const leaving = leavingFee(before, agreed, addDays(from, -1));
    expect(lowered(price) >= 0n && lowered(price) <= leaving).toBe(true);
    const rest = costOf(before, [], { start: from, end: agreed.minimumUntil });
    if (rest > 0n) expect(lowered(0n)).toBe(leaving);
  },
);

property(
  'what was to take over after the last day never does, and what holds ends as it would have',
  fc.record({ terms, after: fc.integer({ min: 1, max: 200 }), today: fc.integer({ min: 0, max: 200 }) }),
  ({ terms: any, after, today: days }) => {
    const open = { ...any, endsOn: null };
    const from = addDays(open.startsOn, after);
    const today = addDays(open.startsOn, days);
    const facts = { suspensions: [], today };
    for (const ending of ['now', 'period_end', 'term_end'] as const) {
      const wish = { ending, noticeDays: 0, termEndsOn: null };
      const whole = lastDay(open, wish, facts);
      const first = lastDay({ ...open, endsOn: addDays(from, -1) }, wish, facts);
      const second = lastDay({ ...open, startsOn: from, countedFrom: open.startsOn, follows: true }, wish, facts);
      const isBefore = compareDates(whole, from) < 0;
      expect([ending, first, second]).toEqual([
        ...[ending, isBefore ? whole : addDays(from, -1), isBefore ? addDays(from, -1) : whole],
      ]);
    }
  },
);
