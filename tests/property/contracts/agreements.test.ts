import fc from 'fast-check';
import { addDays, sum } from '@sanya/strapi-plugin-platform/kernel';
import { ACTIVATIONS, beginsOn } from '../../../plugins/contracts/server/src/domain/activation';
import { CONTRACT_VERBS, contractMachine } from '../../../plugins/contracts/server/src/domain/contract-machine';
import { costOf, feeToEnd, lastDay, leavingFee, paidBeyond } from '../../../plugins/contracts/server/src/domain/ending';
import { without } from '../../../plugins/contracts/server/src/domain/intervals';
import { lineStateOn } from '../../../plugins/contracts/server/src/domain/line-state';
import { unusedOf } from '../../../plugins/contracts/server/src/domain/periods-due';
import { piecesOf } from '../../../plugins/contracts/server/src/domain/price-versions';
import { RENEWAL_VERBS, renewalMachine } from '../../../plugins/contracts/server/src/domain/renewal-machine';
import { type Period, periodsOf } from '../../../plugins/contracts/server/src/domain/schedule';
import { readServiceId, serviceId } from '../../../plugins/contracts/server/src/domain/service-id';
import { next } from '../../../plugins/platform/kernel/src';
import { date } from '../kernel/arbitraries';
import { property } from '../../support/random';
import { line, suspensionsOf } from './arbitraries';

/** The lives, written out a second time. */
test('a contract and its renewal go these ways and no others', () => {
  const ways = <S extends string, V extends string>(
    machine: Parameters<typeof next<S, V>>[0],
    verbs: readonly V[],
  ): string[] =>
    verbs.flatMap((verb) =>
      machine.states.flatMap((state) => {
        const to = next(machine, state, verb);
        return to ? [`${state} ${verb} ${to}`] : [];
      }),
    );
  expect(ways(contractMachine, CONTRACT_VERBS)).toEqual([
    'draft agree awaiting_start',
    'awaiting_start activate active',
    'active end ended',
    'draft cancel cancelled',
    'awaiting_start cancel cancelled',
  ]);
  expect(ways(renewalMachine, RENEWAL_VERBS)).toEqual([
    'open notice noticed',
    ...['open', 'noticed', 'offered'].map((state) => `${state} offer offered`),
    ...['open', 'noticed', 'offered', 'declined'].map((state) => `${state} renew renewed`),
    ...['open', 'noticed', 'offered'].map((state) => `${state} decline declined`),
    ...['open', 'noticed', 'offered'].map((state) => `${state} lapse lapsed`),
    'lapsed win_back won_back',
  ]);
});

const number = fc.integer({ min: 0, max: 893_871_738 });
property('a service id is read as it was given, in any dress', number, (one) => {
  const id = serviceId(one);
  expect(id).toMatch(/^[2-9ACFHJKLMRWX]{4}-[2-9ACFHJKLMRWX]{4}$/);
  expect(readServiceId(` ${id.toLowerCase().replace('-', ' ')} `)).toBe(id);
});
property('no two numbers have one service id', fc.tuple(number, number), ([a, b]) => {
  expect(serviceId(a) === serviceId(b)).toBe(a === b);
});
property(
  'one character that is wrong, or two that changed places, are found',
  fc.record({ number, at: fc.nat({ max: 7 }), other: fc.nat({ max: 7 }), by: fc.integer({ min: 1, max: 18 }) }),
  ({ number: one, at, other, by }) => {
    const letters = '23456789ACFHJKLMRWX';
    const plain = [...serviceId(one).replace('-', '')];
    const mistyped = [...plain];
    mistyped[at] = letters[(letters.indexOf(plain[at] ?? '') + by) % 19] ?? '';
    expect(readServiceId(mistyped.join(''))).toBeUndefined();
    const swapped = [...plain];
    [swapped[at], swapped[other]] = [plain[other] ?? '', plain[at] ?? ''];
    const isSame = swapped.join('') === plain.join('');
    // The last one checks the sum of the others, and has no weight of its own.
    if (at < 7 && other < 7) expect(readServiceId(swapped.join('')) === undefined).toBe(!isSame);
  },
);

