import fc from 'fast-check';
import { addDays, addMonths, sum } from '@sanya/strapi-plugin-platform/kernel';
import { ownTerms, pricesJoining } from '../../../plugins/contracts/server/src/domain/change-renewed';
import { nextLine } from '../../../plugins/contracts/server/src/domain/change-next';
import {
  type ContractLineFacts,
  keepPrice,
  readPrice,
  termsOf,
} from '../../../plugins/contracts/server/src/domain/contract';
import { lastDayAfterMonths } from '../../../plugins/contracts/server/src/domain/cycle';
import { costOf } from '../../../plugins/contracts/server/src/domain/ending';
import type { LineTerms } from '../../../plugins/contracts/server/src/domain/periods-due';
import { lineEnds, nextTerm } from '../../../plugins/contracts/server/src/domain/next-term';
import {
  nextNoticeOn,
  noticeDue,
  opensOn,
  policyFor,
  renewsItselfOn,
} from '../../../plugins/contracts/server/src/domain/renewal-notices';
import { amountsOf, keepRenewalTerms, movedTo } from '../../../plugins/contracts/server/src/domain/renewal-terms';
import { shiftedLines } from '../../../plugins/contracts/server/src/domain/shifted-lines';
import { periodsOf } from '../../../plugins/contracts/server/src/domain/schedule';
import { periodsIn, priceOn, pricesFrom, termPriceOn } from '../../../plugins/contracts/server/src/domain/term-price';
import { date } from '../kernel/arbitraries';
import { property } from '../../support/random';
import { line as terms } from './arbitraries';

const months = fc.integer({ min: 1, max: 24 });
const price = fc.bigInt({ min: 0n, max: 5_000_000n });

/** Thousands of days say no more than some months do. */
const cycleOf = ({ unit, count }: LineTerms['cycle']) => ({
  cycleUnit: unit === 'day' ? ('month' as const) : unit,
  cycleCount: count,
});

/** A contract with a whole term, and its lines. */
const agreed = fc
  .record({
    startsOn: date,
    termMonths: months,
    done: fc.integer({ min: 1, max: 2 }),
    lines: fc.array(terms, { minLength: 1, maxLength: 2 }),
  })
  .map(({ startsOn, termMonths, done, lines }) => {
    const endsOn = lastDayAfterMonths(startsOn, termMonths * done);
    const contract = { number: 'CT-1', startsOn, endsOn, termMonths, term: 1, renewalTerms: null };
    const rows = lines.map((one, index): ContractLineFacts & { id: number } => ({
      ...{ id: index + 1, contract: 1, position: index + 1, product: null, installedItem: null, orderLine: null },
      ...{ invoicePosition: null, description: 'Care', details: null, kind: 'service', unit: null },
      ...{ quantity: one.prices[0]?.quantity ?? 1000n, unitPrice: one.prices[0]?.unitPrice ?? 0n, discount: 0n },
      prices: one.prices.map(keepPrice),
      ...{ taxCategory: 'standard', incomeKind: null, ...cycleOf(one.cycle) },
      ...{ billedIn: one.billedIn, alignment: one.alignment, leadDays: one.leadDays },
      ...{ whileSuspended: one.whileSuspended, minimumMonths: null, feeKind: 'none', feeValue: 0n, startsOn, endsOn },
    }));
    return { contract, rows };
  });

const plain = { suspensions: [], price: null, listPrice: null };

property('a line and the one that continues it cover every day once', agreed, ({ contract, rows }) => {
  const term = nextTerm(contract, rows, plain);
  expect(term.startsOn).toBe(addDays(contract.endsOn, 1));
  for (const [index, line] of term.lines.entries()) {
    expect(line.predecessor).toBe(rows[index]?.id);
    expect(line.startsOn).toBe(addDays(rows[index]?.endsOn ?? '', 1));
    expect(line.endsOn).toBe(term.endsOn);
    const own = termsOf(line);
    let day = line.startsOn;
    for (const period of own ? periodsOf(own, []) : []) {
      expect(period.start).toBe(day);
      day = addDays(period.end, 1);
    }
    expect(day).toBe(addDays(term.endsOn, 1));
  }
});

