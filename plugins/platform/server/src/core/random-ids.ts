import { randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
/** Signs that tell the millisecond: eight, the first a letter, from 1994 to 2059. */
const TIME = 8;
/** Signs left to chance: 82 bits, in one millisecond. */
const CHANCE = 16;
/** What a random byte stands for. 252 is the largest multiple of 36 below 256: above it some signs would be likelier. */
const SIGNS = Buffer.from(Array.from({ length: 252 }, (_, byte) => ALPHABET.charCodeAt(byte % ALPHABET.length)));

function randomSigns(count: number): string {
  const signs = Buffer.allocUnsafe(count);
  let filled = 0;
  while (filled < count) {
    for (const byte of randomBytes((count - filled) * 2)) {
      if (filled === count) break;
      if (byte < SIGNS.length) signs[filled++] = SIGNS[byte] ?? 0;
    }
  }
  return signs.toString('latin1');
}

/**
 * Document ids: 24 of a–z0–9, the first a letter, from one block of random bytes (cuid2 costs 38 µs each). They begin with
 * the time, so that the index of a large table takes new ones at its end: ids of pure chance change a page a row.
 */
export function documentIds(count: number): string[] {
  const time = Date.now().toString(36).padStart(TIME, '0');
  const signs = randomSigns(count * CHANCE);
  return Array.from({ length: count }, (_, index) => time + signs.slice(index * CHANCE, (index + 1) * CHANCE));
}