property(
  'who leaves pays nothing after the minimum term, and never more than the rest of it',
  fc.record({ terms: line, minimum: fc.integer({ min: 0, max: 800 }), after: fc.integer({ min: 0, max: 800 }) }),
  ({ terms: any, minimum, after }) => {
    const terms = { ...any, endsOn: null };
    const minimumUntil = addDays(terms.startsOn, minimum);
    const endsOn = addDays(terms.startsOn, after);
    const fee = (one: Parameters<typeof leavingFee>[1]['fee']) =>
      leavingFee(terms, { fee: one, minimumUntil, suspensions: [] }, endsOn);
    const rest = after >= minimum ? 0n : costOf(terms, [], { start: addDays(endsOn, 1), end: minimumUntil });
    expect(fee({ kind: 'percent', ppm: 1_000_000 })).toBe(rest);
    expect(fee({ kind: 'none' })).toBe(0n);
    expect(fee({ kind: 'months', months: 2 }) <= rest).toBe(true);
    // What was used and what remains are all of it.
    if (after < minimum) {
      const used = costOf(terms, [], { start: terms.startsOn, end: endsOn });
      expect(used + rest).toBe(costOf(terms, [], { start: terms.startsOn, end: minimumUntil }));
    }
  },
);

property(
  'who gives a contract up twice pays for leaving once',
  fc.record({
    terms: line,
    minimum: fc.integer({ min: 0, max: 90 }),
    days: fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 })),
    fee: fc.oneof(
      fc.record({ kind: fc.constant('fixed' as const), amount: fc.bigInt({ min: 0n, max: 1_000_000n }) }),
      fc.record({ kind: fc.constant('percent' as const), ppm: fc.integer({ min: 0, max: 1_000_000 }) }),
    ),
  }),
  ({ terms: any, minimum, days, fee }) => {
    const terms = { ...any, endsOn: null };
    const agreed = { fee, minimumUntil: addDays(terms.startsOn, minimum), suspensions: [] };
    const [sooner, first] = [...days].sort((a, b) => a - b).map((day) => addDays(terms.startsOn, day));
    if (sooner === undefined || first === undefined) return;
    const charged = feeToEnd(terms, agreed, first);
    const again = feeToEnd({ ...terms, endsOn: first }, agreed, sooner);
    expect(charged).toBe(leavingFee(terms, agreed, first));
    expect(charged + again).toBe(feeToEnd(terms, agreed, sooner));
    expect(feeToEnd({ ...terms, endsOn: sooner }, agreed, sooner)).toBe(0n);
  },
);

property(
  'what comes back and what was used are what was paid, in one step or in two, whatever was off before',
  fc.record({
    terms: line,
    wished: fc.array(fc.record({ after: fc.nat({ max: 80 }), days: fc.integer({ min: 1, max: 40 }) }), {
      maxLength: 3,
    }),
    days: fc.tuple(fc.integer({ min: 0, max: 70 }), fc.integer({ min: 0, max: 70 })),
  }),
  ({ terms: any, wished, days }) => {
    const terms = { ...any, endsOn: null };
    const suspensions = suspensionsOf(terms.startsOn, wished);
    const off = terms.whileSuspended === 'stop' ? suspensions : [];
    const [sooner, first] = [...days].sort((a, b) => a - b).map((day) => addDays(terms.startsOn, day));
    if (sooner === undefined || first === undefined) return;
    const periods: Period[] = [];
    for (const period of periodsOf(terms, suspensions)) {
      if (period.start > first) break;
      periods.push(period);
    }
    const cost = (period: Period, spans: Parameters<typeof piecesOf>[2]): bigint =>
      sum(piecesOf(period, terms.prices, spans).map(({ amount }) => amount));
    const asked = new Map(periods.map((period) => [period.index, cost(period, without(period, off))]));
    const whole = new Map(periods.map((period) => [period.index, cost(period, [period])]));
    const at = (endsOn: string, last: string | null, billed = asked) =>
      paidBeyond({ ...terms, endsOn: last }, suspensions, { endsOn, billed });
    const total = (back: ReadonlyMap<number, bigint>): bigint => sum([...back.values()]);
    expect(total(at(first, null)) + total(at(sooner, first))).toBe(total(at(sooner, null)));
    expect(total(at(sooner, sooner))).toBe(0n);
    // Whether the days that were off were asked for and given back, or not asked for: the same comes back.
    expect(at(sooner, null, whole)).toEqual(at(sooner, null));
    for (const period of periods) {
      const used = cost(period, without(period, [...off, { from: addDays(sooner, 1), to: null }]));
      expect((at(sooner, null).get(period.index) ?? 0n) + used).toBe(asked.get(period.index));
    }
  },
);

