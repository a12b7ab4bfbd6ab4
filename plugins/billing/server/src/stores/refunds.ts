import { sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, CREDIT_NOTE, PAYMENT, REFUND } from '../content-types/types';
import type { Buyer, Seller } from '../domain/parties';
import type { RefundAccount, RefundState } from '../domain/refund';

export interface RefundFacts {
  number: string;
  state: RefundState;
  /** Row ids. */
  customer: number;
  payment: number | null;
  creditNote: number | null;
  currency: string;
  amount: bigint;
  reason: string;
  account: RefundAccount | null;
  reference: string | null;
  /** Row id of the payment whose charge it goes back by; null: it goes by transfer. */
  cardPayment: number | null;
  /** How often a gateway was asked to send it anew, and of the last time: when it is asked again, how often it was. */
  cardTries: number;
  askAt: string | null;
  asks: number;
  /** Why the last try came to nothing, in the gateway's word. */
  failReason: string | null;
  sentOn: string | null;
  requestedAt: string;
  approvedAt: string | null;
  sentAt: string | null;
  confirmedAt: string | null;
  cancelledAt: string | null;
  cancelReason: string | null;
  requestedBy: string;
  approvedBy: string | null;
  sentBy: string | null;
  confirmedBy: string | null;
  seller: Seller;
  buyer: Buyer;
}

export type RefundRow = RefundFacts & Ref;

export const loadRefunds = (platform: Platform, ids: readonly number[]): Promise<RefundRow[]> =>
  platform.rows.byIds<RefundRow>(REFUND, ids);

export const insertRefunds = (platform: Platform, list: readonly RefundFacts[]): Promise<Ref[]> =>
  platform.rows.insert(REFUND, list as never);

export const updateRefunds = (
  platform: Platform,
  list: readonly ({ id: number } & Partial<RefundFacts>)[],
): Promise<number> => platform.rows.update(REFUND, list);

/** Refunds that stand, under way or done: their money is not there any more for anything else. */
export const standingRefunds = (
  platform: Platform,
  by: 'payment' | 'creditNote' | 'customer',
  ids: readonly number[],
) =>
  platform.rows.find<Pick<RefundFacts, 'payment' | 'creditNote' | 'customer' | 'amount' | 'state' | 'number'>>(
    REFUND,
    (query, column) => void query.whereIn(column(by), [...ids]).whereNot(column('state'), 'cancelled'),
    { fields: ['payment', 'creditNote', 'customer', 'amount', 'state', 'number'] },
  );

/** Credit notes that money may go back from, with their invoices. */
export const loadNotes = (platform: Platform, ids: readonly number[]) =>
  platform.rows.byIds<{
    number: string | null;
    state: string;
    customer: number;
    invoice: number;
    currency: string;
    total: bigint;
  }>(CREDIT_NOTE, ids, { fields: ['number', 'state', 'customer', 'invoice', 'currency', 'total'] });

/**
 * What can still go back of the money that came to invoices, by row id: cash and customer credit that stand on them,
 * but not what their own credit notes took off, less what went back by these notes. Tax that was withheld was paid to
 * the revenue office, not to us.
 */
export async function moneyOn(platform: Platform, invoices: readonly number[]): Promise<Map<number, bigint>> {
  const ids = [...new Set(invoices)];
  const notes = await platform.rows.find<{ invoice: number }>(
    CREDIT_NOTE,
    (query, column) => void query.whereIn(column('invoice'), ids),
    { fields: ['invoice'] },
  );
  const invoiceOf = new Map(notes.map((note) => [note.id, note.invoice]));
  const standing = await platform.rows.find<{
    invoice: number;
    creditNote: number | null;
    cash: bigint;
    credit: bigint;
  }>(ALLOCATION, (query, column) => void query.whereIn(column('invoice'), ids).where(column('undone'), false), {
    fields: ['invoice', 'creditNote', 'cash', 'credit'],
  });
  const back = await standingRefunds(
    platform,
    'creditNote',
    notes.map((note) => note.id),
  );
  return new Map(
    ids.map((id) => [
      id,
      sum(
        standing
          .filter((one) => one.invoice === id && invoiceOf.get(one.creditNote ?? 0) !== id)
          .map((one) => one.cash + one.credit),
      ) - sum(back.filter((one) => invoiceOf.get(one.creditNote ?? 0) === id).map((one) => one.amount)),
    ]),
  );
}

/** Who verified the slips behind refunds, by caller key: of the payment itself, or of what paid the credited invoice. */
export async function slipVerifiers(
  platform: Platform,
  sources: readonly { payment: number | null; invoice: number | null }[],
): Promise<Set<string>[]> {
  const invoices = sources.flatMap(({ invoice }) => invoice ?? []);
  const laid =
    invoices.length === 0
      ? []
      : await platform.rows.find<{ invoice: number; payment: number | null }>(
          ALLOCATION,
          (query, column) =>
            void query
              .whereIn(column('invoice'), invoices)
              .where(column('undone'), false)
              .whereNotNull(column('payment')),
          { fields: ['invoice', 'payment'] },
        );
  const of = ({ payment, invoice }: { payment: number | null; invoice: number | null }): number[] => [
    ...(payment === null ? [] : [payment]),
    ...laid.filter((one) => one.invoice === invoice).flatMap((one) => one.payment ?? []),
  ];
  const payments = await platform.rows.byIds<{ submittedAt: string | null; verifiedBy: string | null }>(
    PAYMENT,
    sources.flatMap(of),
    { fields: ['submittedAt', 'verifiedBy'] },
  );
  // Money that staff recorded themselves had no slip of a stranger's to be verified.
  const verifier = new Map(payments.flatMap((one) => (one.submittedAt ? [[one.id, one.verifiedBy ?? '']] : [])));
  return sources.map((source) => new Set(of(source).flatMap((id) => verifier.get(id) || [])));
}
