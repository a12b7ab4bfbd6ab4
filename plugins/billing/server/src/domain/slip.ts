import { bankName, bare } from './banks';
import { dayInReference, type SlipQr } from './mini-qr';
import type { Mark } from './marks';
import { moneyParam } from '@sanya/strapi-plugin-platform/kernel';

/** Methods whose money moves through a bank and carries a reference of it. */
const BANKED = new Set(['bank_transfer', 'promptpay']);

/**
 * What makes a bank transaction the same one however it is typed: the bank under one name, and the reference in capitals
 * without separators.
 * Null where there is no reference, or none that a bank gave.
 */
export function referenceKey(
  method: string,
  bank: string | null | undefined,
  reference: string | null | undefined,
): string | null {
  const key = bare(reference ?? '');
  return BANKED.has(method) && key !== '' ? `${bankName(bank ?? '')}|${key}` : null;
}

/** Pictures that phones and banks make. */
const IMAGES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', 'image/gif']);

export const isSlipImage = (mime: string): boolean => IMAGES.has(mime.toLowerCase());

/** What was read off the picture of a slip. */
export type SlipReading =
  | SlipQr
  /** The picture was read, and there is no code in it. */
  | { kind: 'missing' }
  /** Not a kind of picture that can be read here. */
  | { kind: 'unreadable' };

const CODES = {
  missing: 'qr_missing',
  unreadable: 'qr_unreadable',
  foreign: 'qr_foreign',
  damaged: 'qr_damaged',
} as const;

/** What of a slip that was used before, and given up then, was said. */
export interface UsedBefore {
  customer: string;
  on: string;
  state: string;
}

export interface SlipFacts {
  reading: SlipReading | null;
  /** What it is said to settle, and what is due: minor units. */
  typed: bigint;
  due: bigint;
  currency: string;
  invoiceIssuedOn: string | null;
  before: readonly UsedBefore[];
  /** Customers whose standing payment names the same reference under another bank. */
  sameReference: readonly string[];
}

/** What whoever verifies a slip should look at first. */
export function marksOf({ reading, typed, due, currency, invoiceIssuedOn, before, sameReference }: SlipFacts): Mark[] {
  const day = reading?.kind === 'slip' ? dayInReference(reading.reference) : null;
  return [
    ...before.map(({ customer, on, state }): Mark => ({ code: 'used_before', params: { customer, on, state } })),
    ...sameReference.map((customer): Mark => ({ code: 'same_reference', params: { customer } })),
    ...(reading && reading.kind !== 'slip' ? [{ code: CODES[reading.kind], params: {} }] : []),
    ...(day && invoiceIssuedOn && day < invoiceIssuedOn
      ? [{ code: 'dated_before' as const, params: { on: day, issued: invoiceIssuedOn } }]
      : []),
    ...(typed === due
      ? []
      : [
          {
            code: 'unlike_due' as const,
            params: { typed: moneyParam(typed, currency), due: moneyParam(due, currency) },
          },
        ]),
  ];
}

/** What makes a slip the same one: never written over, whatever reference staff read off it later. */
export const slipKeyOf = (reading: SlipReading | null): string | null =>
  reading?.kind === 'slip' ? referenceKey('bank_transfer', reading.bank, reading.reference) : null;