property(
  'given up while it is off, what comes back at once and at the end is all that was not used',
  fc.record({ terms: line, off: fc.nat({ max: 60 }), last: fc.nat({ max: 60 }) }),
  ({ terms: any, off, last }) => {
    const terms = { ...any, whileSuspended: 'stop' as const, endsOn: null };
    const [from, endsOn] = [addDays(terms.startsOn, off), addDays(terms.startsOn, last)];
    const to = addDays(endsOn, 1);
    const cost = (period: Period, spans: Parameters<typeof piecesOf>[2]): bigint =>
      sum(piecesOf(period, terms.prices, spans).map(({ amount }) => amount));
    for (const period of periodsOf(terms, [])) {
      if (period.start > endsOn) break;
      const billed = cost(period, [period]);
      const paid = new Map([[period.index, billed]]);
      const atOnce = paidBeyond(terms, [{ from, to: null }], { endsOn, billed: paid }).get(period.index) ?? 0n;
      const cut = { ...period, end: period.end < endsOn ? period.end : endsOn };
      const atTheEnd = from < to ? unusedOf(terms, cut, { off: { from, to }, before: [], billed }) : 0n;
      const used = cost(period, without(cut, [{ from, to: null }]));
      expect(used + atTheEnd + atOnce).toBe(billed);
    }
  },
);

property(
  'a line that is given up ends after its notice, and never after its own end',
  fc.record({
    terms: line,
    noticeDays: fc.integer({ min: 0, max: 90 }),
    after: fc.integer({ min: -100, max: 900 }),
    ending: fc.constantFrom('now' as const, 'period_end' as const, 'term_end' as const),
  }),
  ({ terms, noticeDays, after, ending }) => {
    const today = addDays(terms.startsOn, after);
    const on = lastDay(terms, { ending, noticeDays, termEndsOn: null }, { suspensions: [], today });
    if (terms.endsOn === null || on < terms.endsOn) expect(on >= addDays(today, noticeDays)).toBe(true);
    if (terms.endsOn !== null) expect(on <= terms.endsOn).toBe(true);
  },
);

property(
  'nothing begins before what it waits for, nor before the day that was agreed',
  fc.record({
    activation: fc.constantFrom(...ACTIVATIONS),
    today: date,
    facts: fc.record({
      paidOn: fc.option(date, { nil: null }),
      signedOn: fc.option(date, { nil: null }),
      purchaseOrderOn: fc.option(date, { nil: null }),
      startsOn: fc.option(date, { nil: null }),
      installationAcceptedOn: fc.option(date, { nil: null }),
      onCreditTerms: fc.boolean(),
    }),
  }),
  ({ activation, facts, today }) => {
    const on = beginsOn(activation, facts, today);
    if (on === null) return;
    if (facts.startsOn !== null) expect(on >= facts.startsOn).toBe(true);
    // A day that is still to come is one that somebody gave.
    if (on > today) expect(Object.values(facts)).toContain(on);
    if (activation === 'payment' && facts.paidOn === null) expect(facts.onCreditTerms).toBe(true);
    if (activation === 'signature') expect(facts.signedOn).not.toBeNull();
    if (activation === 'installation') expect(on >= (facts.installationAcceptedOn ?? '')).toBe(true);
  },
);

test('how a line stands is told by the day', () => {
  const stands = (day: string, state: 'active' | 'awaiting_start' | 'ended' = 'active') =>
    lineStateOn({ startsOn: '2026-01-01', endsOn: '2026-12-31' }, { state, noticeDays: 90 }, day);
  expect(
    ['2025-12-31', '2026-01-01', '2026-10-01', '2026-10-02', '2026-12-31', '2027-01-01'].map((d) => stands(d)),
  ).toEqual([...['upcoming', 'in_progress', 'in_progress', 'to_renew', 'to_renew', 'closed']]);
  expect([stands('2026-06-01', 'awaiting_start'), stands('2026-06-01', 'ended')]).toEqual(['upcoming', 'closed']);
});