property(
  'a term is as long as the one before, counted from the first day, however many follow',
  fc.tuple(agreed, fc.integer({ min: 1, max: 12 })),
  ([{ contract, rows }, times]) => {
    let [now, lines] = [contract, rows];
    for (let n = 0; n < times; n += 1) {
      const term = nextTerm(now, lines, plain);
      const done =
        (addMonthsBetween(contract.startsOn, contract.endsOn, contract.termMonths) + n + 1) * contract.termMonths;
      expect(term.endsOn).toBe(addDays(addMonths(contract.startsOn, done), -1));
      lines = [
        ...lines,
        ...term.lines.map((line, index) => ({ ...line, contract: 1, position: index, id: lines.length + index + 1 })),
      ];
      now = { ...now, endsOn: term.endsOn };
    }
  },
);

function addMonthsBetween(startsOn: string, endsOn: string, termMonths: number): number {
  let terms = 1;
  while (lastDayAfterMonths(startsOn, termMonths * terms) < endsOn) terms += 1;
  return terms;
}

property(
  'without a table everything goes on at the price it had: the term costs what it would have cost running on',
  agreed,
  ({ contract, rows }) => {
    const term = nextTerm(contract, rows, plain);
    for (const [index, line] of term.lines.entries()) {
      const before = rows[index];
      const own = termsOf(line);
      const open = before && termsOf({ ...before, endsOn: term.endsOn });
      // What shifts has no grid: it is counted anew from where it went on.
      if (!own || !open || before.whileSuspended === 'shift') continue;
      const span = { start: line.startsOn, end: term.endsOn };
      expect(costOf(own, [], span)).toBe(costOf(open, [], span));
    }
  },
);

property(
  'a price is spread over the lines and their periods, and they add up to it: each is billed as often as before',
  fc.tuple(agreed, price),
  ([{ contract, rows }, whole]) => {
    const { termMonths } = contract;
    const term = nextTerm(contract, rows, { ...plain, price: whole });
    expect(term.price).toBe(whole);
    const costs = term.lines.map((line, index) => {
      const own = termsOf(line);
      const before = rows[index];
      if (!own || !before) throw new Error('it has begun');
      const cycle = { unit: before.cycleUnit, count: before.cycleCount };
      expect([...periodsOf(own, [])].length).toBe(periodsIn(termMonths, cycle));
      expect(line.quantity).toBe(before.quantity);
      return costOf(own, [], { start: line.startsOn, end: line.endsOn });
    });
    expect(sum(costs)).toBe(whole);
  },
);

property(
  'beside a line that days off moved, a price is spread over whole terms of each: nothing is asked for beyond it',
  fc.tuple(agreed, price, fc.integer({ min: 1, max: 27 })),
  ([{ contract, rows }, whole, days]) => {
    const [first] = rows;
    if (!first) return;
    const endsOn = addDays(contract.endsOn, days);
    const beside = rows.map((row) => ({ ...row, id: row.id + 10, whileSuspended: 'keep' as const }));
    const lines = [{ ...first, whileSuspended: 'shift' as const, endsOn }, ...beside];
    const term = nextTerm({ ...contract, endsOn }, lines, { ...plain, price: whole });
    const costs = term.lines.map((line) => costOf(must(termsOf(line)), [], span(line)));
    expect([term.lines.length, sum(costs)]).toEqual([lines.length, whole]);
    // Where a month is short, both may end on its last day.
    for (const line of term.lines.slice(1)) expect(line.endsOn <= term.endsOn).toBe(true);
  },
);

const rates = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 5 });

