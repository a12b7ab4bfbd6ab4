import fc from 'fast-check';
import { addDays, daysBetween } from '@sanya/strapi-plugin-platform/kernel';
import { type ContractLineFacts, termsOf } from '../../../plugins/contracts/server/src/domain/contract';
import { lastDayAfterMonths } from '../../../plugins/contracts/server/src/domain/cycle';
import { costOf } from '../../../plugins/contracts/server/src/domain/ending';
import type { Interval } from '../../../plugins/contracts/server/src/domain/intervals';
import { shiftedLines } from '../../../plugins/contracts/server/src/domain/shifted-lines';
import { pricesOfTerm } from '../../../plugins/contracts/server/src/domain/term-price';
import { property } from '../../support/random';
import { date } from '../kernel/arbitraries';

property(
  'however often and long a contract was off, terms that were agreed before cost what was agreed, and have all their periods',
  fc.record({
    startsOn: date,
    count: fc.integer({ min: 1, max: 12 }),
    months: fc.constantFrom(1, 3),
    costs: fc.tuple(fc.bigInt({ min: 1n, max: 10_000_000n }), fc.bigInt({ min: 1n, max: 10_000_000n })),
    quantity: fc.bigInt({ min: 1n, max: 20n }).map((pieces) => pieces * 1_000n),
    offs: fc.array(fc.record({ after: fc.nat({ max: 300 }), days: fc.integer({ min: 1, max: 120 }) }), {
      maxLength: 3,
    }),
  }),
  ({ startsOn, count, months, costs, quantity, offs }) => {
    const length = count * months;
    const [first, second] = [0, 1].map((term) => ({
      ...{ id: term + 1, predecessor: term === 0 ? null : 1, countedFrom: term === 0 ? null : startsOn },
      ...{ startsOn: term === 0 ? startsOn : addDays(lastDayAfterMonths(startsOn, length), 1) },
      ...{ endsOn: lastDayAfterMonths(startsOn, length * (term + 1)), cycleUnit: 'month', cycleCount: months },
      ...{ alignment: 'anniversary', whileSuspended: 'shift', billedIn: 'advance', leadDays: 0 },
      prices: pricesOfTerm(costs[term] ?? 0n, quantity, { count, months, anchor: startsOn, done: term * length }),
    })) as unknown as [ContractLineFacts & { id: number }, ContractLineFacts & { id: number }];
    let lines = [first, second];
    const suspensions: Interval[] = [];
    let day = startsOn;
    for (const { after, days } of offs) {
      const off = { from: addDays(day, after), to: addDays(day, after + days) };
      const last = lines[1]?.endsOn;
      if (last && daysBetween(off.from, last) < 0) break;
      lines = shiftedLines(lines, suspensions, off);
      suspensions.push(off);
      day = off.to;
    }
    lines.forEach((line, term) => {
      const terms = termsOf(line);
      if (!terms || line.startsOn === null || line.endsOn === null) throw new Error('a line without its days');
      expect(costOf(terms, suspensions, { start: line.startsOn, end: line.endsOn })).toBe(costs[term]);
    });
    expect(lines[1]?.startsOn).toBe(addDays(lines[0]?.endsOn ?? '', 1));
  },
);
