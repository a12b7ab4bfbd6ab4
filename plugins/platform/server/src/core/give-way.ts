import { setTimeout as rest } from 'node:timers/promises';

/** While others are at work, so many parts of the time are theirs to one of ours. */
const THEIRS = 6;
const LONGEST_MS = 2_000;
/** How soon it is seen that they have done. */
const LOOK_MS = 10;

/**
 * For long work that nobody waits for as for a sale: called between its pieces, it rests while others are at work, several
 * times as long as the piece before took. Where nobody else is, it costs nothing.
 */
export function createGiveWay(isBusy: () => boolean): () => Promise<void> {
  let began = performance.now();
  return async () => {
    const until = performance.now() + Math.min(LONGEST_MS, THEIRS * (performance.now() - began));
    while (isBusy() && performance.now() < until) await rest(LOOK_MS);
    began = performance.now();
  };
}