property(
  'a table is read by the number of the term, from what the lines came to in a term when the contract was made',
  fc.tuple(agreed, rates, fc.nat({ max: 8 })),
  ([{ contract, rows }, ratesPpm, term]) => {
    const atLast = rows.map((row) => heldAt(row, contract.endsOn));
    const renewalTerms = keepRenewalTerms({ basis: 'invoice_after_discount', ratesPpm }, atLast, contract.termMonths);
    const planned = nextTerm({ ...contract, term, renewalTerms }, atLast, plain);
    const rate = BigInt(ratesPpm[Math.min(term + 1, ratesPpm.length) - 1] ?? 0);
    const exact = BigInt(renewalTerms.after) * rate;
    expect(planned.price * 1_000_000n - exact <= 500_000n && planned.price * 1_000_000n - exact > -500_000n - 1n).toBe(
      true,
    );
  },
);

/** The line with one price: that of a day. */
function heldAt(row: ContractLineFacts & { id: number }, day: string): ContractLineFacts & { id: number } {
  const [held] = pricesFrom(row.prices, day);
  const prices = held ? [held] : [];
  const { unitPrice = 0n, quantity = 1_000n, discount = 0n } = held ? readPrice(held) : {};
  return { ...row, unitPrice, quantity, discount, prices };
}

property(
  'at the full rate the next term costs as much as the one that runs, however often it is billed',
  agreed,
  ({ contract, rows }) => {
    const table = { basis: 'invoice_before_discount' as const, ratesPpm: [1_000_000] };
    const months = rows.map((row) => heldAt({ ...row, cycleUnit: 'month', cycleCount: 1 }, contract.endsOn));
    const renewalTerms = keepRenewalTerms(table, months, contract.termMonths);
    const term = nextTerm({ ...contract, renewalTerms }, months, plain);
    const each = months.map((row) => priceOn(row, contract.endsOn) * BigInt(contract.termMonths));
    expect(term.price).toBe(sum(each));
    term.lines.forEach((line, index) => expect(costOf(must(termsOf(line)), [], span(line))).toBe(each[index]));
  },
);

const span = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => ({ start: startsOn, end: endsOn });
function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('there is none');
  return value;
}

const moves = fc.array(fc.bigInt({ min: 0n, max: 10_000_000n }), { minLength: 1, maxLength: 6 });

property(
  'what a table speaks of moves in proportion, step by step as at once, and back to where it was',
  fc.tuple(fc.bigInt({ min: 1n, max: 10_000_000n }), moves, rates),
  ([after, steps, ratesPpm]) => {
    const terms = { basis: 'invoice_after_discount' as const, ratesPpm, before: '7777', after: String(after) };
    const moved = steps.reduce(movedTo, terms);
    const last = steps.filter((one) => one > 0n).at(-1) ?? after;
    expect(amountsOf(moved, null).invoice_after_discount).toBe(last);
    expect(amountsOf(moved, null)).toEqual(amountsOf(movedTo(terms, last), null));
    expect(amountsOf(movedTo(moved, after), null)).toEqual(amountsOf(terms, null));
  },
);

/** What comes to nothing in a short term has no proportion. */
const LEAST = 1_000n;

