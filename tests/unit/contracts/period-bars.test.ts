import { type Bar, type BarLine, barRows } from '../../../plugins/contracts/admin/src/period-bars';

const YEAR = { start: '2030-01-01', end: '2030-12-31' };
const line = (over: Partial<BarLine> = {}): BarLine => ({
  ...{ id: 1, documentId: 'a', description: 'Care', startsOn: '2030-01-01', endsOn: null, predecessor: null },
  ...over,
});
const period = (month: string, last: string, state: string | null, of = 'a') => ({
  ...{ line: of, startsOn: `2030-${month}-01`, endsOn: `2030-${month}-${last}` },
  invoice: state === null ? null : { documentId: month, number: `INV-${month}`, state },
});
const told = (bars: readonly Bar[] = []) => bars.map(({ kind, start, end }) => [kind, start, end]);

test('what was paid, is open or asked for nothing, and what is still to come, day by day without a hole', () => {
  const periods = [period('01', '31', 'paid'), period('02', '28', 'open'), period('03', '31', null)];
  const [row, ...more] = barRows({ lines: [line()], periods, suspensions: [] }, YEAR);
  expect(more).toEqual([]);
  expect(told(row?.bars)).toEqual([
    ['paid', '2030-01-01', '2030-01-31'],
    ['open', '2030-02-01', '2030-02-28'],
    ['billed', '2030-03-01', '2030-03-31'],
    ['upcoming', '2030-04-01', '2030-12-31'],
  ]);
  expect(row?.bars.reduce((all, { width }) => all + width, 0)).toBeCloseTo(100, 6);
});

test('lines that go on from one another are one row, named as it is last; being off lies over it', () => {
  const lines = [
    line({ endsOn: '2030-06-30' }),
    line({ id: 2, documentId: 'b', description: 'Care Plus', startsOn: '2030-07-01', predecessor: 1 }),
    line({ id: 3, documentId: 'c', description: 'Replaced', startsOn: '2030-08-01', endsOn: '2030-07-31' }),
  ];
  const suspensions = [{ startsOn: '2030-06-21', resumesOn: '2030-07-11' }];
  const rows = barRows({ lines, periods: [period('07', '31', 'paid', 'b')], suspensions }, YEAR);
  expect(rows.map(({ key, name }) => [key, name])).toEqual([['a', 'Care Plus']]);
  expect(told(rows[0]?.bars)).toEqual([
    ['paid', '2030-07-01', '2030-07-31'],
    ['upcoming', '2030-01-01', '2030-06-30'],
    ['upcoming', '2030-08-01', '2030-12-31'],
    ['suspended', '2030-06-21', '2030-06-30'],
    ['suspended', '2030-07-01', '2030-07-10'],
  ]);
});

test('only the days that are shown, and nothing of a line of other days', () => {
  const shown = { start: '2030-02-15', end: '2030-03-14' };
  const lines = [line(), line({ id: 2, documentId: 'b', startsOn: '2031-01-01' })];
  const rows = barRows({ lines, periods: [period('02', '28', 'paid')], suspensions: [] }, shown);
  expect(rows.map(({ bars }) => bars.map(({ left, width }) => [left, width]))).toEqual([
    [
      [0, 50],
      [50, 50],
    ],
  ]);
});
