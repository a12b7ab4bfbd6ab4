import type { Core } from '@strapi/types';
import { platform as platformOf } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../content-types/types';
import { proposalFor } from '../domain/settlement';
import { type PayerKind, type Withheld, withheldTotal } from '../domain/withholding';
import { loadInvoices } from '../stores/invoice-facts';
import { readRules } from '../stores/settings';
import { type NewPayment, recordPayments } from '../use-cases/record-payments';
import { rejectPayments } from '../use-cases/reject-payments';
import { type ReversalWish, reversePayments } from '../use-cases/reverse-payments';
import { type SubmittedPayment, submitPayments } from '../use-cases/submit-payments';
import { type Verification, verifyPayments } from '../use-cases/verify-payments';

/** What an invoice still asks for, and how much of it its payer is to withhold. */
export interface Due {
  invoice: number;
  amountDue: bigint;
  withheld: bigint;
  kinds: readonly Withheld[];
}

/** Money coming in, for later plugins and the host. Each takes a list and is one transaction. */
export const payments = ({ strapi }: { strapi: Core.Strapi }) => {
  const platform = () => platformOf(strapi);
  return {
    /** Of open invoices, by row id; those that are not open are left out. */
    async dues(invoices: readonly number[]): Promise<Due[]> {
      const rules = await readRules(platform());
      const open = [...(await loadInvoices(platform(), invoices)).values()].filter(({ state }) => state === 'open');
      const owners = open.map((invoice) => invoice.customer);
      const rows = await platform().rows.byIds<{ kind: PayerKind }>(CUSTOMER, owners, { fields: ['kind'] });
      const kindOf = new Map(rows.map((row) => [row.id, row.kind]));
      return open.map((invoice) => {
        const kinds = proposalFor(invoice, invoice.amountDue, kindOf.get(invoice.customer) ?? 'person', rules);
        return { invoice: invoice.id, amountDue: invoice.amountDue, withheld: withheldTotal(kinds), kinds };
      });
    },
    record: (list: readonly NewPayment[]) => recordPayments(platform(), list),
    submit: (list: readonly SubmittedPayment[]) => submitPayments(platform(), list),
    verify: (list: readonly Verification[]) => verifyPayments(platform(), list),
    reject: (list: readonly { payment: number; reason: string }[]) => rejectPayments(platform(), list),
    reverse: (list: readonly ReversalWish[]) => reversePayments(platform(), list),
  };
};

export type PaymentsService = ReturnType<typeof payments>;