property(
  'changed and then renewed, or renewed early and then changed: the further term costs the same',
  fc.tuple(agreed, rates, fc.bigInt({ min: LEAST, max: 5_000_000n }), fc.boolean()),
  ([{ contract, rows }, ratesPpm, unitPrice, hasTable]) => {
    const [line] = rows.map((row) => heldAt(row, contract.endsOn));
    if (!line || priceOn(line, contract.endsOn) < LEAST) return;
    const { endsOn, termMonths } = contract;
    const kept = keepRenewalTerms({ basis: 'invoice_after_discount', ratesPpm }, [line], termMonths);
    const agreedNow = { ...contract, renewalTerms: hasTable ? kept : null };
    const to = { ...line, quantity: 1_000n, unitPrice, discount: 0n, minimumMonths: null, keepsPrices: false };
    const change = (later: (ContractLineFacts & { id: number })[], ahead: string[]) => ({
      ...nextLine(
        { from: endsOn, kept: line, withdrawn: later, holds: line, endsOn: later.at(-1)?.endsOn ?? endsOn },
        to,
        {
          ...{ position: 2, feeCharged: 0n, priced: line },
          ahead: { termMonths, startsOn: contract.startsOn, from: ahead, lines: [line, ...later] },
        },
      ),
      id: 9,
    });
    const cut = { ...line, endsOn: addDays(endsOn, -1) };
    const late = nextTerm(agreedNow, [cut, change([], [])], plain);
    const early = nextTerm(agreedNow, [line], plain);
    const second = { ...must(early.lines[0]), contract: 1, position: 3, id: 3 };
    const both = change([second], [early.startsOn]);
    const cost = (one: ContractLineFacts): bigint => termPriceOn(one, termMonths, early.endsOn);
    const apart = cost(both) - cost(must(late.lines[0]) as ContractLineFacts);
    // Each is rounded for itself, a period at a time.
    const periods = BigInt(termMonths) * 31n * (1n + unitPrice / priceOn(line, endsOn));
    expect(apart < 0n ? -apart : apart).toBeLessThanOrEqual(periods);
    if (!hasTable) expect(apart).toBe(0n);
  },
);

property(
  'renewed early beside a line that days off moved, or moved itself since, and then changed: the further term costs as agreed',
  fc.tuple(agreed, rates, fc.bigInt({ min: LEAST, max: 5_000_000n }), fc.integer({ min: 1, max: 27 }), fc.boolean()),
  ([{ contract, rows }, ratesPpm, unitPrice, days, isMovedSince]) => {
    const { termMonths, startsOn } = contract;
    const [first] = rows.map((row) => heldAt(row, contract.endsOn));
    if (!first || priceOn(first, contract.endsOn) < LEAST) return;
    const line = { ...first, whileSuspended: isMovedSince ? ('shift' as const) : ('keep' as const) };
    const moved = addDays(contract.endsOn, days);
    const other = { ...line, id: 20, whileSuspended: 'shift' as const, endsOn: moved };
    const all = isMovedSince ? [line] : [line, other];
    const endsOn = isMovedSince ? contract.endsOn : moved;
    const renewalTerms = keepRenewalTerms({ basis: 'invoice_after_discount', ratesPpm }, all, termMonths);
    const early = nextTerm({ ...contract, endsOn, renewalTerms }, all, plain);
    const agreedLine = { ...must(early.lines[0]), contract: 1, position: 3, id: 3 };
    const off = { from: contract.endsOn, to: moved };
    const chain = isMovedSince ? shiftedLines([line, agreedLine], [], off) : [line, agreedLine];
    const [kept, renewed] = [must(chain[0]), must(chain[1])];
    const [last, begins, ends] = [kept.endsOn, renewed.startsOn, renewed.endsOn].map((day) =>
      must(day ?? undefined),
    ) as [string, string, string];
    const told = { termMonths, startsOn, from: [early.startsOn] };
    const own = ownTerms(chain, told);
    expect(own.from).toEqual([begins]);
    const to = { ...line, quantity: 1_000n, unitPrice, discount: 0n, minimumMonths: null, keepsPrices: false };
    const place = { from: last, kept, withdrawn: [renewed], holds: kept, endsOn: ends };
    const both = nextLine(place, to, {
      ...{ position: 9, feeCharged: 0n, priced: kept },
      ahead: { ...own, lines: chain },
    });
    // What was agreed for the further term, in proportion; until then the new price.
    const before = termPriceOn(kept, termMonths, last);
    const per = termPriceOn(renewed, termMonths, ends);
    const wanted = (termPriceOn(both, termMonths, last) * per) / before;
    const apart = termPriceOn(both, termMonths, ends) - wanted;
    const slack = BigInt(termMonths) * 31n * (2n + unitPrice / priceOn(line, contract.endsOn));
    expect(apart < 0n ? -apart : apart).toBeLessThanOrEqual(slack);
    expect(priceOn(both, addDays(begins, -1))).toBe(unitPrice);
    // What joins costs in further terms as the whole contract does.
    const joining = { ...to, prices: [keepPrice({ ...to, from: '0001-01-01' })] };
    const prices = pricesJoining(
      joining,
      isMovedSince ? chain : [...chain, { ...other }, { ...must(early.lines[1]), contract: 1, position: 4, id: 21 }],
      told,
    );
    const later = priceOn({ prices }, ends);
    const rate = (unitPrice * per) / before;
    expect(later - rate < 0n ? rate - later : later - rate).toBeLessThanOrEqual(slack);
  },
);

