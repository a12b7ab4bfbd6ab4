import fc from 'fast-check';
import { earliestAfter, leap } from '../../../plugins/platform/server/src/jobs/leap';
import { property } from '../../support/random';

const START = Date.parse('2026-01-01T00:00:00.000Z');
const at = (minute: number): string => new Date(START + minute * 60_000).toISOString();

/** Work due at a minute; doing it may bring more work, at once or later. */
interface Task {
  minute: number;
  brings: readonly number[];
}

const tasks = fc.array(
  fc.record({
    minute: fc.integer({ min: -50, max: 400 }),
    brings: fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 3 }),
  }),
  { maxLength: 12 },
);
const stops = fc
  .array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 5 })
  .map((list) => list.sort((a, b) => a - b));

interface World {
  log: { minute: number; due: number }[];
  now: () => string;
  turn(minute: number): Promise<void>;
}

function world(list: readonly Task[]): World {
  let now = 0;
  let waiting: Task[] = [...list];
  const log: { minute: number; due: number }[] = [];
  const needs = {
    now: () => at(now),
    nextInstant: async () =>
      earliestAfter(
        at(now),
        waiting.map((task) => at(task.minute)),
      ),
    moveTo: async (instant: string) => {
      const next = (Date.parse(instant) - START) / 60_000;
      if (next < now) throw new Error('backwards');
      now = next;
    },
    drain: async () => {
      for (;;) {
        const [first] = waiting.filter((task) => task.minute <= now).sort((a, b) => a.minute - b.minute);
        if (!first) return;
        waiting = waiting.filter((task) => task !== first);
        log.push({ minute: now, due: first.minute });
        waiting.push(...first.brings.map((pause) => ({ minute: now + pause, brings: [] })));
      }
    },
  };
  return { log, now: needs.now, turn: (minute) => leap(at(minute), needs) };
}

describe('the leap of the clock', () => {
  property(
    'everything runs at its own instant, in order, and the clock ends at the target',
    fc.tuple(tasks, stops),
    async ([list, [target = 0]]) => {
      const one = world(list);
      await one.turn(target);
      expect(one.now()).toBe(at(target));
      for (const done of one.log) expect(done.minute).toBe(Math.max(done.due, 0));
      expect(one.log.map((done) => done.minute)).toEqual([...one.log.map((done) => done.minute)].sort((a, b) => a - b));
    },
  );

  property('nothing due is left and nothing comes early', fc.tuple(tasks, stops), async ([list, [target = 0]]) => {
    const one = world(list);
    await one.turn(target);
    const due = list.filter((task) => task.minute <= target);
    const brought = due.flatMap((task) => task.brings.filter((pause) => Math.max(task.minute, 0) + pause <= target));
    expect(one.log).toHaveLength(due.length + brought.length);
  });

  property('many small leaps do what one long leap does', fc.tuple(tasks, stops), async ([list, halts]) => {
    const small = world(list);
    for (const halt of halts) await small.turn(halt);
    const long = world(list);
    await long.turn(halts.at(-1) ?? 0);
    expect(small.log).toEqual(long.log);
    expect(small.now()).toBe(long.now());
  });
});
