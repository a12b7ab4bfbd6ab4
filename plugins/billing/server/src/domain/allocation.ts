import { min, sum } from '@sanya/strapi-plugin-platform/kernel';
import { type DeductionKind, deductionKind } from './deduction';

/** An open invoice as money finds it. */
export interface OpenInvoice {
  id: number;
  amountDue: bigint;
  dueDate: string;
  number: string;
}

/** How much of one payment goes to one invoice, by part. `amount` is what it settles: the sum of the parts. */
export interface Allocation {
  invoice: number;
  cash: bigint;
  withheld: bigint;
  deduction: bigint;
  deductionReason: string | null;
  /** Null where nothing was deducted. */
  deductionKind: DeductionKind | null;
  /** From what the customer has over from before. */
  credit: bigint;
  /** A rest within the tolerance, given up so that a satang never keeps an invoice open. */
  writeOff: bigint;
  amount: bigint;
}

/** What somebody asked for. Absent parts are 0. */
export interface WantedAllocation {
  invoice: number;
  cash: bigint;
  withheld?: bigint;
  deduction?: bigint;
  deductionReason?: string | null;
  /** Absent: as the reason says. */
  deductionKind?: DeductionKind | null;
  /** What was deducted for paying early and came too late: it is owed, but what was withheld was withheld of it too. */
  late?: bigint;
  credit?: bigint;
}

export type AllocationProblem =
  | { problem: 'more_than_due'; index: number; amount: bigint; due: bigint }
  | { problem: 'more_than_paid'; cash: bigint; allocated: bigint }
  | { problem: 'nothing'; index: number }
  | { problem: 'twice'; index: number };

export interface Allocated {
  allocations: Allocation[];
  /** Cash that no invoice takes: customer credit. */
  rest: bigint;
}

/** Oldest due first; of one day the one issued first. */
export const oldestFirst = (a: OpenInvoice, b: OpenInvoice): number =>
  a.dueDate === b.dueDate ? a.id - b.id : a.dueDate < b.dueDate ? -1 : 1;

function complete(wanted: WantedAllocation, due: bigint, tolerance: bigint): Allocation {
  const { cash, withheld = 0n, deduction = 0n, credit = 0n } = wanted;
  const settled = cash + withheld + deduction + credit;
  const left = due - settled;
  // Never more given up than was paid: or a large tolerance would settle a small invoice by itself.
  const writeOff = left > 0n && left <= tolerance && left < settled ? left : 0n;
  return {
    invoice: wanted.invoice,
    cash,
    withheld,
    deduction,
    deductionReason: wanted.deductionReason ?? null,
    deductionKind: deduction > 0n ? (wanted.deductionKind ?? deductionKind(wanted.deductionReason ?? null)) : null,
    credit,
    writeOff,
    amount: settled + writeOff,
  };
}

/** Lays cash on open invoices, oldest due first; the rest is customer credit. */
export function allocateOldestFirst(cash: bigint, invoices: readonly OpenInvoice[], tolerance: bigint): Allocated {
  const allocations: Allocation[] = [];
  let left = cash;
  for (const invoice of [...invoices].sort(oldestFirst)) {
    if (left === 0n) break;
    if (invoice.amountDue <= 0n) continue;
    const part = min(left, invoice.amountDue);
    allocations.push(complete({ invoice: invoice.id, cash: part }, invoice.amountDue, tolerance));
    left -= part;
  }
  return { allocations, rest: left };
}

/** Lays cash as somebody said; says what is wrong where it cannot be done so. */
export function allocateAsWanted(
  cash: bigint,
  wanted: readonly WantedAllocation[],
  invoices: readonly OpenInvoice[],
  tolerance: bigint,
): Allocated | AllocationProblem {
  const allocations: Allocation[] = [];
  const seen = new Set<number>();
  for (const [index, one] of wanted.entries()) {
    if (seen.has(one.invoice)) return { problem: 'twice', index };
    seen.add(one.invoice);
    const due = invoices.find((invoice) => invoice.id === one.invoice)?.amountDue ?? 0n;
    const settled = one.cash + (one.withheld ?? 0n) + (one.deduction ?? 0n) + (one.credit ?? 0n);
    if (settled <= 0n) return { problem: 'nothing', index };
    if (settled > due) return { problem: 'more_than_due', index, amount: settled, due };
    allocations.push(complete(one, due, tolerance));
  }
  const allocated = sum(allocations.map((one) => one.cash));
  if (allocated > cash) return { problem: 'more_than_paid', cash, allocated };
  return { allocations, rest: cash - allocated };
}
