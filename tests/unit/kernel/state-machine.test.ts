import { isRefusal, machine, move, next, type Refusal, verbs } from '@sanya/strapi-plugin-platform/kernel';

const door = machine({
  type: 'door',
  states: ['open', 'shut', 'locked'],
  initial: ['open'],
  transitions: [
    { verb: 'close', from: ['open'], to: 'shut' },
    { verb: 'open', from: ['shut'], to: 'open' },
    { verb: 'lock', from: ['shut'], to: 'locked' },
  ],
});

test('a verb leads where its row says', () => {
  expect(next(door, 'open', 'close')).toBe('shut');
  expect(next(door, 'open', 'lock')).toBeUndefined();
  expect(verbs(door, 'shut')).toEqual(['open', 'lock']);
  expect(move(door, 'shut', 'lock')).toBe('locked');
});

test('what is not allowed is a conflict that says what would be', () => {
  let caught: unknown;
  try {
    move(door, 'open', 'lock');
  } catch (error) {
    caught = error;
  }
  expect(isRefusal(caught)).toBe(true);
  expect(caught).toMatchObject({
    code: 'state.not_allowed',
    status: 409,
    params: { type: 'door', verb: 'lock', state: 'open', from: 'shut' },
  });
  expect((caught as Refusal).message).toBe('state.not_allowed');
});

test('a refusal of another copy of the package is known by its mark', () => {
  expect(isRefusal({ sanyaRefusal: true })).toBe(true);
  expect([new Error('x'), null, undefined, 'x'].some(isRefusal)).toBe(false);
});

test.each([
  ['row', { initial: ['a'], transitions: [{ verb: 'go', from: ['a'], to: 'x' }] }],
  ['initial', { initial: ['x'], transitions: [] }],
])('an unknown state in %s stops the start', (_, rest) => {
  expect(() => machine<string, string>({ type: 't', states: ['a', 'b'], ...rest })).toThrow('unknown state x');
});

test('a verb that leads two ways from one state stops the start', () => {
  const transitions = [
    { verb: 'go', from: ['a'], to: 'a' },
    { verb: 'go', from: ['a', 'b'], to: 'b' },
  ];
  expect(() => machine<string, string>({ type: 't', states: ['a', 'b'], initial: ['a'], transitions })).toThrow(
    'twice',
  );
});
