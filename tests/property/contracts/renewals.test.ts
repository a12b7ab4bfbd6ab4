import fc from 'fast-check';
import { addDays, addMonths, sum } from '@sanya/strapi-plugin-platform/kernel';
import { type ContractLineFacts, keepPrice, termsOf } from '../../../plugins/contracts/server/src/domain/contract';
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
import { keepRenewalTerms } from '../../../plugins/contracts/server/src/domain/renewal-terms';
import { periodsOf } from '../../../plugins/contracts/server/src/domain/schedule';
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
  'a price is spread over the lines, and they add up to it: each is billed once a term',
  fc.tuple(agreed, price),
  ([{ contract, rows }, whole]) => {
    const term = nextTerm(contract, rows, { ...plain, price: whole });
    expect(term.price).toBe(whole);
    const costs = term.lines.map((line) => {
      const own = termsOf(line);
      if (!own) throw new Error('it has begun');
      expect([...periodsOf(own, [])].length).toBe(1);
      return costOf(own, [], { start: line.startsOn, end: line.endsOn });
    });
    expect(sum(costs)).toBe(whole);
  },
);

property(
  'a table is read by the number of the term, from what the lines came to when the contract was made',
  fc.tuple(
    agreed,
    fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 5 }),
    fc.nat({ max: 8 }),
  ),
  ([{ contract, rows }, ratesPpm, term]) => {
    const renewalTerms = keepRenewalTerms({ basis: 'invoice_after_discount', ratesPpm }, rows);
    const planned = nextTerm({ ...contract, term, renewalTerms }, rows, plain);
    const rate = BigInt(ratesPpm[Math.min(term + 1, ratesPpm.length) - 1] ?? 0);
    const exact = BigInt(renewalTerms.after) * rate;
    expect(planned.price * 1_000_000n - exact <= 500_000n && planned.price * 1_000_000n - exact > -500_000n - 1n).toBe(
      true,
    );
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
