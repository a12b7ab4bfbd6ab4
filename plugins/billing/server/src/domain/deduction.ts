import { collapseSpaces, min, sum } from '@sanya/strapi-plugin-platform/kernel';
import { EARLY_DISCOUNT } from './early-payment';

/** Why a customer paid less than was asked for; each kind has an account of its own. */
export const DEDUCTIONS = ['bank_fee', 'discount', 'retention', 'other'] as const;
export type DeductionKind = (typeof DEDUCTIONS)[number];

/** What staff and banks call them, beside their code. */
const WORDS: Readonly<Record<DeductionKind, readonly string[]>> = {
  bank_fee: ['bank fee', 'ค่าธรรมเนียมธนาคาร'],
  discount: ['ส่วนลด'],
  retention: ['เงินประกันผลงาน'],
  other: ['อื่น ๆ', 'อื่นๆ'],
};

const BY_WORD = new Map(
  DEDUCTIONS.flatMap((kind) => [kind, ...WORDS[kind]].map((word): [string, DeductionKind] => [word, kind])),
);

const kindNamed = (reason: string): DeductionKind | undefined => BY_WORD.get(collapseSpaces(reason).toLowerCase());

/** The kind that a reason names; any other text is a reason of its own. The promise of an invoice is a discount. */
export const deductionKind = (reason: string | null): DeductionKind =>
  reason === EARLY_DISCOUNT ? 'discount' : (kindNamed(reason ?? '') ?? 'other');

/** What a receipt says was not paid: deducted, or given up as a difference. */
export interface PrintedDeduction {
  kind: DeductionKind | 'difference';
  reason: string | null;
  amount: bigint;
}

interface Parts {
  deduction: bigint;
  deductionKind: DeductionKind | null;
  deductionReason: string | null;
  writeOff: bigint;
}

export const deductionsOf = ({
  deduction,
  deductionKind: kind,
  deductionReason,
  writeOff,
}: Parts): PrintedDeduction[] =>
  [
    { kind: kind ?? ('other' as const), reason: deductionReason, amount: deduction },
    { kind: 'difference' as const, reason: null, amount: writeOff },
  ].filter(({ amount }) => amount > 0n);

/** Deductions of one payment on two receipts: as much on the first as it can show, the rest on the other. */
export function shareDeductions(all: readonly PrintedDeduction[], most: bigint): [Shared, Shared] {
  const first: PrintedDeduction[] = [];
  const other: PrintedDeduction[] = [];
  let left = most;
  for (const one of all) {
    const here = min(one.amount, left);
    left -= here;
    if (here > 0n) first.push({ ...one, amount: here });
    if (one.amount > here) other.push({ ...one, amount: one.amount - here });
  }
  return [shared(first), shared(other)];
}

interface Shared {
  deduction: bigint;
  deductions: PrintedDeduction[] | null;
}

const shared = (list: PrintedDeduction[]): Shared => ({
  deduction: sum(list.map(({ amount }) => amount)),
  deductions: list.length > 0 ? list : null,
});

/** What the reason says beyond its kind. */
export const deductionNote = (reason: string | null): string | null =>
  reason === null || reason === '' || kindNamed(reason) !== undefined ? null : reason;
