import fc from 'fast-check';
import { amountInWords, bahtWords } from '@sanya/strapi-plugin-platform/kernel';
import { property } from '../../support/random';
import { amount } from './arbitraries';

const UNITS = ['ศูนย์', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'];
const PLACES: Record<string, bigint> = { สิบ: 10n, ร้อย: 100n, พัน: 1_000n, หมื่น: 10_000n, แสน: 100_000n };
const WORD = new RegExp([...UNITS, ...Object.keys(PLACES), 'เอ็ด', 'ยี่', 'ล้าน'].join('|'), 'g');

/** Reads Thai number words back, by rules of its own: that the words can be read makes them distinct. */
function readThai(words: string): bigint {
  let total = 0n;
  let digit: bigint | undefined;
  const found = words.match(WORD) ?? [];
  expect(found.join('')).toBe(words);
  for (const word of found) {
    const place = PLACES[word];
    if (word === 'ล้าน') {
      total = (total + (digit ?? 0n)) * 1_000_000n;
      digit = undefined;
    } else if (place !== undefined) {
      total += (digit ?? 1n) * place;
      digit = undefined;
    } else digit = word === 'เอ็ด' ? 1n : word === 'ยี่' ? 2n : BigInt(UNITS.indexOf(word));
  }
  return total + (digit ?? 0n);
}

const satangOf = (baht: string, satang: string): bigint => readThai(baht) * 100n + readThai(satang);

property(
  'Thai words can be read back',
  amount,
  (value) => {
    const words = bahtWords(value);
    const bare = words
      .replace(/^ลบ/, '')
      .replace(/ถ้วน$/, '')
      .replace(/สตางค์$/, '');
    const [baht = '', satang = ''] = bare.includes('บาท') ? bare.split('บาท') : ['', bare];
    const read = satangOf(baht, satang);
    expect(words.startsWith('ลบ') ? -read : read).toBe(value);
    expect(words.endsWith('ถ้วน')).toBe(value % 100n === 0n);
  },
  500,
);

const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
  .concat(' sixteen seventeen eighteen nineteen')
  .split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES = 'thousand million billion trillion quadrillion'.split(' ');

function readEnglish(words: string): bigint {
  let total = 0n;
  let group = 0n;
  for (const word of words.toLowerCase().split(/[ -]/)) {
    const scale = SCALES.indexOf(word);
    if (word === 'and') continue;
    if (word === 'hundred') group *= 100n;
    else if (scale >= 0) {
      total += group * 1000n ** BigInt(scale + 1);
      group = 0n;
    } else if (TENS.includes(word)) group += BigInt(TENS.indexOf(word) * 10 + 20);
    else {
      expect(SMALL).toContain(word);
      group += BigInt(SMALL.indexOf(word));
    }
  }
  return total + group;
}

property(
  'English words can be read back',
  amount,
  (value) => {
    const [, minus, baht = '', satang = '0'] =
      /^(Minus )?(.+) baht (?:only|and (\d+) satang)$/.exec(amountInWords(value)) ?? [];
    const read = readEnglish(baht) * 100n + BigInt(satang);
    expect(minus ? -read : read).toBe(value);
  },
  500,
);

property(
  'amounts that differ are said differently',
  fc.uniqueArray(amount, { minLength: 2, maxLength: 30 }),
  (values) => {
    expect(new Set(values.map(bahtWords)).size).toBe(values.length);
    expect(new Set(values.map(amountInWords)).size).toBe(values.length);
  },
);
