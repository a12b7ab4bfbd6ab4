import { addDays, addMonths, daysBetween } from '@sanya/strapi-plugin-platform/kernel';
import { remembered } from '../../../plugins/platform/kernel/src/remembered';

test('what was asked before is not counted again; what was refused is', () => {
  let counted = 0;
  const half = remembered((n: number) => {
    counted += 1;
    if (n % 2 !== 0) throw new RangeError('odd');
    return n / 2;
  });
  expect([half(4), half(4), half(6)]).toEqual([2, 2, 3]);
  expect(counted).toBe(2);
  expect(() => half(3)).toThrow(RangeError);
  expect(() => half(3)).toThrow(RangeError);
  expect(counted).toBe(4);
});

test('questions of several words are told apart by each of them', () => {
  const asked: string[] = [];
  const joined = remembered((a: string, b: string) => {
    asked.push(`${a}, ${b}`);
    return `${a}${b}`;
  });
  expect([joined('ab', 'c'), joined('a', 'bc'), joined('ab', ''), joined('a', 'bc')]).toEqual([
    'abc',
    'abc',
    'ab',
    'abc',
  ]);
  expect(asked).toEqual(['ab, c', 'a, bc', 'ab, ']);
});

test('what a caller gives beyond its words is not asked', () => {
  const twice = remembered((n: number) => 2 * n);
  expect([1, 2, 1].map(twice)).toEqual([2, 4, 2]);
});

test('it forgets before it grows without end', () => {
  let counted = 0;
  const same = remembered((n: number) => {
    counted += 1;
    return n;
  });
  for (let n = 0; n <= 20_000; n += 1) same(n);
  expect(same(0)).toBe(0);
  expect(counted).toBe(20_002);
});

test('days that are asked for twice are the same days, and what is no date is refused each time', () => {
  for (let turn = 0; turn < 2; turn += 1) {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(daysBetween('2026-01-31', '2026-03-01')).toBe(29);
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  }
});
