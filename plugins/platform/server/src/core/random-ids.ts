import { randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LETTERS = 26;
const LENGTH = 24;
/** What a random byte stands for. 252 is the largest multiple of 36 below 256: above it some signs would be likelier. */
const SIGNS = Buffer.from(Array.from({ length: 252 }, (_, byte) => ALPHABET.charCodeAt(byte % ALPHABET.length)));

/** Document ids (24 of a–z0–9, the first a letter) from blocks of random bytes: cuid2 costs 38 µs each. */
export function documentIds(count: number): string[] {
  const signs = Buffer.allocUnsafe(count * LENGTH);
  let filled = 0;
  while (filled < signs.length) {
    for (const byte of randomBytes((signs.length - filled) * 2)) {
      if (filled === signs.length) break;
      const fits = byte < SIGNS.length && (filled % LENGTH > 0 || byte % ALPHABET.length < LETTERS);
      if (fits) signs[filled++] = SIGNS[byte] ?? 0;
    }
  }
  const text = signs.toString('latin1');
  return Array.from({ length: count }, (_, index) => text.slice(index * LENGTH, (index + 1) * LENGTH));
}
