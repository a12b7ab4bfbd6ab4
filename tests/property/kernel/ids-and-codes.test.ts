import fc from 'fast-check';
import {
  billPaymentPayload,
  formatNumber,
  isTaxId,
  normaliseTaxId,
  periodKey,
  pickLanguage,
  promptPayPayload,
  validatePattern,
  verifyPayload,
} from '@sanya/strapi-plugin-platform/kernel';
import { property } from '../../support/random';
import { date } from './arbitraries';

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const replaceAt = (text: string, at: number, character: string): string =>
  text.slice(0, at) + character + text.slice(at + 1);

const withCheck = (twelve: string): string =>
  [...'0123456789'].map((last) => twelve + last).find((id) => isTaxId(id)) ?? '';
const taxId = digits(12).map(withCheck);
const remainder = (id: string): number =>
  [...id.slice(0, 12)].reduce((total, digit, index) => total + Number(digit) * (13 - index), 0) % 11;

property('twelve digits have exactly one check digit', digits(12), (twelve) => {
  expect([...'0123456789'].filter((last) => isTaxId(twelve + last))).toHaveLength(1);
});

// The third digit weighs 11 and the remainders 0 and 10 share a check digit: there, and only there, the scheme is blind.
property(
  'a wrong digit is caught wherever the scheme can see it',
  fc.tuple(taxId, fc.nat({ max: 12 }), fc.constantFrom(...'0123456789')),
  ([id, at, digit]) => {
    const wrong = replaceAt(id, at, digit);
    if (wrong === id) return;
    const blind = at < 12 && remainder(wrong) % 10 === remainder(id) % 10;
    if (at === 2) expect(blind).toBe(true);
    expect(isTaxId(wrong)).toBe(blind);
  },
  500,
);

property('an id is found under spaces and dashes', fc.tuple(taxId, fc.array(fc.nat({ max: 13 }))), ([id, cuts]) => {
  const written = cuts
    .sort((a, b) => b - a)
    .reduce((text, at, n) => text.slice(0, at) + (n % 2 ? '-' : ' ') + text.slice(at), id);
  return normaliseTaxId(written) === id;
});

const satang = fc.bigInt({ min: 1n, max: 10n ** 12n - 1n });
const reference = fc.string({ unit: fc.constantFrom(...'ABCXYZ0189'), minLength: 1, maxLength: 20 });
const payload = fc.oneof(
  fc
    .tuple(
      fc.oneof(
        taxId,
        digits(9).map((nine) => `0${nine}`),
      ),
      satang,
    )
    .map(([target, amount]) => promptPayPayload({ target, amount })),
  fc
    .record({ billerId: digits(15), ref1: reference, amount: satang }, { requiredKeys: ['billerId', 'ref1', 'amount'] })
    .map(billPaymentPayload),
  fc.record({ billerId: digits(15), ref1: reference, ref2: reference, amount: satang }).map(billPaymentPayload),
);

property('every payment code verifies', payload, verifyPayload);

property(
  'a payment code with one character changed does not',
  fc.tuple(payload, fc.nat(), fc.constantFrom(...'0123456789ABCDEFX.')),
  ([text, where, character]) => {
    const changed = replaceAt(text, where % text.length, character);
    return changed === text || !verifyPayload(changed);
  },
  1000,
);

const literal = fc.constantFrom('', '-', '/', 'RC', '7');
const pattern = fc
  .tuple(
    fc.shuffledSubarray(['{YYYY}', '{YY}', '{BBBB}', '{BB}', '{MM}', '{BR}']),
    fc.integer({ min: 1, max: 12 }),
    fc.nat({ max: 6 }),
    fc.array(literal, { minLength: 8, maxLength: 8 }),
  )
  .map(([tokens, width, at, literals]) => {
    const place = Math.min(at, tokens.length);
    const all = [...tokens.slice(0, place), `{N:${width}}`, ...tokens.slice(place)];
    return all.map((token, index) => `${literals[index]}${token}`).join('');
  })
  .filter((text) => validatePattern(text) === undefined);

const thisCentury = date.filter((day) => day >= '2000' && day < '2043');
const counter = fc.oneof(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 10 ** 9 }));

property(
  'two numbers of one pattern are equal only for the same counter of the same period',
  fc.tuple(pattern, thisCentury, thisCentury, counter, counter),
  ([text, dateA, dateB, a, b]) => {
    const one = formatNumber(text, { date: dateA, counter: a, branch: '00001' });
    const other = formatNumber(text, { date: dateB, counter: b, branch: '00001' });
    const same = a === b && periodKey(text, dateA) === periodKey(text, dateB);
    expect(one === other).toBe(same);
    expect(one).not.toMatch(/[{}]/);
  },
  1000,
);

property('any header gives a language', fc.string({ unit: fc.constantFrom(...'then*;q=0.19,- ') }), (header) =>
  ['th', 'en'].includes(pickLanguage(header, 'th')),
);
