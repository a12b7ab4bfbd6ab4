import { randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LENGTH = 24;

/** Document ids (24 of a–z0–9, the first a letter) from one block of random bytes: cuid2 costs 38 µs each. */
export function documentIds(count: number): string[] {
  const ids: string[] = [];
  let pool = randomBytes(count * (LENGTH + 8));
  let at = 0;
  while (ids.length < count) {
    let id = '';
    while (id.length < LENGTH) {
      if (at >= pool.length) {
        pool = randomBytes((count - ids.length) * (LENGTH + 8));
        at = 0;
      }
      const byte = pool[at++] ?? 0;
      // 252 is the largest multiple of 36 below 256: above it some characters would be likelier.
      if (byte >= 252) continue;
      const character = ALPHABET[byte % 36] ?? 'a';
      if (id.length > 0 || byte % 36 < 26) id += character;
    }
    ids.push(id);
  }
  return ids;
}
