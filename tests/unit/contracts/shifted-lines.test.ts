import type { ContractLineFacts } from '../../../plugins/contracts/server/src/domain/contract';
import { shiftedLines } from '../../../plugins/contracts/server/src/domain/shifted-lines';

type Line = ContractLineFacts & { id: number };

const line = (facts: Partial<Line>): Line =>
  ({
    ...{ id: 1, predecessor: null, countedFrom: null, startsOn: '2033-01-01', endsOn: null, prices: [] },
    ...{ cycleUnit: 'month', cycleCount: 1, alignment: 'anniversary', whileSuspended: 'shift', billedIn: 'advance' },
    ...facts,
  }) as Line;

const held = (lines: readonly Line[]) =>
  lines.map(({ startsOn, endsOn, countedFrom }) => [startsOn, endsOn, countedFrom]);

// January ends 40 days later, on 12 March.
const off = { from: '2033-01-11', to: '2033-02-20' };

test.each([
  ['the period that runs', '2033-01-31', '2033-03-12'],
  ['a day of it', '2033-01-20', '2033-03-01'],
  ['the third month', '2033-03-31', '2033-05-12'],
  ['a day of the second month', '2033-02-10', '2033-03-22'],
  ['the last day but one of the second', '2033-02-27', '2033-04-08'],
  ['the day before it was off', '2033-01-10', '2033-01-10'],
])('a line that ends with %s ends with it after days off', (_case, endsOn, day) => {
  expect(held(shiftedLines([line({ endsOn })], [], off))).toEqual([['2033-01-01', day, null]]);
});

test('a line that ends within a longer month ends within it, and what follows has its last day', () => {
  // March has 31 days; from 13 April there are 30, until 12 May.
  const lines = [line({ endsOn: '2033-03-30' }), line({ id: 2, predecessor: 1, startsOn: '2033-03-31' })];
  expect(held(shiftedLines(lines, [], off))).toEqual([
    ['2033-01-01', '2033-05-11', null],
    ['2033-05-12', null, null],
  ]);
});

test('what takes over is counted from where its periods begin now', () => {
  const lines = [
    line({ endsOn: '2033-03-31' }),
    line({ id: 2, predecessor: 1, cycleUnit: 'quarter', startsOn: '2033-04-01', endsOn: '2033-05-15' }),
    line({ id: 3, predecessor: 2, cycleUnit: 'quarter', startsOn: '2033-05-16', countedFrom: '2033-04-01' }),
  ];
  expect(held(shiftedLines(lines, [], off))).toEqual([
    ['2033-01-01', '2033-05-12', null],
    ['2033-05-13', '2033-06-26', null],
    ['2033-06-27', null, '2033-05-13'],
  ]);
});

test('lines that were to end together still do, and are renewed together: as many days later as it was off', () => {
  const monthly = line({ endsOn: '2033-03-31' });
  const quarterly = line({ id: 2, cycleUnit: 'quarter', endsOn: '2033-03-31' });
  expect(held(shiftedLines([monthly, quarterly], [], off))).toEqual([
    ['2033-01-01', '2033-05-10', null],
    ['2033-01-01', '2033-05-10', null],
  ]);
  expect(held(shiftedLines([monthly, { ...monthly, id: 3 }], [], off)).map(([, ends]) => ends)).toEqual([
    '2033-05-12',
    '2033-05-12',
  ]);
});

test('what does not shift, or never was, stays where it is', () => {
  const lines = [
    line({ whileSuspended: 'stop', endsOn: '2033-03-31' }),
    line({ id: 2, endsOn: '2033-02-28' }),
    line({ id: 3, predecessor: 2, startsOn: '2033-03-01', endsOn: '2033-02-28' }),
  ];
  expect(held(shiftedLines(lines, [], off))).toEqual([
    ['2033-01-01', '2033-03-31', null],
    ['2033-01-01', '2033-04-12', null],
    ['2033-03-01', '2033-02-28', null],
  ]);
});
