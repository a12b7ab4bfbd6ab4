import { conflict, type MessageParams } from '../../../plugins/platform/kernel/src';
import type { Job } from '../../../plugins/platform/kit/src/jobs';
import type { Delivery } from '../../../plugins/platform/server/src/events/delivery-store';
import { decideRetry } from '../../../plugins/platform/server/src/events/retry-deliveries';
import { MAX_ATTEMPTS, nextAttempt } from '../../../plugins/platform/server/src/jobs/back-off';
import { ready } from '../../../plugins/platform/server/src/jobs/drain';
import { earliestAfter } from '../../../plugins/platform/server/src/jobs/leap';
import { createLock } from '../../../plugins/platform/server/src/jobs/lock';
import { dueBy } from '../../../plugins/platform/server/src/jobs/open-due';
import { keepProblem, tellProblem } from '../../../plugins/platform/kernel/src';
import type { Run } from '../../../plugins/platform/server/src/jobs/run-store';

const NOW = '2026-03-01T02:00:00.000Z';
const job = (name: string): Job => ({ name, nextDue: async () => null, step: async () => ({ done: true }) });

describe('back-off', () => {
  test('pauses grow, and after the last attempt there is none', () => {
    const instants = Array.from({ length: MAX_ATTEMPTS }, (_, index) => nextAttempt(index + 1, NOW, 'Asia/Bangkok'));
    expect(instants).toEqual([
      '2026-03-01T02:01:00.000Z',
      '2026-03-01T02:05:00.000Z',
      '2026-03-01T02:30:00.000Z',
      '2026-03-01T04:00:00.000Z',
      '2026-03-01T14:00:00.000Z',
      '2026-03-02T02:00:00.000Z',
      '2026-03-02T02:00:00.000Z',
      null,
    ]);
  });
});

describe('what is due', () => {
  test('past instants in order of time, equal ones in order of registration', () => {
    const asked = [
      { job: job('c'), tick: '2026-03-01T01:00:00.000Z' },
      { job: job('a'), tick: '2026-03-01T02:00:00.000Z' },
      { job: job('later'), tick: '2026-03-01T02:00:00.001Z' },
      { job: job('b'), tick: '2026-03-01T01:00:00.000Z' },
      { job: job('never'), tick: null },
    ];
    expect(dueBy(NOW, asked).map((due) => due.job.name)).toEqual(['c', 'b', 'a']);
  });

  test('the next instant lies after now', () => {
    expect(earliestAfter(NOW, [null, NOW, '2026-03-01T01:00:00Z'])).toBeNull();
    expect(earliestAfter(NOW, ['2026-03-03T00:00:00Z', NOW, '2026-03-02T00:00:00Z'])).toBe('2026-03-02T00:00:00Z');
  });

  test('a run in its back-off waits, one of an unknown job too', () => {
    const run = (name: string, nextAttemptAt: string | null): Run => ({ job: name, nextAttemptAt }) as Run;
    const runs = [run('a', null), run('b', '2026-03-01T02:00:01Z'), run('c', NOW), run('gone', null)];
    expect(ready(runs, NOW, (name) => name !== 'gone').map((one) => one.job)).toEqual(['a', 'c']);
  });
});

describe('problems', () => {
  const say = (code: string, params: MessageParams = {}): string => `${code} ${JSON.stringify(params)}`;

  test('a refusal is told in the words of the reader', () => {
    const kept = keepProblem(conflict('order.closed', { params: { number: 'SO-1' } }));
    expect(tellProblem(kept, say)).toBe('order.closed {"number":"SO-1"}');
  });

  test('a defect keeps its own words, cut and without what a database cannot keep', () => {
    expect(tellProblem(keepProblem(new Error('no\u0000 host')), say)).toBe('no host');
    expect(keepProblem(new Error('x'.repeat(5000)))).toHaveLength(2000);
    expect(keepProblem('just text')).toBe('just text');
    expect(tellProblem('{"code":broken', say)).toBe('{"code":broken');
    expect(tellProblem(null, say)).toBeNull();
  });
});

describe('retrying deliveries', () => {
  const delivery = (documentId: string, state: Delivery['state']): Delivery =>
    ({ id: 1, documentId, state, subscriber: 'test.listener' }) as Delivery;

  test('dead and waiting ones in the order asked; delivered and unknown ones are refused', () => {
    const found = [delivery('a', 'waiting'), delivery('b', 'dead'), delivery('c', 'delivered')];
    expect(decideRetry(['b', 'a'], found).map((one) => one.documentId)).toEqual(['b', 'a']);
    expect(() => decideRetry(['c'], found)).toThrow('event_delivery.delivered');
    expect(() => decideRetry(['b', 'd'], found)).toThrow('event_delivery.not_found');
  });
});

describe('one at a time', () => {
  test('in the order of asking, and a failure opens the door for the next', async () => {
    const alone = createLock();
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push(`${name} out`);
      if (name === 'b') throw new Error('b');
      return name;
    };
    const all = await Promise.allSettled(['a', 'b', 'c'].map((name) => alone(work(name))));
    expect(all.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });
});
