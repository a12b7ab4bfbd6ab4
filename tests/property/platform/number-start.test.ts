import fc from 'fast-check';
import {
  addDays,
  formatNumber,
  isRefusal,
  numberFrame,
  periodKey,
  readNumber,
} from '../../../plugins/platform/kernel/src';
import { decideStart } from '../../../plugins/platform/server/src/number-series/start-series';
import { property } from '../../support/random';

const pattern = fc
  .tuple(
    fc.constantFrom('', 'INV-', 'ใบ.', 'A+b/'),
    fc.constantFrom('', '{BBBB}-', '{YY}', '{BB}{MM}-', '{YYYY}/{MM}/'),
    fc.constantFrom('', '{BR}-'),
    fc.integer({ min: 1, max: 8 }),
  )
  .map(([before, year, branch, width]) => `${before}${year}${branch}{N:${width}}`);

property(
  'a number that a pattern made is read back as what it was made of',
  fc.tuple(pattern, fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 99_999_999 })),
  ([text, days, counter]) => {
    const date = addDays('2001-01-01', days);
    const read = readNumber(text, formatNumber(text, { date, counter, branch: '00007' }));
    return read?.period === periodKey(text, date) && read.counter === counter && (read.branch ?? '00007') === '00007';
  },
);

property(
  'a number is its frame with the counter within, and a pattern frames only periods of its kind',
  fc.tuple(pattern, fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 99_999_999 })),
  ([text, days, counter]) => {
    const date = addDays('2001-01-01', days);
    const period = periodKey(text, date);
    const frame = numberFrame(text, period, '00007');
    const others = ['', '2026', '2026-11'].filter((one) => one.length !== period.length);
    return (
      frame !== undefined &&
      `${frame.head}${String(counter).padStart(frame.width, '0')}${frame.tail}` ===
        formatNumber(text, { date, counter, branch: '00007' }) &&
      others.every((one) => numberFrame(text, one, '00007') === undefined)
    );
  },
);

property('what no pattern made is no number of it', fc.tuple(pattern, fc.string({ maxLength: 12 })), ([text, any]) => {
  const read = readNumber(text, any);
  return read === undefined || read.counter >= 1;
});

property(
  'a series is told where it goes on only upwards, and never once it has given a number',
  fc.tuple(fc.bigInt(0n, 50n), fc.bigInt(0n, 50n), fc.bigInt(0n, 120n)),
  ([startsAfter, given, last]) => {
    const row = { startsAfter, counter: startsAfter + given };
    try {
      return decideStart(row, last) ? given === 0n && last > startsAfter : last === startsAfter;
    } catch (refusal) {
      return isRefusal(refusal) && (given > 0n || last < startsAfter);
    }
  },
);
