import { sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, CREDIT_NOTE, DEPOSIT, INVOICE } from '../content-types/types';
import type { DepositFacts, DepositKind, DepositState } from '../domain/deposit';

interface Row {
  kind: DepositKind;
  state: DepositState;
  customer: number;
  invoice: number;
  currency: string;
}

/** What is laid on final invoices of deposits, by deposit or by invoice. */
export const applications = (platform: Platform, by: 'deposit' | 'invoice', ids: readonly number[]) =>
  platform.rows.find<{ deposit: number; invoice: number; amount: bigint; depositedTax: bigint }>(
    ALLOCATION,
    (query, column) =>
      void query
        .whereIn(column(by), [...ids])
        .whereNotNull(column('deposit'))
        .where(column('undone'), false),
    { fields: ['deposit', 'invoice', 'amount', 'depositedTax'] },
  );

/** Deposits with how they stand, by themselves, by their customers or by the invoices that asked for them. */
export async function loadDeposits(
  platform: Platform,
  by: 'id' | 'customer' | 'invoice',
  ids: readonly number[],
): Promise<DepositFacts[]> {
  const { rows } = platform;
  const deposits = await rows.find<Row>(DEPOSIT, (query, column) => void query.whereIn(column(by), [...ids]), {
    fields: ['kind', 'state', 'customer', 'invoice', 'currency'],
  });
  if (deposits.length === 0) return [];
  const invoices = deposits.map(({ invoice }) => invoice);
  const notes = await rows.find<{ invoice: number; total: bigint }>(
    CREDIT_NOTE,
    (query, column) => void query.whereIn(column('invoice'), invoices).where(column('state'), 'issued'),
    { fields: ['invoice', 'total'] },
  );
  const invoiceOf = new Map(notes.map(({ id, invoice }) => [id, invoice]));
  const laid = await rows.find<{ invoice: number; creditNote: number | null; amount: bigint }>(
    ALLOCATION,
    (query, column) => void query.whereIn(column('invoice'), invoices).where(column('undone'), false),
    { fields: ['invoice', 'creditNote', 'amount'] },
  );
  const applied = await applications(
    platform,
    'deposit',
    deposits.map(({ id }) => id),
  );
  return deposits.map((deposit) => {
    const own = laid.filter(({ invoice }) => invoice === deposit.invoice);
    // What its own credit note took off it is neither money that came nor money that went back.
    const offset = own.filter(({ creditNote }) => invoiceOf.get(creditNote ?? 0) === deposit.invoice);
    const used = applied.filter((one) => one.deposit === deposit.id);
    const credited = notes.filter(({ invoice }) => invoice === deposit.invoice).map(({ total }) => total);
    return {
      ...deposit,
      paid: sum(own.map(({ amount }) => amount)) - sum(offset.map(({ amount }) => amount)),
      credited: sum(credited) - sum(offset.map(({ amount }) => amount)),
      applied: sum(used.map(({ amount }) => amount)),
      appliedTax: sum(used.map(({ depositedTax }) => depositedTax)),
    };
  });
}

export const writeDeposits = (
  platform: Platform,
  list: readonly (Omit<Row, 'state'> & { description: string })[],
): Promise<Ref[]> =>
  platform.rows.insert(
    DEPOSIT,
    list.map((row) => ({ ...row, state: 'open', askedAt: platform.clock.now() })),
  );

export const endDeposit = (
  platform: Platform,
  id: number,
  change: { state: DepositState; endReason: string },
): Promise<number> => platform.rows.update(DEPOSIT, [{ id, ...change, endedOn: platform.clock.today() }]);

/** Deposits that were laid on invoices, with the number of the invoice that asked for each. */
export async function depositsOn(
  platform: Platform,
  invoice: number,
): Promise<{ number: string; amount: bigint; tax: bigint }[]> {
  const laid = await applications(platform, 'invoice', [invoice]);
  const deposits = await platform.rows.byIds<{ invoice: number }>(
    DEPOSIT,
    laid.map(({ deposit }) => deposit),
    { fields: ['invoice'] },
  );
  const asked = await platform.rows.byIds<{ number: string }>(
    INVOICE,
    deposits.map((deposit) => deposit.invoice),
    { fields: ['number'] },
  );
  const askedBy = new Map(deposits.map(({ id, invoice: own }) => [id, asked.find((one) => one.id === own)?.number]));
  return laid.map(({ deposit, amount, depositedTax }) => ({
    ...{ number: askedBy.get(deposit) ?? '', amount, tax: depositedTax },
  }));
}
