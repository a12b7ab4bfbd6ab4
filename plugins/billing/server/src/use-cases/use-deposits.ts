import { badInput, broken, conflict, moneyParam, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { applyAdvance, ended, heldOf, taxIn } from '../domain/deposit';
import { DEPOSIT, INVOICE } from '../content-types/types';
import type { RefundAccount } from '../domain/refund';
import { undoAllocations, writeAllocations } from '../stores/allocations';
import { applications, endDeposit } from '../stores/deposits';
import { writeBalances } from '../stores/invoice-facts';
import { readRules } from '../stores/settings';
import { creditInvoices } from './credit-invoices';
import { issueInvoices } from './issue-invoices';
import { depositEvent, lockedDeposit } from './locked-deposit';
import { paidEvent } from './settle-payments';

export interface DepositUse {
  deposit: number;
  /** Row id of the final invoice. */
  invoice: number;
  /** As much as there is and fits when absent. */
  amount?: bigint;
}

/**
 * Lays a deposit on a final invoice. An advance was taxed when it came: so much of the invoice is neither owed nor taxed
 * again. A security was not, nor an advance that nobody taxed: it pays the invoice like money that comes today.
 */
export const applyDeposit = (platform: Platform, { deposit: id, invoice, amount }: DepositUse): Promise<bigint> =>
  platform.transaction(async () => {
    const { deposit, own, invoices } = await lockedDeposit(platform, id, [invoice]);
    const target = invoices.get(invoice);
    if (!target) throw notFound('allocation.invoice_unknown', { field: 'invoice' });
    if (deposit.kind !== 'advance') {
      const held = heldOf(deposit);
      const used = amount ?? (held < target.amountDue ? held : target.amountDue);
      if (held === 0n) throw broken('deposit.nothing_held');
      if (target.id === own.id) throw badInput('deposit.own_invoice', { field: 'invoice' });
      if (used > held) {
        throw conflict('deposit.too_much', {
          field: 'amount',
          params: {
            ...{ amount: moneyParam(used, own.currency), most: moneyParam(held, own.currency) },
            invoice: target.number,
          },
        });
      }
      await creditSecurity(platform, own, used, target.id, target.number);
      await platform.events.record([depositEvent(deposit, 'applied', { invoice: target.number, amount: used })]);
      return used;
    }
    const settled = applyAdvance(deposit, own, target, amount);
    const on = platform.clock.today();
    await writeAllocations(platform, [
      {
        settled,
        payment: null,
        creditNote: null,
        deposit: { id: deposit.id, tax: taxIn(deposit, own, settled.allocation.amount) },
        allocatedOn: on,
      },
    ]);
    await writeBalances(platform, [settled.invoice]);
    await platform.events.record([
      depositEvent(deposit, 'applied', { invoice: target.number, amount: settled.allocation.amount }),
      ...paidEvent(settled.invoice, target),
    ]);
    return settled.allocation.amount;
  });

type Own = Awaited<ReturnType<typeof lockedDeposit>>['own'];

/** A security turns into money on another invoice: its own is credited by so much, outside of VAT as it was. */
async function creditSecurity(platform: Platform, own: Own, amount: bigint, invoice: number, number: string) {
  await creditInvoices(platform, [
    {
      ...{ invoice: own.id, cause: 'advance_returned', reason: number },
      lines: [{ line: own.lines[0]?.id ?? 0, amount }],
      settle: [{ how: 'offset', amount, invoice }],
    },
  ]);
}

/** Takes an advance off an invoice again: what it had settled is owed, and taxed when it is paid. */
export const releaseDeposit = (
  platform: Platform,
  { deposit: id, invoice, reason }: { deposit: number; invoice: number; reason: string },
): Promise<void> =>
  platform.transaction(async () => {
    const { deposit, invoices } = await lockedDeposit(platform, id, [invoice]);
    const target = invoices.get(invoice);
    const laid = (await applications(platform, 'deposit', [id])).filter((one) => one.invoice === invoice);
    if (!target || laid.length === 0) throw notFound('deposit.not_applied', { field: 'invoice' });
    await undoAllocations(
      platform,
      laid.map((one) => one.id),
    );
    const amount = sum(laid.map((one) => one.amount));
    const after = {
      ...target,
      amountDue: target.amountDue + amount,
      state: target.state === 'paid' ? ('open' as const) : target.state,
    };
    await writeBalances(platform, [after]);
    await platform.events.record([
      depositEvent(deposit, 'released', { invoice: target.number, amount, reason }),
      {
        name: target.state === 'paid' ? 'invoice.reopened' : 'invoice.owed_more',
        subject: { type: INVOICE, id: target.id, documentId: target.documentId },
        customer: target.customer,
        before: { state: target.state, amountDue: target.amountDue },
        after: { number: target.number, state: after.state, amountDue: after.amountDue },
      },
    ]);
  });

export interface DepositReturn {
  deposit: number;
  reason: string;
  /** Paid back, or kept as the customer's credit. */
  how: 'refund' | 'credit';
  account?: RefundAccount | null;
}

/** What is left of a deposit goes back: by a credit note, that corrects the tax invoices of an advance. */
export const returnDeposit = (platform: Platform, wish: DepositReturn): Promise<void> =>
  platform.transaction(async () => {
    const { deposit, own } = await lockedDeposit(platform, wish.deposit);
    const state = ended(deposit, 'return');
    const left = own.total - deposit.credited - deposit.applied;
    await creditInvoices(platform, [
      {
        ...{ invoice: own.id, cause: 'advance_returned', reason: wish.reason, account: wish.account },
        lines: [{ line: own.lines[0]?.id ?? 0, amount: left }],
        settle: [{ how: 'offset' }, { how: wish.how }],
      },
    ]);
    await endDeposit(platform, deposit.id, { state, endReason: wish.reason });
    await platform.events.record([depositEvent(deposit, 'returned', { amount: heldOf(deposit), reason: wish.reason })]);
  });

/**
 * What is left of a deposit stays with the company. An advance was taxed when it came. A security becomes income now, on
 * an invoice with the tax category of the settings, VAT inside; an advance that nobody taxed yet, with VAT.
 */
export const forfeitDeposit = (
  platform: Platform,
  { deposit: id, reason }: { deposit: number; reason: string },
): Promise<void> =>
  platform.transaction(async () => {
    const { deposit, own } = await lockedDeposit(platform, id);
    const state = ended(deposit, 'forfeit');
    const amount = heldOf(deposit);
    if (deposit.kind !== 'advance') {
      const { forfeitTaxCategory, categories } = await readRules(platform);
      const standard = categories.find(({ treatment }) => treatment === 'rated')?.code;
      const taxCategory = (deposit.kind === 'untaxed_advance' && standard) || forfeitTaxCategory;
      const [invoice] = await issueInvoices(platform, [
        {
          ...{ customer: deposit.customer, branch: own.branch, currency: own.currency, pricesIncludeTax: true },
          ...{ corrects: true, send: false },
          source: { type: DEPOSIT, id: deposit.id, documentId: deposit.documentId, number: own.number },
          lines: [
            {
              ...{ sourceLine: null, description: reason, kind: 'service', quantity: 1000n, unit: '', discount: 0n },
              ...{ unitPrice: amount, taxCategory, incomeKind: null },
              derivation: { price: { origin: 'manual' } },
            },
          ],
        },
      ]);
      if (invoice) await creditSecurity(platform, own, amount, invoice.id, invoice.number);
    }
    await endDeposit(platform, deposit.id, { state, endReason: reason });
    await platform.events.record([depositEvent(deposit, 'forfeited', { amount, reason })]);
  });
