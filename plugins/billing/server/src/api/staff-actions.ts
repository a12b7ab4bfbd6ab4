import { badInput, broken, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import { defineAction, type Platform, rowId, rowIds } from '@sanya/strapi-plugin-platform/kit';
import type { z } from 'zod';
import { BRANCH, CUSTOMER, INVOICE } from '../content-types/types';
import type { InvoiceDraft } from '../domain/invoice-draft';
import { applyCredits } from '../use-cases/apply-credit';
import { endInvoice } from '../use-cases/ask-to-end-invoices';
import { draftInvoices } from '../use-cases/draft-invoices';
import { issueDrafts } from '../use-cases/issue-drafts';
import { leftToTaxOf } from '../services/left-to-tax';
import { sendInvoices, sendPossible } from '../use-cases/send-invoices';
import { appliedCredit, invoice, sent, sentTogether } from './answers';
import { leftToTax } from './tax-answers';
import { because, creditUse, invoiceDraft, nothing, severalInvoices } from './shapes';
import { endedView } from './ended-view';
import { invoiceView } from './views';

async function draftOf(platform: Platform, input: z.output<typeof invoiceDraft>): Promise<InvoiceDraft> {
  return {
    ...input,
    currency: input.currency ?? (await platform.currency.own()),
    customer: await rowId(platform, CUSTOMER, input.customer, 'invoice.customer_unknown', 'customer'),
    branch: input.branch ? await rowId(platform, BRANCH, input.branch, 'invoice.branch_unknown', 'branch') : null,
    source: null,
    lines: input.lines.map((line, index) => {
      const quantity = parseQuantity(line.quantity);
      if (!quantity) throw badInput('invoice.quantity_not_positive', { field: `lines.${index}.quantity` });
      return {
        ...line,
        sourceLine: null,
        quantity,
        discount: line.discount ?? 0n,
        incomeKind: line.incomeKind ?? (line.kind === 'service' ? 'service' : 'goods'),
        derivation: { price: { origin: 'manual' as const } },
      };
    }),
  };
}

export const staffActions = [
  defineAction({
    name: 'draftInvoice',
    summary: 'Draft an invoice: no number until it is issued',
    staff: { method: 'POST', path: '/invoices', permission: 'invoice.draft' },
    graphql: 'none',
    input: invoiceDraft,
    output: invoice,
    status: 201,
    run: async ({ platform, input }) => {
      const [ref] = await draftInvoices(platform, [await draftOf(platform, input)]);
      return invoiceView(platform, ref?.id ?? 0);
    },
  }),
  defineAction({
    name: 'issueInvoice',
    summary: 'Issue a drafted invoice: number, frozen parties, mail',
    subject: INVOICE,
    staff: { method: 'POST', path: '/invoices/:id/issue', permission: 'invoice.issue' },
    graphql: 'none',
    input: nothing,
    output: invoice,
    run: async ({ platform, subject }) => {
      await issueDrafts(platform, [subject.id]);
      return invoiceView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'voidInvoice',
    summary: 'Void an open invoice that nothing was paid on and no tax document names; above a limit it is asked for',
    subject: INVOICE,
    staff: { method: 'POST', path: '/invoices/:id/void', permission: 'invoice.void' },
    graphql: 'none',
    input: because,
    output: invoice,
    run: async ({ platform, subject, input }) => {
      const approval = await endInvoice(platform, 'void', subject.id, input.reason);
      return endedView(platform, subject.id, approval);
    },
  }),
  defineAction({
    name: 'writeOffInvoice',
    summary: 'Give an open invoice up as uncollectible; above a limit it is asked for',
    subject: INVOICE,
    staff: { method: 'POST', path: '/invoices/:id/write-off', permission: 'invoice.write-off' },
    graphql: 'none',
    input: because,
    output: invoice,
    run: async ({ platform, subject, input }) => {
      const approval = await endInvoice(platform, 'write-off', subject.id, input.reason);
      return endedView(platform, subject.id, approval);
    },
  }),
  defineAction({
    name: 'sendInvoice',
    summary: 'Send an invoice by mail again',
    subject: INVOICE,
    staff: { method: 'POST', path: '/invoices/:id/send', permission: 'invoice.send' },
    graphql: 'none',
    input: nothing,
    output: sent,
    run: async ({ platform, subject }) => (await sendInvoices(platform, [subject.id]))[0],
  }),
  defineAction({
    name: 'sendInvoices',
    summary: 'Send several invoices by mail again; the answer says which could not be sent, and why',
    staff: { method: 'POST', path: '/invoices/send', permission: 'invoice.send' },
    graphql: 'none',
    input: severalInvoices,
    output: sentTogether,
    run: async ({ platform, caller, input }) => {
      const ids = await rowIds(platform, INVOICE, input.invoices, 'invoice.unknown', (index) => `invoices.${index}`);
      const told = await sendPossible(platform, ids);
      return {
        sent: told.flatMap(({ documentId, number, to }) => (to === null ? [] : [{ documentId, number, to }])),
        left: told.flatMap(({ documentId, number, refusal }) =>
          refusal
            ? [
                {
                  documentId,
                  number,
                  code: refusal.code,
                  message: platform.messages.say(caller.language, refusal.code, refusal.params),
                },
              ]
            : [],
        ),
      };
    },
  }),
  defineAction({
    name: 'taxableLines',
    summary: 'What a tax invoice issued early, today, would tax of an invoice: no lines where nothing is left',
    subject: INVOICE,
    staff: { method: 'GET', path: '/invoices/:id/left-to-tax', permission: 'tax-invoice.issue-early' },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: leftToTax,
    run: ({ platform, subject }) => leftToTaxOf(platform, subject.id),
  }),
  defineAction({
    name: 'useCustomerCredit',
    summary: 'Lay what a customer has over on open invoices, oldest due first or as named',
    subject: CUSTOMER,
    staff: { method: 'POST', path: '/customers/:id/use-credit', permission: 'payment.record' },
    graphql: 'none',
    input: creditUse,
    output: appliedCredit,
    run: async ({ platform, subject, input }) => {
      const named =
        input.invoices &&
        (await rowIds(platform, INVOICE, input.invoices, 'allocation.invoice_unknown', (index) => `invoices.${index}`));
      const [used] = await applyCredits(platform, [{ customer: subject.id, invoices: named }]);
      const { applied = 0n, left = 0n, invoices = [] } = used ?? {};
      if (applied + left === 0n) throw broken('credit.none_left');
      return {
        applied,
        invoices: invoices.map(({ documentId, number, amountDue, state }) => ({
          documentId,
          number,
          amountDue,
          state,
        })),
      };
    },
  }),
];
