import fc from 'fast-check';
import { addDays, addMonths, isRefusal, sum, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { placeOf } from '../../../plugins/contracts/server/src/domain/change-place';
import { isSamePlan, nextLine } from '../../../plugins/contracts/server/src/domain/change-next';
import { planChange } from '../../../plugins/contracts/server/src/domain/change-plan';
import {
  type ContractFacts,
  type ContractLineFacts,
  keepPrice,
  SINCE_EVER,
  termsOf,
} from '../../../plugins/contracts/server/src/domain/contract';
import { ENDINGS } from '../../../plugins/contracts/server/src/domain/ending';
import {
  daysWithout,
  firstDayOff,
  type Interval,
  without,
} from '../../../plugins/contracts/server/src/domain/intervals';
import { chainsOf, cutBefore } from '../../../plugins/contracts/server/src/domain/line-chain';
import { nextTerm } from '../../../plugins/contracts/server/src/domain/next-term';
import { periodsDue, unusedOf } from '../../../plugins/contracts/server/src/domain/periods-due';
import { piecesOf } from '../../../plugins/contracts/server/src/domain/price-versions';
import { periodsOf } from '../../../plugins/contracts/server/src/domain/schedule';
import { shiftedLines } from '../../../plugins/contracts/server/src/domain/shifted-lines';
import { planEnding } from '../../../plugins/contracts/server/src/use-cases/end-contracts';
import type { LockedContract } from '../../../plugins/contracts/server/src/use-cases/lock-contracts';
import { property } from '../../support/random';

type Line = ContractLineFacts & { id: number };
interface Row {
  line: number;
  periodNumber: number;
  startsOn: CivilDate;
  endsOn: CivilDate;
  amount: bigint;
}

const price = fc.bigInt({ min: 0n, max: 300_000n });
const line = fc
  .record({
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'quarter' as const),
    style: fc.constantFrom(
      ...(['keep', 'stop'] as const).flatMap((whileSuspended) =>
        (['anniversary', 'calendar'] as const).map((alignment) => ({ whileSuspended, alignment })),
      ),
      { whileSuspended: 'shift' as const, alignment: 'anniversary' as const },
    ),
    billedIn: fc.constantFrom('advance' as const, 'arrears' as const),
    leadDays: fc.integer({ min: 0, max: 9 }),
    price,
  })
  .map(({ unit, style, billedIn, leadDays, price: unitPrice }) => ({
    ...{ ...style, billedIn, cycleUnit: unit, cycleCount: unit === 'day' ? 9 : 1, unitPrice },
    leadDays: billedIn === 'advance' ? leadDays : 0,
  }));
