import { sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { CHEQUE, CHEQUE_LINE } from '../content-types/types';
import { type ChequeFacts, type ChequeLine, IN_HAND, lineTotal } from '../domain/cheque';
import type { BankAccount } from '../domain/rules';

export interface ChequeRow extends ChequeFacts, Ref {
  customer: number;
  bank: string;
  bankBranch: string | null;
  currency: string;
  amount: bigint;
  depositSlip: string | null;
  depositAccount: BankAccount | null;
  clearedOn: string | null;
  payment: number | null;
}

type LineRow = ChequeLine & Ref & { cheque: number };

export const loadCheques = (platform: Platform, ids: readonly number[]): Promise<ChequeRow[]> =>
  platform.rows.byIds<ChequeRow>(CHEQUE, ids);

export const chequesBy = (
  platform: Platform,
  by: 'payment' | 'depositSlip',
  values: readonly (number | string)[],
): Promise<ChequeRow[]> =>
  platform.rows.find<ChequeRow>(CHEQUE, (query, column) => void query.whereIn(column(by), [...values]));

export const linesOfCheques = (platform: Platform, cheques: readonly number[]): Promise<LineRow[]> =>
  platform.rows.find<ChequeLine & { cheque: number }>(
    CHEQUE_LINE,
    (query, column) =>
      void query
        .whereIn(column('cheque'), [...cheques])
        .orderBy(column('position'))
        .orderBy(column('id')),
  );

/** What cheques of customers that are not good yet are meant to pay. */
export async function linesInHand(platform: Platform, customers: readonly number[]) {
  const cheques = await platform.rows.find<{ customer: number }>(
    CHEQUE,
    (query, column) =>
      void query.whereIn(column('customer'), [...new Set(customers)]).whereIn(column('state'), [...IN_HAND]),
    { fields: ['customer'] },
  );
  const owner = new Map(cheques.map(({ id, customer }) => [id, customer]));
  const lines = await linesOfCheques(platform, [...owner.keys()]);
  return lines.map((line) => ({ ...line, customer: owner.get(line.cheque) ?? 0 }));
}

/** How much of what customers owe has a cheque in hand, by row id. */
export async function inHandOf(platform: Platform, customers: readonly number[]): Promise<Map<number, bigint>> {
  const lines = await linesInHand(platform, customers);
  return new Map(customers.map((id) => [id, sum(lines.filter((line) => line.customer === id).map(lineTotal))]));
}

/** Whether a customer gave this cheque before, unless it was given back. */
export const standingCheques = (platform: Platform, customers: readonly number[], keys: readonly string[]) =>
  platform.rows.find<{ customer: number; key: string }>(
    CHEQUE,
    (query, column) =>
      void query
        .whereIn(column('customer'), [...customers])
        .whereIn(column('key'), [...keys])
        .whereNot(column('state'), 'returned'),
    { fields: ['customer', 'key'] },
  );

export interface BouncedCheque {
  bouncedOn: string;
  payment: number | null;
}

/** Cheques of a customer that have bounced at some time. */
export const bouncedCheques = (platform: Platform, customer: number) =>
  platform.rows.find<BouncedCheque>(
    CHEQUE,
    (query, column) => void query.where(column('customer'), customer).whereNotNull(column('bouncedOn')),
    { fields: ['bouncedOn', 'payment'] },
  );

export interface NewCheque {
  customer: number;
  bank: string;
  bankBranch: string | null;
  number: string;
  key: string;
  chequeDate: string;
  currency: string;
  amount: bigint;
  receivedOn: string;
  note: string | null;
  lines: readonly ChequeLine[];
}

export async function writeCheques(platform: Platform, cheques: readonly NewCheque[]): Promise<Ref[]> {
  const { rows } = platform;
  const refs = await rows.insert(
    CHEQUE,
    cheques.map(({ lines: _, ...cheque }) => ({ ...cheque, state: 'received', receivedBy: platform.caller().key })),
  );
  await rows.insert(
    CHEQUE_LINE,
    cheques.flatMap(({ lines }, index) =>
      lines.map(({ invoice, cash, withheld, deduction, deductionReason, deductionKind }, place) => ({
        ...{ cheque: refs[index]?.id, position: place + 1, invoice, cash, withheld },
        ...{ deduction, deductionReason, deductionKind },
      })),
    ),
    { refs: false },
  );
  return refs;
}

/** Changes of one kind: each row with the same attributes. */
export const updateCheques = (
  platform: Platform,
  changes: readonly ({ id: number } & Record<string, unknown>)[],
): Promise<number> => platform.rows.update(CHEQUE, changes);