property(
  'what shifts begins with a period of its own where it comes back in another contract',
  fc.tuple(agreed, fc.integer({ min: 1, max: 90 })),
  ([{ contract, rows }, days]) => {
    const shifts = rows.map((row) => ({
      ...{ ...row, alignment: 'anniversary' as const, whileSuspended: 'shift' as const },
      ...{ cycleUnit: 'month' as const, cycleCount: contract.termMonths, endsOn: addDays(contract.endsOn, days) },
    }));
    const moved = { ...contract, endsOn: addDays(contract.endsOn, days) };
    const term = nextTerm(moved, shifts, { ...plain, isOwn: true });
    for (const line of term.lines) {
      const [first] = periodsOf(must(termsOf(line)), []);
      expect(first?.full.start).toBe(line.startsOn);
    }
  },
);

const policy = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 5 }),
    every: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ days, every }) => ({ days: days.sort((a, b) => b - a), every }));

property(
  'asked every day or only now and then: notices come on their days, each once, and none after the end',
  fc.tuple(policy, date, fc.infiniteStream(fc.integer({ min: 1, max: 9 }))),
  ([notices, endsOn, leaps]) => {
    const live = (leap: () => number): [string, number][] => {
      const given: [string, number][] = [];
      let sent = 0;
      for (let day = addDays(opensOn(notices, endsOn), -3); day <= addDays(endsOn, 40); day = addDays(day, leap())) {
        const due = noticeDue(notices, { endsOn, sent }, day);
        if (due === undefined) continue;
        expect(due).toBeGreaterThan(sent);
        given.push([day, due]);
        sent = due;
        expect(noticeDue(notices, { endsOn, sent }, day)).toBeUndefined();
        const next = nextNoticeOn(notices, endsOn, sent);
        if (next !== null) expect(next > day && next <= endsOn).toBe(true);
      }
      return given;
    };
    const daily = live(() => 1);
    expect(daily.map(([, number]) => number)).toEqual(daily.map((_, index) => index + 1));
    expect(daily.every(([day]) => day <= endsOn)).toBe(true);
    const seldom = live(() => leaps.next().value ?? 1);
    expect(seldom.length).toBeLessThanOrEqual(daily.length);
    for (const [day, number] of seldom) expect(day >= (daily[number - 1]?.[0] ?? '')).toBe(true);
  },
);

property(
  'nobody is told of the end before the term has begun, and what goes on by itself does so before it is over',
  fc.record({
    startsOn: date,
    termMonths: months,
    auto: fc.boolean(),
    notices: policy,
    noticeDays: fc.nat({ max: 120 }),
  }),
  ({ startsOn, termMonths, auto, notices, noticeDays }) => {
    const endsOn = lastDayAfterMonths(startsOn, termMonths);
    const own = policyFor(notices, { termMonths, autoRenew: auto });
    expect(opensOn(own, endsOn) >= startsOn).toBe(true);
    const on = renewsItselfOn({ endsOn, noticeDays });
    expect(on <= endsOn).toBe(true);
    if (noticeDays > 0) expect(addDays(on, noticeDays) > endsOn).toBe(true);
  },
);

