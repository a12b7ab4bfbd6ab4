import {
  earliestOf,
  firstPayDay,
  type Habit,
  isPaidBy,
} from '../../../plugins/billing/server/src/domain/simulated-payment';

test('whoever pays late pays late again; whoever never paid never does', () => {
  expect(isPaidBy('2030-01-10', 0, '2030-01-10')).toBe(true);
  expect(isPaidBy('2030-01-10', 0, '2030-01-09')).toBe(false);
  expect(isPaidBy('2030-01-10', 5, '2030-01-14')).toBe(false);
  expect(isPaidBy('2030-01-10', 5, '2030-01-15')).toBe(true);
  expect(isPaidBy('2030-01-10', -3, '2030-01-07')).toBe(true);
  expect(isPaidBy('2030-01-10', 'never', '2039-01-01')).toBe(false);
});

test('the first day is that of whoever is earliest', () => {
  expect(firstPayDay('2030-01-10', [4, 'never'])).toBe('2030-01-10');
  expect(firstPayDay('2030-01-10', [4, -2])).toBe('2030-01-08');
  expect(firstPayDay(undefined, [])).toBeUndefined();
});

test('very many customers have habits', () => {
  const habits = Array.from({ length: 300_000 }, (_, index): Habit => (index === 200_000 ? -5 : 3));
  expect(earliestOf(habits)).toBe(-5);
  expect(firstPayDay('2030-01-10', habits)).toBe('2030-01-05');
});
