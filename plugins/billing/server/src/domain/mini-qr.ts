import { crc16, isCivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { bankName } from './banks';

/**
 * The small QR code on the slip of a Thai bank: who sent, and the bank's reference of the transfer. It carries neither
 * amount nor date; whether the money came, only the bank knows.
 */
export type SlipQr =
  | { kind: 'slip'; bank: string; reference: string }
  /** It is that of a slip, but a letter of it is not what the bank printed. */
  | { kind: 'damaged' }
  /** A code of something else: to pay with, of a shop. */
  | { kind: 'foreign' };

const SLIP_API = '000001';
const CRC_TAG = '91';

/** Tags in their order; undefined where lengths do not lead to the end. */
function tagsOf(text: string): Map<string, string> | undefined {
  const tags = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const [tag, length] = [text.slice(at, at + 2), text.slice(at + 2, at + 4)];
    if (!/^\d\d$/.test(tag) || !/^\d\d$/.test(length)) return undefined;
    const value = text.slice(at + 4, at + 4 + Number(length));
    if (value.length !== Number(length) || tags.has(tag)) return undefined;
    tags.set(tag, value);
    at += 4 + value.length;
  }
  return tags;
}

const field = (tag: string, value: string): string => `${tag}${String(value.length).padStart(2, '0')}${value}`;

/** As a bank prints it, e.g. `004600060000010103014022020220315…5102TH9104XXXX`. */
export function slipQrPayload(bankCode: string, reference: string): string {
  const api = field('00', `${field('00', SLIP_API)}${field('01', bankCode)}${field('02', reference)}`);
  const body = `${api}${field('51', 'TH')}${CRC_TAG}04`;
  return `${body}${crc16(body)}`;
}

export function readSlipQr(text: string): SlipQr {
  const looksLikeOne = /^00\d\d0006000001/.test(text);
  const tags = tagsOf(text);
  const crc = tags?.get(CRC_TAG);
  const api = tags && tagsOf(tags.get('00') ?? '');
  const isSlip = api?.get('00') === SLIP_API;
  if (!isSlip) return looksLikeOne ? { kind: 'damaged' } : { kind: 'foreign' };
  const [bank, reference] = [api?.get('01') ?? '', api?.get('02') ?? ''];
  const isWhole = text.endsWith(crc ?? ' ') && crc16(text.slice(0, -4)) === crc?.toUpperCase();
  if (!isWhole || !/^\d{3}$/.test(bank) || !/^[\x21-\x7e]{4,60}$/.test(reference)) return { kind: 'damaged' };
  return { kind: 'slip', bank: bankName(bank), reference };
}

/** Several banks begin a reference with the day, `20260131…`; null where this one does not. */
export function dayInReference(reference: string): string | null {
  const [, year, month, day] = /^(20[12]\d)(\d\d)(\d\d)/.exec(reference) ?? [];
  const date = `${year}-${month}-${day}`;
  return year !== undefined && isCivilDate(date) ? date : null;
}
