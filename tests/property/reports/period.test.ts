import fc from 'fast-check';
import { addDays, daysBetween, endOfMonth, isCivilDate, startOfMonth } from '../../../plugins/platform/kernel/src';
import { periodAsked, periodBefore } from '../../../plugins/reports/server/src/domain/period';

const date = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days));
const period = fc
  .tuple(date, fc.integer({ min: 0, max: 800 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));

test('the stretch before ends the day before, and is as long', () => {
  fc.assert(
    fc.property(period, (asked) => {
      const before = periodBefore(asked, 'period', 'previous');
      expect(addDays(before.to, 1)).toBe(asked.from);
      const whole = asked.from === startOfMonth(asked.from) && asked.to === endOfMonth(asked.to);
      if (!whole) expect(daysBetween(before.from, before.to)).toBe(daysBetween(asked.from, asked.to));
      else expect([before.from, before.to]).toEqual([startOfMonth(before.from), endOfMonth(before.to)]);
    }),
  );
});

test('whole months are held against as many whole months', () => {
  const months = fc.tuple(date, fc.integer({ min: 0, max: 30 }));
  fc.assert(
    fc.property(months, ([day, more]) => {
      const from = startOfMonth(day);
      let to = endOfMonth(from);
      for (let n = 0; n < more; n += 1) to = endOfMonth(addDays(to, 1));
      const before = periodBefore({ from, to }, 'period', 'previous');
      const count = (a: string, b: string): number =>
        Number(b.slice(0, 4)) * 12 + Number(b.slice(5, 7)) - Number(a.slice(0, 4)) * 12 - Number(a.slice(5, 7)) + 1;
      expect(count(before.from, before.to)).toBe(more + 1);
    }),
  );
});

test('a year earlier is the same stretch of the year, the end of a month stays one', () => {
  fc.assert(
    fc.property(period, (asked) => {
      const before = periodBefore(asked, 'period', 'year');
      expect(before.from.slice(0, 4)).toBe(String(Number(asked.from.slice(0, 4)) - 1));
      expect(before.from <= before.to).toBe(true);
      if (asked.to === endOfMonth(asked.to)) expect(before.to).toBe(endOfMonth(before.to));
    }),
  );
});

test('whatever part of a period is asked for, a period comes of it', () => {
  fc.assert(
    fc.property(fc.option(date, { nil: undefined }), fc.option(date, { nil: undefined }), date, (from, to, today) => {
      if (from !== undefined && to !== undefined && from > to) {
        expect(() => periodAsked('period', { from, to }, today)).toThrow('report.dates_reversed');
        return;
      }
      const asked = periodAsked('period', { from, to }, today);
      expect([isCivilDate(asked.from), isCivilDate(asked.to), asked.from <= asked.to]).toEqual([true, true, true]);
      if (from !== undefined) expect(asked.from).toBe(from);
      if (to !== undefined) expect(asked.to).toBe(to);
      const day = periodAsked('day', { from, to }, today);
      expect(day).toEqual({ from: to ?? today, to: to ?? today });
    }),
  );
});
