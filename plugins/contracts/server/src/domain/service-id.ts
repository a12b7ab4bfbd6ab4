/**
 * Without 0 and O, 1 and I, 2 and Z as they are written, and without letters that sound alike on the phone: B D E G P T V
 * as C, M as N, F as S. Nineteen characters: a prime, so that the check character finds every one that is wrong, and every
 * two that changed places.
 */
const ALPHABET = '23456789ACFHJKLMRWX';
const BASE = ALPHABET.length;
const LENGTH = 7;
const MOST = BASE ** LENGTH;
/** Neighbouring numbers shall not look alike. It has no factor in common with the base. */
const SPREAD = 271_828_183;
const OFFSET = 314_159_265;

const checkOf = (digits: readonly number[]): number =>
  digits.reduce((total, digit, index) => total + digit * (index + 1), 0) % BASE;

/** The service id of a number from 0: eight characters, the last of them checks the others: `K7M2-4XR9`. */
export function serviceId(number: number): string {
  if (!Number.isSafeInteger(number) || number < 0 || number >= MOST) throw new RangeError(`service id: ${number}`);
  let rest = Number((BigInt(number) * BigInt(SPREAD) + BigInt(OFFSET)) % BigInt(MOST));
  const digits: number[] = [];
  for (let place = 0; place < LENGTH; place += 1) {
    digits.push(rest % BASE);
    rest = Math.floor(rest / BASE);
  }
  const text = [...digits, checkOf(digits)].map((digit) => ALPHABET[digit]).join('');
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** A service id as somebody typed or said it, in the way it is stored; undefined when it can be none. */
export function readServiceId(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[\s\-\u2010-\u2015]/g, '');
  const digits = [...plain].map((character) => ALPHABET.indexOf(character));
  if (digits.length !== LENGTH + 1 || digits.includes(-1)) return undefined;
  return checkOf(digits.slice(0, LENGTH)) === digits[LENGTH] ? `${plain.slice(0, 4)}-${plain.slice(4)}` : undefined;
}
