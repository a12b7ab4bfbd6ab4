import type { Entitlement } from '../../../plugins/contracts/server/src/domain/entitlement';
import {
  balanceOf,
  type Entry,
  type Ledger,
  settle,
} from '../../../plugins/contracts/server/src/domain/entitlement-ledger';
import { lastDay, leavingFee } from '../../../plugins/contracts/server/src/domain/ending';
import { type LineTerms, periodsDue, unusedOf } from '../../../plugins/contracts/server/src/domain/periods-due';
import { piecesOf } from '../../../plugins/contracts/server/src/domain/price-versions';
import { renewalPrice } from '../../../plugins/contracts/server/src/domain/renewal-price';
import { periodAt, periodsOf } from '../../../plugins/contracts/server/src/domain/schedule';

const price = (from: string, unitPrice: bigint) => ({ from, unitPrice, quantity: 1_000n, discount: 0n });
const terms = (over: Partial<LineTerms> = {}): LineTerms => ({
  startsOn: '2026-01-31',
  endsOn: null,
  cycle: { unit: 'month', count: 1 },
  alignment: 'anniversary',
  whileSuspended: 'keep',
  billedIn: 'advance',
  leadDays: 0,
  prices: [price('2026-01-01', 100_000n)],
  ...over,
});
const starts = (of: LineTerms, count: number): string[] => {
  const found: string[] = [];
  for (const { start } of periodsOf(of, [])) if (found.push(start) === count) break;
  return found;
};

test('periods are counted from the anchor', () => {
  const monthly = ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'];
  expect(starts(terms(), 5)).toEqual(monthly);
  const yearly = terms({ startsOn: '2028-02-29', cycle: { unit: 'year', count: 1 } });
  expect(starts(yearly, 5)).toEqual(['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']);
  const quarterly = terms({ startsOn: '2026-11-30', cycle: { unit: 'quarter', count: 1 } });
  expect(starts(quarterly, 3)).toEqual(['2026-11-30', '2027-02-28', '2027-05-30']);
});

test('what was missed while the site was off is billed once each, with its own period', () => {
  const line = terms({ startsOn: '2026-01-05', leadDays: 7 });
  const ran = (asOf: string, billed: number[]) =>
    periodsDue(line, { suspensions: [], billed: new Set(billed) }, asOf).map(({ index, start, end }) => [
      index,
      start,
      end,
    ]);
  expect(ran('2026-02-19', [0])).toEqual([[1, '2026-02-05', '2026-03-04']]);
  expect(ran('2026-05-20', [0, 1])).toEqual([
    [2, '2026-03-05', '2026-04-04'],
    [3, '2026-04-05', '2026-05-04'],
    [4, '2026-05-05', '2026-06-04'],
  ]);
  expect(ran('2026-05-28', [0, 1, 2, 3, 4])).toEqual([]);
  expect(ran('2026-05-29', [0, 1, 2, 3, 4])).toEqual([[5, '2026-06-05', '2026-07-04']]);
});

test('a change of price on 11 March belongs to the new price from that day', () => {
  const line = terms({ startsOn: '2026-03-01' });
  const march = periodAt(line, [], '2026-03-11');
  if (!march) throw new Error('no March');
  const [before, after] = [price('2026-01-01', 100_000n), price('2026-03-11', 200_000n)];
  expect(piecesOf(march, [before, after], [march]).map(({ amount, days, ofDays }) => [amount, days, ofDays])).toEqual([
    [32_258n, 10, 31],
    [135_484n, 21, 31],
  ]);
});

test('a line of the calendar begins with a part of a period', () => {
  const line = terms({ startsOn: '2026-01-20', alignment: 'calendar' });
  const due = periodsDue(line, { suspensions: [], billed: new Set() }, '2026-02-01');
  expect(due.map(({ start, end, amount }) => [start, end, amount])).toEqual([
    ['2026-01-20', '2026-01-31', 38_710n],
    ['2026-02-01', '2026-02-28', 100_000n],
  ]);
  const quarterly = terms({ startsOn: '2026-02-10', alignment: 'calendar', cycle: { unit: 'quarter', count: 1 } });
  expect(starts(quarterly, 3)).toEqual(['2026-02-10', '2026-04-01', '2026-07-01']);
  const weekly = terms({ startsOn: '2026-02-11', alignment: 'calendar', cycle: { unit: 'week', count: 1 } });
  expect(starts(weekly, 3)).toEqual(['2026-02-11', '2026-02-16', '2026-02-23']);
  const whole = terms({ startsOn: '2026-07-01', alignment: 'calendar', cycle: { unit: 'half_year', count: 1 } });
  expect(starts(whole, 2)).toEqual(['2026-07-01', '2027-01-01']);
});

test('stop credits what was paid and not used, and bills the days after the return', () => {
  const line = terms({ startsOn: '2026-02-01', whileSuspended: 'stop' });
  const off = { from: '2026-02-10', to: '2026-03-20' };
  const february = periodAt(line, [], '2026-02-10');
  if (!february) throw new Error('no February');
  const still = { suspensions: [{ ...off, to: null }], billed: new Set([0]) };
  expect(periodsDue(line, still, '2026-03-15')).toEqual([]);
  const back = { suspensions: [off], billed: new Set([0]) };
  expect(periodsDue(line, back, '2026-03-20').map(({ start, end, amount }) => [start, end, amount])).toEqual([
    ['2026-03-20', '2026-03-31', 38_710n],
  ]);
  // 19 of 28 days of February.
  expect(unusedOf(line, february, { off, before: [], billed: 100_000n })).toBe(67_857n);
});

