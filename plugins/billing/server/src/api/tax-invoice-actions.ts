import { defineAction, rowId } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE, TAX_INVOICE } from '../content-types/types';
import { issueEarly } from '../use-cases/issue-tax-invoices';
import { printDocuments } from '../use-cases/print-documents';
import { cancelTaxInvoices, replaceTaxInvoices } from '../use-cases/replace-tax-invoices';
import { earlyTaxInvoiceAnswer, printing as printingShape } from './answers';
import { printAction, sheetOf } from './print-action';
import { because, earlyTaxInvoice, replacement } from './shapes';
import { taxInvoice } from './tax-answers';
import { taxInvoiceView } from './views';

export const taxInvoiceActions = [
  defineAction({
    name: 'issueTaxInvoiceEarly',
    summary: 'Issue the tax invoice of an open invoice before payment or hand-over: its VAT is due now',
    staff: { method: 'POST', path: '/tax-invoices', permission: 'tax-invoice.issue-early' },
    graphql: 'none',
    input: earlyTaxInvoice,
    output: earlyTaxInvoiceAnswer,
    status: 201,
    run: async ({ platform, input }) => {
      const invoice = await rowId(platform, INVOICE, input.invoice, 'invoice.unknown', 'invoice');
      const [written] = await issueEarly(platform, [invoice], input.reason ?? null);
      return written && { id: written.id, documentId: written.documentId, number: written.number };
    },
  }),
  printAction('printTaxInvoice', 'a tax invoice', 'tax-invoice', '/tax-invoices', 'tax-invoice.print'),
  defineAction({
    name: 'substituteTaxInvoice',
    summary:
      'Issue a substitute of a tax invoice whose original was lost: a copy with that word, its day and the reason',
    subject: TAX_INVOICE,
    staff: { method: 'POST', path: '/tax-invoices/:id/substitute', permission: 'tax-invoice.substitute' },
    graphql: 'none',
    input: because,
    output: printingShape,
    status: 201,
    run: async ({ platform, subject, input }) => {
      const [sheet] = await printDocuments(platform, 'tax-invoice', [
        { id: subject.id, mark: 'substitute', reason: input.reason },
      ]);
      return sheetOf('/tax-invoices', subject.documentId, sheet);
    },
  }),
  defineAction({
    name: 'replaceTaxInvoice',
    summary: 'Replace a tax invoice with a wrong name or address: a new number, the old day and value',
    subject: TAX_INVOICE,
    staff: { method: 'POST', path: '/tax-invoices/:id/replace', permission: 'tax-invoice.replace' },
    graphql: 'none',
    input: replacement,
    output: taxInvoice,
    status: 201,
    run: async ({ platform, subject, input }) => {
      const [written] = await replaceTaxInvoices(platform, [{ ...input, taxInvoice: subject.id }]);
      return taxInvoiceView(platform, written?.id ?? 0);
    },
  }),
  defineAction({
    name: 'cancelTaxInvoice',
    summary: 'Cancel a tax invoice whose tax point never came: its number stays, with zero',
    subject: TAX_INVOICE,
    staff: { method: 'POST', path: '/tax-invoices/:id/cancel', permission: 'tax-invoice.cancel' },
    graphql: 'none',
    input: because,
    output: taxInvoice,
    run: async ({ platform, subject, input }) => {
      await cancelTaxInvoices(platform, [{ taxInvoice: subject.id, reason: input.reason }]);
      return taxInvoiceView(platform, subject.id);
    },
  }),
];
