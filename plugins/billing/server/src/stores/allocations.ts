import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, ALLOCATION_LINE } from '../content-types/types';
import type { SettledInvoice } from '../domain/settlement';

/** One allocation to be written: from a payment, or from a credit note. */
export interface NewAllocation {
  settled: SettledInvoice;
  payment: number | null;
  creditNote: number | null;
  /** An advance that was taxed when it came: none of the other parts then. */
  deposit?: { id: number; tax: bigint };
  allocatedOn: string;
}

export async function writeAllocations(platform: Platform, list: readonly NewAllocation[]): Promise<void> {
  const { rows } = platform;
  const refs = await rows.insert(
    ALLOCATION,
    list.map(({ settled, payment, creditNote, deposit, allocatedOn }) => ({
      payment,
      creditNote,
      deposit: deposit?.id ?? null,
      depositedTax: deposit?.tax ?? 0n,
      deposited: deposit === undefined ? 0n : settled.allocation.amount,
      invoice: settled.invoice.id,
      customer: settled.invoice.customer,
      currency: settled.invoice.currency,
      allocatedOn,
      amount: settled.allocation.amount,
      cash: settled.allocation.cash,
      withheld: settled.allocation.withheld,
      deduction: settled.allocation.deduction,
      deductionReason: settled.allocation.deductionReason,
      deductionKind: settled.allocation.deductionKind,
      credit: settled.allocation.credit,
      writeOff: settled.allocation.writeOff,
      undone: false,
    })),
  );
  await rows.insert(
    ALLOCATION_LINE,
    list.flatMap(({ settled }, index) =>
      settled.parts.map(({ line, amount }) => ({ allocation: refs[index]?.id, invoiceLine: line.id, amount })),
    ),
  );
}

export interface AllocationRow {
  payment: number | null;
  creditNote: number | null;
  invoice: number;
  amount: bigint;
  cash: bigint;
  credit: bigint;
}

/** Allocations that stand, of payments or invoices. */
export const standingAllocations = (
  platform: Platform,
  by: 'payment' | 'invoice' | 'customer' | 'creditNote',
  ids: readonly number[],
) =>
  platform.rows.find<AllocationRow>(
    ALLOCATION,
    (query, column) => void query.whereIn(column(by), [...ids]).where(column('undone'), false),
    { fields: ['payment', 'creditNote', 'invoice', 'amount', 'cash', 'credit'] },
  );

export const undoAllocations = (platform: Platform, ids: readonly number[]): Promise<number> =>
  platform.rows.update(
    ALLOCATION,
    ids.map((id) => ({ id, undone: true, undoneOn: platform.clock.today(), undoneAt: platform.clock.now() })),
  );

/** What staff let go when money was laid on invoices, by row id: deducted with a reason, or given up as a difference. */
export async function letGoOn(platform: Platform, invoices: readonly number[]): Promise<Map<number, bigint>> {
  const letGo = new Map<number, bigint>();
  if (invoices.length === 0) return letGo;
  const standing = await platform.rows.find<{ invoice: number; deduction: bigint; writeOff: bigint }>(
    ALLOCATION,
    (query, column) => void query.whereIn(column('invoice'), [...invoices]).where(column('undone'), false),
    { fields: ['invoice', 'deduction', 'writeOff'] },
  );
  for (const { invoice, deduction, writeOff } of standing) {
    letGo.set(invoice, (letGo.get(invoice) ?? 0n) + deduction + writeOff);
  }
  return letGo;
}
