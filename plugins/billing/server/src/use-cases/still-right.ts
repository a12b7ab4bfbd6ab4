import { broken, conflict, moneyParam, next, type Refusal } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, PAYMENT } from '../content-types/types';
import type { WantedAllocation } from '../domain/allocation';
import { type InvoiceState, type PaymentState, statementLineLife } from '../domain/lives';
import { takesMoney } from '../domain/takes-money';
import type { LineFacts } from '../stores/statement-lines';

/** What the money of one line is said to be. Row ids. */
export interface Application {
  line: number;
  how:
    | { kind: 'invoices'; customer: number; allocations: readonly WantedAllocation[] }
    /** Oldest due first; what is over is customer credit. */
    | { kind: 'account'; customer: number }
    /** A slip that waits is verified; money recorded by hand is only found on the statement. */
    | { kind: 'slip' | 'recorded'; customer: number; payment: number };
}

/** A line under lock, with the name of its bank. */
export type Money = Application & { facts: LineFacts; bank: string | null };

/** What has changed since it was proposed, in the order given: money promised to the line before counts too. */
export async function stillRight(platform: Platform, list: readonly Money[]): Promise<Map<number, Refusal>> {
  const refused = new Map<number, Refusal>();
  const invoices = new Map(
    (
      await platform.rows.byIds<{ number: string; state: InvoiceState; amountDue: bigint; currency: string }>(
        INVOICE,
        list.flatMap(({ how }) => (how.kind === 'invoices' ? how.allocations.map(({ invoice }) => invoice) : [])),
        { fields: ['number', 'state', 'amountDue', 'currency'] },
      )
    ).map((invoice) => [invoice.id, invoice]),
  );
  const payments = new Map(
    (
      await platform.rows.byIds<{ state: PaymentState; statementLine: number | null; amount: bigint }>(
        PAYMENT,
        list.flatMap(({ how }) => (how.kind === 'slip' || how.kind === 'recorded' ? how.payment : [])),
        { fields: ['state', 'statementLine', 'amount'], lock: 'wait' },
      )
    ).map((payment) => [payment.id, payment]),
  );
  const taken = new Set<number>();
  const problemOf = ({ facts, how }: Money): Refusal | undefined => {
    if (next(statementLineLife, facts.state, 'apply') === undefined) {
      return conflict('statement.line_not_free', {
        params: { row: facts.row, state: { words: [`statement.state.${facts.state}`] } },
      });
    }
    if (how.kind === 'account') return undefined;
    if (how.kind === 'invoices') {
      for (const { invoice: id, cash, withheld = 0n, deduction = 0n } of how.allocations) {
        const invoice = invoices.get(id);
        const asked = cash + withheld + deduction;
        if (invoice && takesMoney(invoice.state) && invoice.amountDue >= asked) continue;
        return conflict('statement.invoice_moved_on', {
          params: {
            invoice: invoice?.number ?? '',
            due: moneyParam(invoice && takesMoney(invoice.state) ? invoice.amountDue : 0n, facts.currency),
          },
        });
      }
      for (const { invoice: id, cash, withheld = 0n, deduction = 0n } of how.allocations) {
        const invoice = invoices.get(id);
        if (invoice) invoices.set(id, { ...invoice, amountDue: invoice.amountDue - cash - withheld - deduction });
      }
      return undefined;
    }
    const payment = payments.get(how.payment);
    const waits = payment?.state === (how.kind === 'slip' ? 'submitted' : 'succeeded');
    if (!payment || !waits || payment.statementLine !== null || taken.has(how.payment)) {
      return conflict('statement.payment_moved_on');
    }
    if (payment.amount !== facts.amount) return broken('statement.payment_of_other_amount');
    taken.add(how.payment);
    return undefined;
  };
  for (const one of list) {
    const refusal = problemOf(one);
    if (refusal) refused.set(one.line, refusal);
  }
  return refused;
}