test('a line that was given up with an earlier term does not come back with a later one', () => {
  const line = (over: object): ContractLineFacts & { id: number } =>
    ({
      ...{
        id: 1,
        contract: 1,
        position: 1,
        product: null,
        installedItem: null,
        orderLine: null,
        invoicePosition: null,
      },
      ...{ description: 'Care', details: null, kind: 'service', unit: null, quantity: 1000n, unitPrice: 100_000n },
      ...{ discount: 0n, prices: [], taxCategory: 'standard', incomeKind: null, cycleUnit: 'year', cycleCount: 1 },
      ...{ billedIn: 'advance', alignment: 'anniversary', leadDays: 0, whileSuspended: 'keep', minimumMonths: null },
      ...{ feeKind: 'none', feeValue: 0n, startsOn: '2030-01-01', endsOn: '2030-12-31', ...over },
    }) as ContractLineFacts & { id: number };
  const contract = {
    ...{ number: 'CT-1', startsOn: '2030-01-01', endsOn: '2031-12-31', termMonths: 12, term: 2, renewalTerms: null },
  };
  const kept = line({ id: 2, startsOn: '2031-01-01', endsOn: '2031-12-31' });
  expect(lineEnds(contract, [line({}), kept]).map(({ id }) => id)).toEqual([2]);
});

test('what was changed in a term that was moved by days off goes on, beside what shifts', () => {
  const line = (over: object) =>
    ({ id: 1, predecessor: null, prices: [], ...over }) as unknown as ContractLineFacts & { id: number };
  const contract = {
    ...{ number: 'CT-1', startsOn: '2031-01-01', endsOn: '2032-01-10', termMonths: 12, term: 1, renewalTerms: null },
  };
  const lines = [
    line({ startsOn: '2031-01-01', endsOn: '2031-05-31' }),
    line({ id: 2, predecessor: 1, startsOn: '2031-06-01', endsOn: '2031-12-31' }),
    line({ id: 3, startsOn: '2031-01-01', endsOn: '2032-01-10', whileSuspended: 'shift' }),
    line({ id: 4, startsOn: '2031-01-01', endsOn: '2031-08-31' }),
  ];
  expect(lineEnds(contract, lines).map(({ id }) => id)).toEqual([2, 3]);
});

test('a price that does not divide changes with a period, also where the term begins at the end of a short month', () => {
  const contract = {
    ...{ number: 'CT-1', startsOn: '2026-01-31', endsOn: '2027-11-29', termMonths: 22, term: 1, renewalTerms: null },
  };
  const line = {
    ...{
      id: 1,
      predecessor: null,
      prices: [],
      quantity: 1000n,
      cycleUnit: 'month',
      cycleCount: 2,
      billedIn: 'advance',
    },
    ...{ whileSuspended: 'keep', minimumMonths: null, startsOn: contract.startsOn, endsOn: contract.endsOn },
  } as unknown as ContractLineFacts & { id: number };
  // 11 periods; 2 satang are left over, so two of them cost one more. The third begins on the 31st again.
  const [next] = nextTerm(contract, [line], { ...plain, price: 2_145_321n }).lines;
  expect(next?.prices.map(({ from, unitPrice }) => [from, unitPrice])).toEqual([
    ['0001-01-01', '195030'],
    ['2028-03-31', '195029'],
  ]);
});

test('of two prices that begin on one day the second holds from then on, in the next term too', () => {
  const from = '2027-09-23';
  const [first, second] = ['0', '100'].map((unitPrice) => ({ from, unitPrice, quantity: '1000', discount: '0' }));
  if (!first || !second) throw new Error('two prices');
  expect(pricesFrom([first, second], '2027-06-30')).toEqual([{ ...first, from: '0001-01-01' }, second]);
});
