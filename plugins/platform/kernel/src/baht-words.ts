import { abs } from './money';

const DIGITS = ['', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'] as const;
const PLACES = ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน'] as const;
const MILLION = 1_000_000n;

function place(digit: number, power: number, larger: boolean): string {
  if (digit === 0) return '';
  if (power === 0 && digit === 1 && larger) return 'เอ็ด';
  if (power === 1 && digit === 1) return 'สิบ';
  if (power === 1 && digit === 2) return 'ยี่สิบ';
  return `${DIGITS[digit]}${PLACES[power]}`;
}

// Thai counts in millions and then in millions of millions, so the part above one million is a number of its own.
function thaiNumber(value: bigint): string {
  const millions = value / MILLION;
  const rest = [...(value % MILLION).toString()].map(Number);
  const words = rest.map((digit, index) => place(digit, rest.length - 1 - index, millions > 0n || index > 0));
  return `${millions > 0n ? `${thaiNumber(millions)}ล้าน` : ''}${words.join('')}`;
}

/**
 * An amount of satang in Thai words, of any size: `2100n` is ยี่สิบเอ็ดบาทถ้วน, `50n` is ห้าสิบสตางค์, `0n` is
 * ศูนย์บาทถ้วน; ลบ stands before a negative one. A last 1 after anything larger is เอ็ด, as cheques have it.
 */
export function bahtWords(amount: bigint): string {
  const baht = abs(amount) / 100n;
  const satang = abs(amount) % 100n;
  const whole = baht > 0n ? `${thaiNumber(baht)}บาท` : satang > 0n ? '' : 'ศูนย์บาท';
  return `${amount < 0n ? 'ลบ' : ''}${whole}${satang > 0n ? `${thaiNumber(satang)}สตางค์` : 'ถ้วน'}`;
}
