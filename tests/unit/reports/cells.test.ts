import {
  cellOf,
  csvLine,
  isTotalled,
  totalsOf,
  withoutFormula,
} from '../../../plugins/reports/server/src/domain/cells';
import { periodBefore } from '../../../plugins/reports/server/src/domain/period';

const words: Record<string, string> = { 'report.method.cash': 'Cash' };
const say = (code: string): string => words[code] ?? code;
const method = { key: 'method', type: 'word', words: 'report.method' } as const;

test('words are said; a value that nobody named is shown as it is', () => {
  expect(cellOf('cash', method, say)).toBe('Cash');
  expect(cellOf('barter', method, say)).toBe('barter');
  expect(cellOf('', method, say)).toBe('');
  expect(cellOf(null, method, say)).toBeNull();
});

test('amounts come as text of whole numbers and lose nothing, however large', () => {
  expect(cellOf('900719925474099312', { key: 'total', type: 'money' }, say)).toBe('900719925474099312');
  expect(cellOf('1500', { key: 'quantity', type: 'quantity' }, say)).toBe('1.5');
  expect(cellOf('7', { key: 'orders', type: 'count' }, say)).toBe(7);
});

test('what is added up is what may be', () => {
  const balance = { key: 'balance', type: 'money', total: false } as const;
  const net = { key: 'net', type: 'money' } as const;
  expect([isTotalled(balance), isTotalled(net), isTotalled(method)]).toEqual([false, true, false]);
  expect(totalsOf({ net: '5', balance: '6' }, [method, balance, net])).toEqual({ net: '5' });
});

test.each([
  ['=1+1', "'=1+1"],
  ['+66', "'+66"],
  ['-5', "'-5"],
  ['@x', "'@x"],
  ['\tx', "'\tx"],
  ['\rx', "'\rx"],
  ['สมใจ', 'สมใจ'],
  ['a=b', 'a=b'],
  ['', ''],
])('%j is written as %j', (text, written) => expect(withoutFormula(text)).toBe(written));

test('a line of CSV: negative amounts are amounts, quotes are doubled, nothing is nothing', () => {
  const money = { key: 'net', type: 'money' } as const;
  const text = { key: 'customer', type: 'text' } as const;
  const cells = [
    { value: '-107000', column: money },
    { value: 'a "b"\nc', column: text },
    { value: null, column: text },
  ];
  expect(csvLine(cells, 'THB')).toBe('-1070.00,"a ""b""\nc",\r\n');
  expect(csvLine([{ value: '-107000', column: money }], 'JPY')).toBe('-107000\r\n');
});

test.each([
  ['previous', '2027-01-01', '2027-01-31', '2026-12-01', '2026-12-31'],
  ['previous', '2027-01-01', '2027-03-31', '2026-10-01', '2026-12-31'],
  ['previous', '2027-03-10', '2027-03-16', '2027-03-03', '2027-03-09'],
  ['year', '2028-02-01', '2028-02-29', '2027-02-01', '2027-02-28'],
  ['year', '2027-02-01', '2027-02-28', '2026-02-01', '2026-02-28'],
] as const)('%s of %s to %s is %s to %s', (how, from, to, earlier, end) =>
  expect(periodBefore({ from, to }, 'period', how)).toEqual({ from: earlier, to: end }),
);

test.each([
  ['previous', '2027-02-28', '2027-01-31'],
  ['previous', '2027-03-15', '2027-02-15'],
  ['year', '2028-02-29', '2027-02-28'],
] as const)('%s of a day: %s is held against %s', (how, day, earlier) =>
  expect(periodBefore({ from: day, to: day }, 'day', how).to).toBe(earlier),
);
