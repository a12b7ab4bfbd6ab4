import { firstDayOff } from '../../../plugins/contracts/server/src/domain/intervals';

const TODAY = '2030-03-10';

test.each([
  ['nothing was off', [], TODAY],
  ['what was off is over', [{ from: '2030-02-01', to: '2030-03-01' }], TODAY],
  ['it is off until a day that was told', [{ from: '2030-03-01', to: '2030-03-22' }], '2030-03-22'],
  ['days off are told for later', [{ from: '2030-04-01', to: '2030-04-05' }], '2030-04-05'],
  ['it was thought better of before it began', [{ from: '2030-04-01', to: '2030-04-01' }], TODAY],
])('the first day on which a contract may be off again, where %s', (_case, intervals, day) => {
  expect(firstDayOff(intervals, TODAY)).toBe(day);
});
