/**
 * Money is a whole number of minor units (satang, cents) on bigint; rates are integer ppm; quantities are whole
 * thousandths. This file is the only place in the suite that divides money.
 */

export type Rounding = 'half_up' | 'down' | 'up';

export const PPM = 1_000_000n;
/** One piece, in thousandths. */
export const ONE = 1_000n;

export const abs = (value: bigint): bigint => (value < 0n ? -value : value);
export const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
export const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
export const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/**
 * `a × b ÷ divisor`, rounded once. Rounding is by magnitude, so `mulDiv(-a, b, d) === -mulDiv(a, b, d)`: what is
 * credited is what was charged. Throws RangeError when the divisor is zero (a programming error, never user input).
 */
export function mulDiv(a: bigint, b: bigint, divisor: bigint, rounding: Rounding = 'half_up'): bigint {
  if (divisor === 0n) throw new RangeError('mulDiv: the divisor is zero');
  const product = a * b;
  const negative = product < 0n !== divisor < 0n;
  const top = abs(product);
  const bottom = abs(divisor);
  let quotient = top / bottom;
  const rest = top % bottom;
  if (rest > 0n && (rounding === 'up' || (rounding === 'half_up' && rest * 2n >= bottom))) quotient += 1n;
  return negative ? -quotient : quotient;
}

/**
 * Splits `total` over `weights` so that the parts always add up to it: floors first, then one unit each to the largest
 * remainders, the earlier weight first where remainders are equal. With no weight above zero all goes to the first
 * part. The total may be negative; a negative weight is a RangeError, as its parts could not add up. No weights give no
 * parts.
 */
export function spread(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.some((weight) => weight < 0n)) throw new RangeError('spread: a weight is negative');
  if (weights.length === 0) return [];
  const whole = sum(weights);
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? total : 0n));
  const sign = total < 0n ? -1n : 1n;
  const amount = abs(total);
  const parts = weights.map((weight) => (amount * weight) / whole);
  let rest = amount - sum(parts);
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (amount * weight) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder) {
    if (rest === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    rest -= 1n;
  }
  return parts.map((part) => part * sign);
}

/**
 * The next part of a whole that is documented in parts: what the sum so far should carry less what was already
 * documented. The last part therefore takes the rest.
 * @param whole amount of the whole (for example the VAT of an invoice)
 * @param done how much of `base` is covered including this part
 * @param base the full base
 * @param documented what earlier parts already carried
 */
export function cumulativePart(whole: bigint, done: bigint, base: bigint, documented: bigint): bigint {
  if (base === 0n) return whole - documented;
  return mulDiv(whole, done, base) - documented;
}

/** `ppm` of an amount, half up: 7 % of 100.00 is `rateOf(10000n, 70000)` = 700n. */
export const rateOf = (amount: bigint, ppm: number): bigint => mulDiv(amount, BigInt(ppm), PPM);

/** The tax held inside an amount that includes it: 100.00 at 7 % holds 6.54. */
export const rateInside = (gross: bigint, ppm: number): bigint => mulDiv(gross, BigInt(ppm), PPM + BigInt(ppm));

/** Unit price × quantity in thousandths, half up. */
export const extend = (unitPrice: bigint, quantity: bigint): bigint => mulDiv(unitPrice, quantity, ONE);

const NO_DECIMALS = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
const THREE_DECIMALS = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));
/** How many digits the minor unit of a currency has (ISO 4217). */
export const decimalsOf = (currency: string): number =>
  NO_DECIMALS.has(currency) ? 0 : THREE_DECIMALS.has(currency) ? 3 : 2;

function decimalText(value: bigint, decimals: number): string {
  const digits = abs(value)
    .toString()
    .padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const part = decimals === 0 ? '' : `.${digits.slice(digits.length - decimals)}`;
  return `${value < 0n ? '-' : ''}${whole}${part}`;
}

const groupThousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** `107000n` in THB is `1,070.00`; with `symbol` it is `฿1,070.00`. */
export function formatMoney(amount: bigint | string, currency = 'THB', options: { symbol?: boolean } = {}): string {
  const text = decimalText(BigInt(amount), decimalsOf(currency));
  const [whole = '0', part] = text.replace('-', '').split('.');
  const grouped = groupThousands(whole);
  const symbol = options.symbol ? (currency === 'THB' ? '฿' : `${currency} `) : '';
  return `${text.startsWith('-') ? '-' : ''}${symbol}${grouped}${part ? `.${part}` : ''}`;
}

const AMOUNT = /^(-?)\s*(฿|[A-Z]{3})?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?\s*(฿|[A-Z]{3})?$/;

/**
 * `"1,070.00"` to `107000n`, also with the symbol or code of the currency beside it; undefined when it is no amount of
 * that currency. Commas stand between thousands only: `1,50` is not read as one hundred and fifty, nor two pasted
 * numbers as one.
 */
export function parseMoney(text: string, currency = 'THB'): bigint | undefined {
  const decimals = decimalsOf(currency);
  const match = AMOUNT.exec(text.trim());
  if (!match) return undefined;
  const [, sign, before, grouped = '', part = '', after] = match;
  for (const mark of [before, after]) {
    if (mark && mark !== currency && !(mark === '฿' && currency === 'THB')) return undefined;
  }
  const whole = grouped.replaceAll(',', '');
  if (part.length > decimals || whole.length > 15) return undefined;
  const value = BigInt(whole + part.padEnd(decimals, '0'));
  return sign ? -value : value;
}

/** Thousandths to a decimal string: `1500n` is `1.5`. */
export const formatQuantity = (quantity: bigint): string => decimalText(quantity, 3).replace(/\.?0+$/, '');

/** A quantity as the reads give it, for people: `1712.5` is `1,712.5`. */
export function groupQuantity(decimal: string): string {
  const [whole = '', part] = decimal.split('.');
  return part === undefined ? groupThousands(whole) : `${groupThousands(whole)}.${part}`;
}

/** A decimal string to thousandths: `"1.5"` is `1500n`; undefined when it has more than three decimals or is no number. */
export function parseQuantity(text: string): bigint | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,3}))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', part = ''] = match;
  const value = BigInt(whole + part.padEnd(3, '0'));
  return sign ? -value : value;
}
