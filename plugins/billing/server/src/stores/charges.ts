import { type GatewayName, type Platform, storedInstant } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../content-types/types';
import { AWAITED } from '../domain/charge';
import type { PaymentState } from '../domain/lives';
import { loadPayments, type PaymentFacts } from './payments';

/** A payment of which a gateway has the word. */
export interface ChargePayment extends PaymentFacts {
  gateway: GatewayName;
  chargeId: string | null;
  askAt: string | null;
  asks: number;
  submittedAt: string;
  submittedBy: string | null;
  /** The card that the gateway kept of an earlier payment, where it is the one that was charged. */
  paymentMethod: number | null;
  /** Which try it is of an invoice that is charged by itself; null: somebody pays it. */
  debitAttempt: number | null;
  /** The payer agreed that the card it keeps is charged by itself from now on. */
  wantsAutoDebit: boolean | null;
}

const FIELDS = [
  ...(['gateway', 'chargeId', 'askAt', 'asks', 'submittedAt', 'submittedBy', 'paymentMethod'] as const),
  ...(['debitAttempt', 'wantsAutoDebit'] as const),
] as const;

export async function loadCharges(platform: Platform, ids: readonly number[]): Promise<ChargePayment[]> {
  const payments = new Map((await loadPayments(platform, ids)).map((payment) => [payment.id, payment]));
  const rows = await platform.rows.byIds<Omit<ChargePayment, keyof PaymentFacts>>(PAYMENT, ids, { fields: FIELDS });
  return rows.flatMap((row) => {
    const payment = payments.get(row.id);
    return payment ? [{ ...payment, ...row }] : [];
  });
}

const WAITING: readonly PaymentState[] = AWAITED;

/** The awaited payments of an invoice. */
export const awaitedOf = async (platform: Platform, invoice: number): Promise<number[]> =>
  (
    await platform.rows.find(
      PAYMENT,
      (query, column) => void query.where(column('invoice'), invoice).whereIn(column('state'), [...WAITING]),
      { fields: [] },
    )
  ).map(({ id }) => id);

/** Those that are to be asked about by then, the longest waiting first. */
export const dueToAsk = async (platform: Platform, by: string, most: number): Promise<number[]> =>
  (
    await platform.rows.find(
      PAYMENT,
      (query, column) =>
        void query
          .whereIn(column('state'), [...WAITING])
          .where(column('askAt'), '<=', storedInstant(platform.rows, by))
          .orderBy([column('askAt'), column('id')])
          .limit(most),
      { fields: [] },
    )
  ).map(({ id }) => id);

export async function nextToAsk(platform: Platform): Promise<string | null> {
  const [first] = await platform.rows.find<{ askAt: string }>(
    PAYMENT,
    (query, column) =>
      void query
        .whereIn(column('state'), [...WAITING])
        .whereNotNull(column('askAt'))
        .orderBy(column('askAt'))
        .limit(1),
    { fields: ['askAt'] },
  );
  return first?.askAt ?? null;
}

/** The payment that a gateway speaks of: by its own id, or by ours. */
export async function paymentOfCharge(
  platform: Platform,
  gateway: string,
  { chargeId, key }: { chargeId: string | null; key: string | null },
): Promise<number | undefined> {
  if (chargeId === null && key === null) return undefined;
  const found = await platform.rows.find<{ chargeId: string | null }>(
    PAYMENT,
    (query, column) =>
      void query.where(column('gateway'), gateway).where((either) => {
        if (chargeId !== null) void either.orWhere(column('chargeId'), chargeId);
        if (key !== null) void either.orWhere('document_id', key);
      }),
    { fields: ['chargeId'] },
  );
  return (found.find((one) => one.chargeId === chargeId) ?? found[0])?.id;
}
