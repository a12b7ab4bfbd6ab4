import { isTaxId, normaliseTaxId } from './thai-ids';

/** Thai QR payment codes (EMVCo merchant-presented, Bank of Thailand’s profile of PromptPay). Baht only. */

const TRANSFER = 'A000000677010111';
const BILL_PAYMENT = 'A000000677010112';

const field = (tag: string, value: string): string => `${tag}${String(value.length).padStart(2, '0')}${value}`;

/** CRC-16/CCITT-FALSE (polynomial 1021, start FFFF) of ASCII text, as four upper-case hexadecimal digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index) << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

function seal(account: string, amount: bigint): string {
  if (amount <= 0n) throw new RangeError('PromptPay: the amount is not above zero');
  const digits = amount.toString().padStart(3, '0');
  const decimal = `${digits.slice(0, -2)}.${digits.slice(-2)}`;
  // EMVCo gives tag 54 thirteen characters.
  if (decimal.length > 13) throw new RangeError('PromptPay: the amount is too large');
  const body = [
    field('00', '01'),
    field('01', '12'),
    account,
    field('53', '764'),
    field('54', decimal),
    field('58', 'TH'),
  ].join('');
  return `${body}6304${crc16(`${body}6304`)}`;
}

// A phone of ten digits or with +66; thirteen digits are an id, even where they begin with 0066.
function account(target: string): string | undefined {
  const digits = normaliseTaxId(target).replace(/^\+/, '');
  const phone = /^(?:0|66)(\d{9})$/.exec(digits)?.[1];
  if (phone) return field('01', `0066${phone}`);
  return isTaxId(digits) ? field('02', digits) : undefined;
}

/** Whether money can be sent there by PromptPay: a Thai phone number or a 13-digit id with a right check digit. */
export const isPromptPayTarget = (text: string): boolean => account(text) !== undefined;

/**
 * The text of a one-time PromptPay QR (tag 29).
 * @param target phone (`081-234-5678`, `+66812345678`) or 13-digit id, spaces and dashes allowed
 * @param amount satang, above zero and below ten thousand million baht
 * RangeError when the target or the amount is none: check settings with `isPromptPayTarget` when they are saved.
 */
export function promptPayPayload(request: { target: string; amount: bigint }): string {
  const to = account(request.target);
  if (!to) throw new RangeError('PromptPay: the target is neither a phone nor an id');
  return seal(field('29', `${field('00', TRANSFER)}${to}`), request.amount);
}

/**
 * A reference as Bill Payment carries it and the bank statement gives it back: capitals and digits only, so the invoice
 * number IV-2569-000001 becomes IV2569000001. Compare statements with this form.
 */
export const billReference = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Whether the text is a biller id: 15 digits, an id of 13 and a suffix of 2. */
export const isBillerId = (text: string): boolean => /^\d{15}$/.test(text);

/**
 * The text of a one-time Bill Payment QR (tag 30). References are written as `billReference` gives them.
 * @param amount satang, above zero and below ten thousand million baht
 * RangeError when the biller id is not 15 digits, or a reference has no character that counts or more than 20.
 */
export function billPaymentPayload(request: { billerId: string; ref1: string; ref2?: string; amount: bigint }): string {
  if (!isBillerId(request.billerId)) throw new RangeError('PromptPay: the biller id is not 15 digits');
  const references = [request.ref1, request.ref2].map((text, index) => {
    if (text === undefined) return '';
    const reference = billReference(text);
    if (!/^.{1,20}$/.test(reference))
      throw new RangeError(`PromptPay: reference ${index + 1} is not 1 to 20 characters`);
    return field(`0${index + 2}`, reference);
  });
  return seal(
    field('30', `${field('00', BILL_PAYMENT)}${field('01', request.billerId)}${references.join('')}`),
    request.amount,
  );
}

/** Whether the text is a whole QR payload: fields of the lengths they name, and a checksum that is right. */
export function verifyPayload(payload: string): boolean {
  if (!/^0002.*6304[0-9A-F]{4}$/.test(payload)) return false;
  let at = 0;
  let last = '';
  while (at < payload.length) {
    const [, tag, length] = /^(\d{2})(\d{2})/.exec(payload.slice(at, at + 4)) ?? [];
    if (tag === undefined || length === undefined) return false;
    last = tag;
    at += 4 + Number(length);
  }
  return at === payload.length && last === '63' && crc16(payload.slice(0, -4)) === payload.slice(-4);
}