test('shift moves the end of the running period, and what follows', () => {
  const line = terms({ startsOn: '2026-02-01', whileSuspended: 'shift' });
  const off = { from: '2026-02-10', to: '2026-03-20' };
  const starts_ = (asOf: string, to: string | null) =>
    periodsDue(line, { suspensions: [{ ...off, to }], billed: new Set([0]) }, asOf).map(({ start, amount }) => [
      start,
      amount,
    ]);
  expect(starts_('2026-06-01', null)).toEqual([]);
  // 38 days were lost: March begins on 8 April.
  expect(starts_('2026-04-07', '2026-03-20')).toEqual([]);
  expect(starts_('2026-05-08', '2026-03-20')).toEqual([
    ['2026-04-08', 100_000n],
    ['2026-05-08', 100_000n],
  ]);
});

test('in arrears the day after the period is the day of the bill', () => {
  const line = terms({ startsOn: '2026-03-01', billedIn: 'arrears' });
  const due = (asOf: string) => periodsDue(line, { suspensions: [], billed: new Set() }, asOf).length;
  expect([due('2026-03-31'), due('2026-04-01')]).toEqual([0, 1]);
});

test('12 visits a year, 9 used, at most 2 carried: the next term starts with 14', () => {
  const entitlement: Entitlement = {
    ...{ unit: 'visit', quantity: 12_000n, per: 'term', carriedMonths: null, from: null },
    carryOver: { carries: 'at_most', most: 2_000n },
  };
  const yearOf = (year: string): Ledger['periods'][number] => ({
    ...{ entitlement, start: `${year}-01-01`, end: `${year}-12-31`, granted: true },
    ...{ since: `${year}-01-01`, changedTo: null, countsFrom: null },
  });
  const [first, second] = [yearOf('2026'), yearOf('2027')];
  const used: Entry = { kind: 'use', period: first.start, on: '2026-06-01', amount: -9_000n };
  const ledger = (periods: Ledger['periods'], entries: Entry[]) => ({ periods, isOver: false, entries });
  const before = [...settle(ledger([first], []), '2026-06-01'), used];
  expect(balanceOf(before)).toBe(3_000n);
  const after = settle(ledger([first, second], before), '2027-01-01');
  expect(after.map(({ kind, period, amount }) => [kind, period.slice(0, 4), amount])).toEqual([
    ['expire', '2026', -1_000n],
    ['carry', '2026', -2_000n],
    ['carry', '2027', 2_000n],
    ['grant', '2027', 12_000n],
  ]);
  expect(balanceOf([...before, ...after])).toBe(14_000n);
});

test('40, 30 and 20 per cent of the amount after the discount, counted from the first paid term', () => {
  const amounts = { invoice_before_discount: 10_000_000n, invoice_after_discount: 9_500_000n, list_price: 0n };
  const table = { basis: 'invoice_after_discount' as const, ratesPpm: [400_000, 300_000, 200_000] };
  expect([0, 1, 2, 3, 4, 9].map((term) => renewalPrice(table, amounts, term))).toEqual([
    ...[0n, 3_800_000n, 2_850_000n],
    ...[1_900_000n, 1_900_000n, 1_900_000n],
  ]);
  expect(renewalPrice({ basis: 'fixed', amounts: [500n] }, amounts, 3)).toBe(500n);
  expect(() => renewalPrice({ basis: 'fixed', amounts: [] }, amounts, 1)).toThrow('renewal.table_empty');
});

test('24 months given up after 10: 30 per cent of what remains', () => {
  const line = terms({ startsOn: '2026-01-01' });
  const fee = (kind: Parameters<typeof leavingFee>[1]['fee'], endsOn = '2026-10-31') =>
    leavingFee(line, { fee: kind, minimumUntil: '2027-12-31', suspensions: [] }, endsOn);
  expect(fee({ kind: 'percent', ppm: 300_000 })).toBe(420_000n);
  expect(fee({ kind: 'months', months: 3 })).toBe(300_000n);
  expect(fee({ kind: 'months', months: 99 })).toBe(1_400_000n);
  expect(fee({ kind: 'fixed', amount: 50_000n })).toBe(50_000n);
  expect(fee({ kind: 'percent', ppm: 300_000 }, '2027-12-31')).toBe(0n);
});

test('a line ends now, with its period or with its term, and never before its notice', () => {
  const line = terms({ startsOn: '2026-01-01' });
  const on = (ending: 'now' | 'period_end' | 'term_end', noticeDays = 0, termEndsOn: string | null = null) =>
    lastDay(line, { ending, noticeDays, termEndsOn }, { suspensions: [], today: '2026-03-10' });
  expect(on('now')).toBe('2026-03-10');
  expect(on('now', 30)).toBe('2026-04-09');
  expect(on('period_end')).toBe('2026-03-31');
  expect(on('period_end', 30)).toBe('2026-04-30');
  expect(on('term_end', 30, '2026-12-31')).toBe('2026-12-31');
  expect(on('term_end', 30, '2026-03-31')).toBe('2026-04-09');
  // Where no term runs, nobody leaves in the midst of what was billed.
  expect(on('term_end')).toBe('2026-03-31');
  expect(on('term_end', 30)).toBe('2026-04-30');
  expect(on('term_end', 0, '2026-02-28')).toBe('2026-03-31');
});
