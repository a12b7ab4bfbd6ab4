import { defineAction } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../content-types/types';
import { discardDrafts, reopenInvoices } from '../use-cases/change-invoices';
import { invoice } from './answers';
import { because, maybeBecause } from './shapes';
import { invoiceView } from './views';

export const invoiceLifeActions = [
  defineAction({
    name: 'discardInvoice',
    summary: 'Discard a drafted invoice: it never had a number',
    subject: INVOICE,
    staff: { method: 'POST', path: '/invoices/:id/discard', permission: 'invoice.discard' },
    graphql: 'none',
    input: maybeBecause,
    output: invoice,
    run: async ({ platform, subject, input }) => {
      await discardDrafts(platform, [subject.id], input.reason ?? null);
      return invoiceView(platform, subject.id);
    },
  }),
  defineAction({
    name: 'reopenInvoice',
    summary: 'Ask again for an invoice that was given up as uncollectible',
    subject: INVOICE,
    staff: { method: 'POST', path: '/invoices/:id/reopen', permission: 'invoice.reopen' },
    graphql: 'none',
    input: because,
    output: invoice,
    run: async ({ platform, subject, input }) => {
      await reopenInvoices(platform, [subject.id], input.reason);
      return invoiceView(platform, subject.id);
    },
  }),
];
