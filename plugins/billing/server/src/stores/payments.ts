import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../content-types/types';
import type { PaymentState } from '../domain/lives';
import type { Withheld } from '../domain/withholding';

export interface PaymentFacts extends Ref {
  state: PaymentState;
  customer: number;
  invoice: number | null;
  method: string;
  currency: string;
  amount: bigint;
  withheld: bigint;
  deduction: bigint;
  withholding: Withheld[];
  receivedOn: string | null;
  bank: string | null;
  reference: string | null;
}

interface PaymentRow extends Omit<PaymentFacts, 'withholding'> {
  withholding: { kind: string; base: string; ratePpm: number; amount: string }[] | null;
}

const FIELDS = [
  'state',
  'customer',
  'invoice',
  'method',
  'currency',
  'amount',
  'withheld',
  'deduction',
  'withholding',
  'receivedOn',
  'bank',
  'reference',
] as const;

const factsOf = (row: PaymentRow): PaymentFacts => ({
  ...row,
  withholding: (row.withholding ?? []).map((one) => ({
    ...one,
    base: BigInt(one.base),
    amount: BigInt(one.amount),
  })),
});

export const loadPayments = async (platform: Platform, ids: readonly number[]): Promise<PaymentFacts[]> =>
  (await platform.rows.byIds<PaymentRow>(PAYMENT, ids, { fields: FIELDS })).map(factsOf);

export async function rejectReasonOf(platform: Platform, id: number): Promise<string> {
  const fields = ['rejectReason'];
  const [row] = await platform.rows.byIds<{ rejectReason: string | null }>(PAYMENT, [id], { fields });
  return row?.rejectReason ?? '';
}

/** Succeeded payments of customers: where customer credit may be left. */
export const succeededPayments = async (platform: Platform, customers: readonly number[]): Promise<PaymentFacts[]> =>
  (
    await platform.rows.find<PaymentRow>(
      PAYMENT,
      (query, column) =>
        void query
          .whereIn(column('customer'), [...customers])
          .where(column('state'), 'succeeded')
          .orderBy(column('id')),
      { fields: FIELDS },
    )
  ).map(factsOf);

/** Their slip and reference may come again: the unique indexes leave them out too. */
const UNDONE: readonly PaymentState[] = ['rejected', 'failed', 'reversed'];

export type Likeness = 'slipHash' | 'slipKey' | 'referenceKey';

/** The standing payments that carry one of these slips (hashes, keys) or bank references (keys). */
export const paymentsLike = (platform: Platform, by: Likeness, values: readonly string[]) =>
  platform.rows.find<{ customer: number }>(
    PAYMENT,
    (query, column) => void query.whereIn(column(by), [...values]).whereNotIn(column('state'), [...UNDONE]),
    { fields: ['customer'] },
  );

interface Earlier {
  customer: number;
  state: PaymentState;
  submittedAt: string | null;
}

/** Payments with this slip that were given up, the latest first. */
export const undoneWith = (
  platform: Platform,
  slip: { hash: string; key: string | null },
): Promise<(Earlier & Ref)[]> =>
  platform.rows.find<Earlier>(
    PAYMENT,
    (query, column) =>
      void query
        .whereIn(column('state'), [...UNDONE])
        .where((either) => {
          void either.where(column('slipHash'), slip.hash);
          if (slip.key !== null) void either.orWhere(column('slipKey'), slip.key);
        })
        .orderBy(column('id'), 'desc')
        .limit(5),
    { fields: ['customer', 'state', 'submittedAt'] },
  );

/** Customers of standing payments that name a reference, under whichever bank. */
export const standingWithReference = async (platform: Platform, reference: string): Promise<number[]> =>
  (
    await platform.rows.find<{ customer: number }>(
      PAYMENT,
      (query, column) =>
        void query
          .where(column('reference'), reference)
          .whereNotIn(column('state'), [...UNDONE])
          .limit(5),
      { fields: ['customer'] },
    )
  ).map(({ customer }) => customer);
