import type { Core } from '@strapi/types';
import { platform as platformOf, type Ref } from '@sanya/strapi-plugin-platform/kit';
import type { InvoiceAmounts } from '../domain/invoice-amounts';
import { isVoidable } from '../domain/invoice-changes';
import type { InvoiceDraft } from '../domain/invoice-draft';
import { planLines } from '../domain/issue-invoice';
import type { InvoiceFacts } from '../domain/settlement';
import { type Account, readAccount } from '../stores/accounts';
import { loadInvoices } from '../stores/invoice-facts';
import { readRules } from '../stores/settings';
import { voidInvoices } from '../use-cases/change-invoices';
import { creditInvoices, type CreditWish, type IssuedCreditNote } from '../use-cases/credit-invoices';
import { debitInvoices, type DebitWish, type IssuedDebitNote } from '../use-cases/debit-invoices';
import { foreseeInvoices, type Foreseen } from '../use-cases/foresee-invoices';
import { issueInvoices, type IssuedInvoice } from '../use-cases/issue-invoices';
import { type HandOver, handOver } from '../use-cases/issue-tax-invoices';
import { creditableLeft } from './creditable';
import { offeredBy, type Offering } from '../stores/offers';
import { type InvoiceWayBack, waysBack } from './ways-back';

/** Billing's face to later plugins. Lists in, lists out; each call is one transaction, or part of the one under way. */
export interface Invoicing {
  /** What a draft would come to today, without writing anything. */
  plan(draft: Pick<InvoiceDraft, 'lines' | 'currency' | 'pricesIncludeTax' | 'issuedOn'>): Promise<InvoiceAmounts>;
  /** What `issue` would make of each today, or why it would refuse it: locks nothing and writes nothing. */
  foresee(drafts: readonly InvoiceDraft[]): Promise<Foreseen[]>;
  issue(drafts: readonly InvoiceDraft[]): Promise<IssuedInvoice[]>;
  void(ids: readonly number[], reason: string): Promise<InvoiceFacts[]>;
  /** Which of these nothing has come of yet: `void` takes them. */
  voidable(ids: readonly number[]): Promise<number[]>;
  /** Tax invoices of the goods handed over that were not taxed yet; none for what was. */
  handOver(handOvers: readonly HandOver[]): Promise<(Ref & { number: string; invoice: number; total: bigint })[]>;
  creditWhole(wishes: readonly Omit<CreditWish, 'lines'>[]): Promise<IssuedCreditNote[]>;
  /** Whole or by lines; never above what is left of a line. */
  credit(wishes: readonly CreditWish[]): Promise<IssuedCreditNote[]>;
  /** How much of their lines `credit` would still take, VAT included. */
  creditableLeft(invoices: readonly number[]): Promise<{ line: number; left: bigint }[]>;
  /** How invoices that should not have been are taken back: by `void`, by `credit`, or by a person. */
  waysBack(invoices: readonly number[]): Promise<InvoiceWayBack[]>;
  /** Charges what was charged too little: debit notes, each with an invoice over its difference. */
  debit(wishes: readonly DebitWish[]): Promise<IssuedDebitNote[]>;
  /** How a customer stands today: due, overdue, credit. */
  account(customer: number): Promise<Account>;
  /** Which invoices only offer something, so that nobody owes them before somebody takes them. Said once, at register. */
  offeredBy(offering: Offering): void;
}

export const invoicing = ({ strapi }: { strapi: Core.Strapi }): Invoicing => {
  const platform = () => platformOf(strapi);
  return {
    async plan(draft) {
      const rules = await readRules(platform());
      return planLines(draft, rules, draft.issuedOn ?? platform().clock.today()).amounts;
    },
    foresee: (drafts) => foreseeInvoices(platform(), drafts),
    issue: (drafts) => issueInvoices(platform(), drafts),
    void: (ids, reason) => voidInvoices(platform(), ids, reason),
    voidable: async (ids) => [...(await loadInvoices(platform(), ids)).values()].filter(isVoidable).map(({ id }) => id),
    async handOver(handOvers) {
      const written = await handOver(platform(), handOvers);
      return written.map(({ id, documentId, number, plan }) => ({
        id,
        documentId,
        number,
        invoice: plan.invoice.id,
        total: plan.lines.reduce((total, line) => total + line.total, 0n),
      }));
    },
    creditWhole: (wishes) => creditInvoices(platform(), wishes),
    credit: (wishes) => creditInvoices(platform(), wishes),
    creditableLeft: (invoices) => creditableLeft(platform(), invoices),
    waysBack: (invoices) => waysBack(platform(), invoices),
    debit: (wishes) => debitInvoices(platform(), wishes),
    account: (customer) => readAccount(platform(), customer, platform().clock.today()),
    offeredBy: (offering) => offeredBy(platform(), offering),
  };
};
