import type { Core } from '@strapi/types';
import { createWaker } from '../../../plugins/platform/server/src/jobs/waker';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the waker', () => {
  const errors: unknown[] = [];
  function waker(pass: () => Promise<void>, site = { isLoaded: true }) {
    const strapi = Object.assign(site, { log: { error: (error: unknown) => errors.push(error) } });
    return createWaker({ strapi: strapi as unknown as Core.Strapi, pass, ticking: false });
  }

  test('looks once at the start, once for many pokes, and once more for those that came meanwhile', async () => {
    let looks = 0;
    const one = waker(async () => {
      looks += 1;
      await wait(60);
    });
    one.poke();
    await wait(40);
    expect(looks).toBe(0);
    one.start();
    for (let poke = 0; poke < 10; poke += 1) one.poke();
    await wait(45);
    expect(looks).toBe(1);
    for (let poke = 0; poke < 10; poke += 1) one.poke();
    await wait(150);
    expect(looks).toBe(2);
    await one.stop();
  });

  test('waits until the site has started', async () => {
    let looks = 0;
    const site = { isLoaded: false };
    const one = waker(async () => void (looks += 1), site);
    one.start();
    await wait(60);
    expect(looks).toBe(0);
    site.isLoaded = true;
    await wait(60);
    expect(looks).toBe(1);
    await one.stop();
  });

  test('a look that fails is told and does not end the looking; stopping waits for the one under way', async () => {
    let ended = 0;
    const one = waker(async () => {
      await wait(50);
      ended += 1;
      throw new Error('away');
    });
    one.start();
    await wait(110);
    one.poke();
    await wait(40);
    await one.stop();
    expect(ended).toBe(2);
    expect(errors).toHaveLength(2);
    one.poke();
    await wait(60);
    expect(ended).toBe(2);
  });
});
