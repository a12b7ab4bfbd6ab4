import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/types';
import { createWaker } from '../../../plugins/platform/server/src/jobs/waker';
import { until } from '../../support/until';

/** Longer than pokes are gathered: what they bring about has begun by then, for timers end in order. */
const gathered = (): Promise<void> => pause(60);

/** Looks that each last until they are let go. */
function heldLooks() {
  const held: (() => void)[] = [];
  return {
    begun: () => held.length,
    look: () => new Promise<void>((resolve) => held.push(resolve)),
    letGo: (index: number) => held[index]?.(),
  };
}

describe('the waker', () => {
  const errors: unknown[] = [];
  function waker(pass: () => Promise<void>, site = { isLoaded: true }) {
    const strapi = Object.assign(site, { log: { error: (error: unknown) => errors.push(error) } });
    return createWaker({ strapi: strapi as unknown as Core.Strapi, pass, ticking: false });
  }

  test('looks once at the start, once for many pokes, and once more for those that came meanwhile', async () => {
    const { begun, look, letGo } = heldLooks();
    const one = waker(look);
    one.poke();
    await gathered();
    expect(begun()).toBe(0);
    one.start();
    for (let poke = 0; poke < 10; poke += 1) one.poke();
    await until('it looks', () => begun() === 1);
    for (let poke = 0; poke < 10; poke += 1) one.poke();
    await gathered();
    expect(begun()).toBe(1);
    letGo(0);
    await until('it looks once more', () => begun() === 2);
    letGo(1);
    await gathered();
    expect(begun()).toBe(2);
    await one.stop();
  });

  test('waits until the site has started', async () => {
    let looks = 0;
    const site = { isLoaded: false };
    const one = waker(async () => void (looks += 1), site);
    one.start();
    await gathered();
    expect(looks).toBe(0);
    site.isLoaded = true;
    await until('it looks', () => looks > 0);
    await gathered();
    expect(looks).toBe(1);
    await one.stop();
  });

  test('a look that fails is told and does not end the looking; stopping waits for the one under way', async () => {
    let ended = 0;
    const { begun, look, letGo } = heldLooks();
    const one = waker(async () => {
      await look();
      ended += 1;
      throw new Error('away');
    });
    one.start();
    await until('it looks', () => begun() === 1);
    letGo(0);
    await until('the failure is told', () => errors.length === 1);
    one.poke();
    await until('it looks again', () => begun() === 2);
    let stopped = false;
    const stopping = one.stop().then(() => (stopped = true));
    await gathered();
    expect([ended, stopped]).toEqual([1, false]);
    letGo(1);
    await stopping;
    expect(ended).toBe(2);
    expect(errors).toHaveLength(2);
    one.poke();
    await gathered();
    expect([begun(), ended]).toEqual([2, 2]);
  });
});
