import { abs } from './money';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;
const SCALES = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion', 'quintillion'] as const;

function belowHundred(value: number): string {
  if (value < 20) return SMALL[value] ?? '';
  const unit = value % 10;
  return `${TENS[Math.floor(value / 10)]}${unit > 0 ? `-${SMALL[unit]}` : ''}`;
}

function belowThousand(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const words = [];
  if (hundreds > 0) words.push(`${SMALL[hundreds]} hundred`);
  if (rest > 0) words.push(belowHundred(rest));
  return words.join(' and ');
}

function englishNumber(value: bigint): string {
  if (value === 0n) return 'zero';
  const words: string[] = [];
  let left = value;
  for (let scale = 0; left > 0n; scale += 1, left /= 1000n) {
    const name = SCALES[scale];
    if (name === undefined) throw new RangeError('amountInWords: the amount is too large');
    const group = Number(left % 1000n);
    if (group === 0) continue;
    const and = scale === 0 && group < 100 && left >= 1000n ? 'and ' : '';
    words.unshift(`${and}${belowThousand(group)}${name && ` ${name}`}`);
  }
  return words.join(' ');
}

/**
 * An amount of satang in English words: `107000n` is `One thousand and seventy baht only`, `107050n` is `One thousand
 * and seventy baht and 50 satang`; `Minus` stands before a negative one. RangeError from 10²¹ baht on.
 */
export function amountInWords(amount: bigint): string {
  const satang = abs(amount) % 100n;
  const baht = `${amount < 0n ? 'minus ' : ''}${englishNumber(abs(amount) / 100n)} baht`;
  return `${baht.charAt(0).toUpperCase()}${baht.slice(1)} ${satang > 0n ? `and ${satang} satang` : 'only'}`;
}
