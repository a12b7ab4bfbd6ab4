import { setTimeout as rest } from 'node:timers/promises';
import { createGiveWay } from '../../../plugins/platform/server/src/core/give-way';

/** Milliseconds that it takes after a piece of work of so many. */
async function restAfter(work: number, isBusy: () => boolean): Promise<number> {
  const giveWay = createGiveWay(isBusy);
  await rest(work);
  const began = performance.now();
  await giveWay();
  return performance.now() - began;
}

test('where nobody else is at work nothing is waited for', async () => {
  expect(await restAfter(30, () => false)).toBeLessThan(10);
});

test('while others are, it rests several times as long as it worked', async () => {
  expect(await restAfter(30, () => true)).toBeGreaterThan(150);
});

test('once they have done it goes on', async () => {
  let looks = 0;
  expect(await restAfter(200, () => (looks += 1) < 3)).toBeLessThan(500);
});
