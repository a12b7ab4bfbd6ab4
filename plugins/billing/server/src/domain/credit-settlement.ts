import { badInput, conflict, min, moneyParam, notFound, spread, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Allocation } from './allocation';
import type { CreditPlan } from './credit-invoice';
import type { BillingRules } from './rules';
import { type InvoiceFacts, type SettledInvoice, settleInvoice } from './settlement';

/** Where somebody wants a part of a credit to go. Without an amount: as much as there is left and as fits. */
export interface SettleWish {
  how: 'offset' | 'credit' | 'refund';
  amount?: bigint;
  /** Row id of another open invoice of the customer; absent: the credited invoice itself. */
  invoice?: number;
}

/** Where a part of a credit goes. `invoice` null: it stays the customer's credit, or goes back. */
export interface SettlePart {
  how: 'offset' | 'credit' | 'refund';
  amount: bigint;
  invoice: InvoiceFacts | null;
}

const OWN_FIRST: readonly SettleWish[] = [{ how: 'offset' }];

/**
 * Where a credit goes: onto the open amount of the invoice itself unless told otherwise; what no part takes is customer
 * credit.
 * @param invoices as they stand, the credited one and those that the wishes name
 * @param paid what of the money that came to the credited invoice can still go back
 */
export function settleParts(
  { invoice, total }: CreditPlan,
  wishes: readonly SettleWish[] | undefined,
  invoices: ReadonlyMap<number, InvoiceFacts>,
  paid = 0n,
): SettlePart[] {
  const parts: SettlePart[] = [];
  let back = paid;
  const seen = new Set<number>();
  let left = total;
  for (const [index, { how, amount: wanted, invoice: named }] of (wishes?.length ? wishes : OWN_FIRST).entries()) {
    const at = `settle.${index}`;
    if (wanted !== undefined && wanted > left) {
      throw badInput('credit_note.settle_too_much', {
        field: `${at}.amount`,
        params: { amount: moneyParam(wanted, invoice.currency), left: moneyParam(left, invoice.currency) },
      });
    }
    if (how !== 'offset') {
      if (named !== undefined) throw badInput('credit_note.credit_names_invoice', { field: `${at}.invoice` });
      if (how === 'refund' && (wanted ?? 1n) > back) {
        throw conflict('credit_note.refund_too_much', {
          field: `${at}.amount`,
          params: { paid: moneyParam(back, invoice.currency), invoice: invoice.number },
        });
      }
      const amount = wanted ?? (how === 'refund' ? min(left, back) : left);
      if (how === 'refund') back -= amount;
      if (amount > 0n) parts.push({ how, amount, invoice: null });
      left -= amount;
      continue;
    }
    const target = invoices.get(named ?? invoice.id);
    if (!target || target.customer !== invoice.customer) {
      throw notFound('allocation.invoice_unknown', { field: `${at}.invoice` });
    }
    if (seen.has(target.id)) throw badInput('allocation.twice', { field: `${at}.invoice` });
    seen.add(target.id);
    if (target.id !== invoice.id && target.state !== 'open') {
      throw conflict('allocation.invoice_not_open', {
        field: `${at}.invoice`,
        params: { invoice: target.number, state: target.state },
      });
    }
    if (wanted !== undefined && wanted > target.amountDue) {
      throw conflict('credit_note.offset_too_much', {
        field: `${at}.amount`,
        params: {
          amount: moneyParam(wanted, invoice.currency),
          invoice: target.number,
          due: moneyParam(target.amountDue, invoice.currency),
        },
      });
    }
    const amount = wanted ?? min(left, target.amountDue);
    if (amount > 0n) parts.push({ how, amount, invoice: target });
    left -= amount;
  }
  return left > 0n ? [...parts, { how: 'credit', amount: left, invoice: null }] : parts;
}

/** An allocation that is all from credit. */
export const creditAllocation = (invoice: number, amount: bigint): Allocation => ({
  invoice,
  cash: 0n,
  withheld: 0n,
  deduction: 0n,
  deductionReason: null,
  deductionKind: null,
  credit: amount,
  writeOff: 0n,
  amount,
});

/** The invoice with what a credit took off it outside of tax documents: that is never taxed any more. */
export function withAdjustments(invoice: InvoiceFacts, { lines }: CreditPlan): InvoiceFacts {
  return {
    ...invoice,
    lines: invoice.lines.map((line) => {
      const own = lines.filter((one) => one.line.id === line.id && one.document === null);
      return {
        ...line,
        adjusted: line.adjusted + sum(own.map((one) => one.total)),
        adjustedTax: line.adjustedTax + sum(own.map((one) => one.tax)),
      };
    }),
  };
}

/** What was given up stays so while something of it is open. */
const stateAfter = ({ state }: InvoiceFacts, amountDue: bigint): InvoiceFacts['state'] =>
  amountDue === 0n ? 'paid' : state;

/** What a credit note took off lines of its invoice. */
export interface CreditedLine {
  line: { id: number };
  total: bigint;
}

/** Lays a part of a credit on the lines that are credited, as far as they are open: no tax point, nothing was paid. */
export function chargeLess(credited: readonly CreditedLine[], invoice: InvoiceFacts, amount: bigint): SettledInvoice {
  const open = invoice.lines.map((line) => {
    const own = sum(credited.filter((one) => one.line.id === line.id).map((one) => one.total));
    return min(own, line.total - line.paid);
  });
  const charged = min(amount, sum(open));
  const parts = charged > 0n ? spread(charged, open) : open.map(() => 0n);
  const amountDue = invoice.amountDue - charged;
  return {
    invoice: {
      ...invoice,
      amountDue,
      state: stateAfter(invoice, amountDue),
      lines: invoice.lines.map((line, index) => ({ ...line, paid: line.paid + (parts[index] ?? 0n) })),
    },
    allocation: creditAllocation(invoice.id, charged),
    parts: invoice.lines.flatMap((line, index) => {
      const part = parts[index] ?? 0n;
      return part > 0n ? [{ line, amount: part }] : [];
    }),
    taxed: [],
    plain: [],
  };
}

/**
 * Lays a part of a credit on the credited invoice itself. On the lines that are credited less is charged; what goes on to
 * other lines pays them, and services reach their tax point by it.
 */
export function offsetOwn(
  plan: CreditPlan,
  invoice: InvoiceFacts,
  amount: bigint,
  on: string,
  rules: BillingRules,
): SettledInvoice[] {
  const adjustment = chargeLess(plan.lines, invoice, amount);
  const charged = adjustment.allocation.amount;
  const rest = amount - charged;
  if (rest === 0n) return [adjustment];
  const paid = settleInvoice(adjustment.invoice, creditAllocation(invoice.id, rest), on, rules);
  const settled = { ...paid, invoice: { ...paid.invoice, state: stateAfter(invoice, paid.invoice.amountDue) } };
  return charged > 0n ? [adjustment, settled] : [settled];
}