const days = fc.integer({ min: 0, max: 20 });
const step = fc.oneof(
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 45 }) }),
  fc.record({ do: fc.constant('bill' as const), days: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ do: fc.constant('change' as const), days, price, named: fc.nat({ max: 5 }) }),
  fc.record({ do: fc.constant('suspend' as const), days }),
  fc.record({ do: fc.constant('resume' as const), days }),
  fc.record({ do: fc.constant('renew' as const), days }),
  fc.record({ do: fc.constant('cancel' as const), days, ending: fc.constantFrom(...ENDINGS) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const START = '2027-01-31';
const MONTHS_DIFFER = 3;

/** A contract as the use cases leave it, without a database: what is asked for, and what comes back. */
class Life {
  today: CivilDate = START;
  rows: Row[] = [];
  suspensions: Interval[] = [];
  asked = 0n;
  credited = 0n;
  /** What parts of periods cost more since days off made those shorter; less where longer. */
  settled = 0n;
  lines: Line[];
  contract: Pick<
    ContractFacts,
    'number' | 'startsOn' | 'endsOn' | 'termMonths' | 'term' | 'renewalTerms' | 'noticeDays'
  >;

  constructor(lines: readonly object[], termMonths: number | null, noticeDays: number) {
    const endsOn = termMonths === null ? null : addDays(addMonths(START, termMonths), -1);
    this.contract = { number: 'CT', startsOn: START, endsOn, termMonths, term: 1, renewalTerms: null, noticeDays };
    this.lines = lines.map((terms, place) => this.lineOf(terms, place + 1, endsOn));
  }

  private lineOf(terms: object, id: number, endsOn: CivilDate | null): Line {
    const { unitPrice } = terms as { unitPrice: bigint };
    return {
      ...{ id, contract: 1, position: id, product: null, installedItem: null, orderLine: null, invoicePosition: null },
      ...{ description: `line ${id}`, details: null, kind: 'service', unit: null, quantity: 1_000n, discount: 0n },
      ...{ taxCategory: 'standard', incomeKind: null, minimumMonths: null, feeKind: 'none', feeValue: 0n },
      ...{ predecessor: null, countedFrom: null, minimumFrom: null, startsOn: START, endsOn },
      ...terms,
      prices: [keepPrice({ from: SINCE_EVER, unitPrice, quantity: 1_000n, discount: 0n })],
    } as unknown as Line;
  }

  get open(): Interval | undefined {
    return this.suspensions.find(({ to }) => to === null);
  }

  get isOver(): boolean {
    return this.contract.endsOn !== null && this.contract.endsOn < this.today;
  }

  /** Ahead of the day nobody bills what is off. */
  bill(asOf: CivilDate): void {
    if (asOf > this.today && this.open) return;
    for (const one of this.lines) {
      const terms = termsOf(one);
      const billed = new Set(this.rows.filter((row) => row.line === one.id).map(({ periodNumber }) => periodNumber));
      for (const due of terms ? periodsDue(terms, { suspensions: this.suspensions, billed }, asOf) : []) {
        this.rows.push({
          ...{ line: one.id, periodNumber: due.index, startsOn: due.start, endsOn: due.end, amount: due.amount },
        });
        this.asked += due.amount;
      }
    }
  }

  private giveBack(amount: bigint): void {
    expect(amount >= 0n).toBe(true);
    this.credited += amount;
  }

  private change({ days: ahead, price: unitPrice, named }: Extract<Step, { do: 'change' }>): void {
    const chosen = this.lines[named % this.lines.length];
    if (this.open || !chosen) return;
    const place = placeOf(this.lines, chosen, { from: addDays(this.today, ahead), today: this.today, field: 'line' });
    const { product, description, details, kind, unit, taxCategory, incomeKind } = place.holds;
    const target = {
      ...{ product, description, details, kind, unit, taxCategory, incomeKind, quantity: 1_000n, unitPrice },
      ...{ discount: 0n, cycleUnit: place.holds.cycleUnit, cycleCount: place.holds.cycleCount },
      ...{ minimumMonths: null, keepsPrices: false },
    };
    if (isSamePlan(place.holds, target)) return;
    const id = this.lines.length + 1;
    const next = { ...nextLine(place, target, { position: id, feeCharged: 0n, priced: place.holds }), id };
    const plan = planChange(place, next, { suspensions: this.suspensions, periods: this.rows });
    for (const { charged, freed } of plan.settlements) {
      const back = sum(freed.map(({ amount }) => amount));
      const { index: periodNumber, start: startsOn, end: endsOn, amount } = charged;
      this.rows.push({ line: id, periodNumber, startsOn, endsOn, amount });
      if (amount >= back) this.asked += amount - back;
      else this.giveBack(back - amount);
    }
    for (const { amount } of plan.credits) this.giveBack(amount);
    const cut = new Map([place.kept, ...place.withdrawn].map((one) => [one.id, cutBefore(one, place.from)]));
    this.lines = [...this.lines.map((one) => ({ ...one, endsOn: cut.get(one.id) ?? one.endsOn })), next];
  }

  private resume(ahead: number): void {
    const { open } = this;
    if (!open) return;
    const day = addDays(this.today, ahead);
    const to = day < open.from ? open.from : day;
    const before = this.suspensions.filter((one) => one !== open);
    for (const one of this.lines) {
      const terms = termsOf(one);
      if (terms?.whileSuspended !== 'stop') continue;
      for (const period of periodsOf(terms, before)) {
        if (period.start >= to) break;
        const row = this.rows.find(({ line: of, periodNumber }) => of === one.id && periodNumber === period.index);
        if (!row || period.end < open.from) continue;
        this.giveBack(unusedOf(terms, period, { off: { from: open.from, to }, before, billed: row.amount }));
      }
    }
    const was = this.costs(before);
    this.suspensions = [...before, { from: open.from, to }];
    this.lines = shiftedLines(this.lines, before, { from: open.from, to });
    this.settled += movedBy(was, this.costs(this.suspensions));
    this.contract.endsOn = this.lastDay();
  }

  private lastDay(): CivilDate | null {
    const ends = chainsOf(this.lines).flatMap(({ lines }) => lines.map(({ endsOn }) => endsOn));
    return ends.includes(null)
      ? null
      : (ends
          .flatMap((end) => end ?? [])
          .sort()
          .at(-1) ?? null);
  }

  private cancel(ending: (typeof ENDINGS)[number]): void {
    const one = {
      contract: { ...this.contract, pricesIncludeTax: false },
      customer: { state: 'active' },
      lines: this.lines,
      suspensions: this.suspensions.map(({ from, to }) => ({ startsOn: from, resumesOn: to })),
      periods: this.rows,
    } as unknown as LockedContract;
    const plan = planEnding(one, ending, this.today);
    for (const { amount } of plan.credits) this.giveBack(amount);
    const ends = new Map(plan.lines.map(({ id, endsOn }) => [id, endsOn]));
    this.lines = this.lines.map((of) => ({ ...of, endsOn: ends.get(of.id) ?? of.endsOn }));
    this.contract.endsOn = plan.endsOn;
  }

  private renew(): void {
    const term = nextTerm(this.contract, this.lines, { price: null, listPrice: null, suspensions: this.suspensions });
    const from = this.lines.length;
    const next = term.lines.map((of, place) => ({
      ...of,
      contract: 1,
      position: from + place + 1,
      id: from + place + 1,
    }));
    this.lines = [...this.lines, ...(next as Line[])];
    this.contract.endsOn = term.endsOn;
    this.contract.term += 1;
  }

  take(one: Step): void {
    try {
      if (one.do === 'wait') this.today = addDays(this.today, one.days);
      else if (one.do === 'bill') this.bill(addDays(this.today, one.days));
      else if (one.do === 'change') this.change(one);
      else if (one.do === 'suspend' && !this.open) {
        const from = addDays(this.today, one.days);
        // What is off already is not off a second time: the contract refuses.
        if (from >= firstDayOff(this.suspensions, this.today))
          this.suspensions = [...this.suspensions, { from, to: null }];
      } else if (one.do === 'resume') this.resume(one.days);
      else if (one.do === 'cancel') this.cancel(one.ending);
      else if (one.do === 'renew') this.renew();
    } catch (error) {
      if (!isRefusal(error)) throw error;
      expect(['contract.line_closed', 'contract.change_beyond_end', 'renewal.nothing_ends']).toContain(error.code);
    }
    // What is due is billed by the clock.
    this.bill(this.today);
  }

  /** What the days of billed periods cost that lines still have. */
  costs(suspensions: readonly Interval[]): Cost[] {
    return this.lines.flatMap((one) => {
      const terms = termsOf(one);
      const own = new Set(this.rows.filter((row) => row.line === one.id).map(({ periodNumber }) => periodNumber));
      const last = Math.max(-1, ...own);
      const costs: Cost[] = [];
      for (const period of terms ? periodsOf(terms, suspensions) : []) {
        if (period.index > last) break;
        if (!terms || !own.has(period.index)) continue;
        const spans = terms.whileSuspended === 'stop' ? without(period, suspensions) : [period];
        const pieces = piecesOf(period, terms.prices, spans);
        const amount = sum(pieces.map((piece) => piece.amount));
        const days = Number(sum(pieces.map((piece) => BigInt(piece.days))));
        const ofDays = daysWithout(period.full, period.paused);
        const isPart = period.start !== period.full.start || period.end !== period.full.end;
        costs.push({
          key: `${one.id} ${period.index}`,
          shifts: one.whileSuspended === 'shift',
          amount,
          days,
          ofDays,
          isPart,
        });
      }
      return costs;
    });
  }
}

interface Cost {
  key: string;
  shifts: boolean;
  amount: bigint;
  /** How many days of it are charged. */
  days: number;
  /** How many days the whole period counts, of which a part may be the line's. */
  ofDays: number;
  isPart: boolean;
}

/**
 * What was billed of what shifts costs the same after days off. Only where a line has a part of a period that follows, and
 * that has another length now, its days are another share of it: what was asked for them stays.
 */
function movedBy(was: readonly Cost[], is: readonly Cost[]): bigint {
  const [before, after] = [was, is].map(
    (costs) => new Map(costs.filter(({ shifts }) => shifts).map((one) => [one.key, one])),
  ) as [Map<string, Cost>, Map<string, Cost>];
  return sum(
    [...new Set([...before.keys(), ...after.keys()])].map((key) => {
      const [old, now] = [before.get(key), after.get(key)];
      const by = (now?.amount ?? 0n) - (old?.amount ?? 0n);
      if (old && now && ((!old.isPart && !now.isPart) || old.ofDays === now.ofDays)) expect(by).toBe(0n);
      // Some days of it lie in the period beside it now, as many as two months differ by.
      else expect(Math.abs((now?.days ?? 0) - (old?.days ?? 0))).toBeLessThanOrEqual(MONTHS_DIFFER);
      return by;
    }),
  );
}

function expectLaws(life: Life): void {
  for (const { lines } of chainsOf(life.lines)) {
    lines.forEach((one, place) => {
      const after = lines[place + 1];
      if (after) expect(after.startsOn).toBe(one.endsOn === null ? 'never' : addDays(one.endsOn, 1));
    });
  }
  const keys = life.rows.map((row) => `${row.line} ${row.periodNumber}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(life.credited <= life.asked).toBe(true);
  // While it is off nobody knows yet what comes back.
  if (!life.open)
    expect(life.asked - life.credited + life.settled).toBe(
      sum(life.costs(life.suspensions).map(({ amount }) => amount)),
    );
}

property(
  'billed, changed, off, on, given up and renewed in any order: each day has one line, and what is asked is what it costs',
  fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 2 }),
    termMonths: fc.constantFrom(null, 1, 3),
    noticeDays: fc.constantFrom(0, 7),
    steps: fc.array(step, { maxLength: 14 }),
  }),
  ({ lines, termMonths, noticeDays, steps }) => {
    const life = new Life(lines, termMonths, noticeDays);
    life.bill(life.today);
    for (const one of steps) {
      life.take(one);
      expectLaws(life);
      if (life.isOver) break;
    }
  },
  600,
);
