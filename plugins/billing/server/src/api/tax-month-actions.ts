import { civilDate, defineAction } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { TAX_INVOICE } from '../content-types/types';
import { parseMonth } from '../domain/tax-month';
import { markReturned } from '../use-cases/additional-returns';
import { closeTaxMonth, listTaxMonths, readTaxMonth, reopenTaxMonth } from '../use-cases/tax-months';
import { additionalReturn, taxMonth, wholeTaxMonth } from './tax-answers';
import { because, nothing } from './shapes';

const closing = z.strictObject({ despite: z.boolean().default(false) });
const returned = z.strictObject({ on: civilDate });

const monthOf = ({ params }: { params: Record<string, string> }): string => parseMonth(params.month ?? '');

export const taxMonthActions = [
  defineAction({
    name: 'listTaxMonths',
    summary: 'Tax months with their output VAT: what was reported of closed ones, what the documents say of open ones',
    staff: { method: 'GET', path: '/tax-months', permission: 'tax-month.read' },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: z.array(taxMonth),
    run: ({ platform }) => listTaxMonths(platform),
  }),
  defineAction({
    name: 'readTaxMonth',
    summary: 'A tax month (`2026-01`) by branch, with what is still missing in it: what closing it would report',
    staff: { method: 'GET', path: '/tax-months/:month', permission: 'tax-month.read' },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: wholeTaxMonth,
    run: ({ platform, params }) => readTaxMonth(platform, monthOf({ params })),
  }),
  defineAction({
    name: 'closeTaxMonth',
    summary: 'Close a tax month after its VAT return: its figures are frozen, nothing is dated in it any more',
    staff: { method: 'POST', path: '/tax-months/:month/close', permission: 'tax-month.close' },
    graphql: 'none',
    input: closing,
    output: wholeTaxMonth,
    run: ({ platform, params, input }) => closeTaxMonth(platform, monthOf({ params }), input.despite),
  }),
  defineAction({
    name: 'reopenTaxMonth',
    summary: 'Open a closed tax month again, for an additional return',
    staff: { method: 'POST', path: '/tax-months/:month/reopen', permission: 'tax-month.reopen' },
    graphql: 'none',
    input: because,
    output: wholeTaxMonth,
    run: ({ platform, params, input }) => reopenTaxMonth(platform, monthOf({ params }), input.reason),
  }),
  defineAction({
    name: 'returnAdditionally',
    summary: 'Note that an additional return has taken up a tax invoice whose tax point lies in a closed month',
    subject: TAX_INVOICE,
    staff: { method: 'POST', path: '/tax-invoices/:id/additional-return', permission: 'tax-month.close' },
    graphql: 'none',
    input: returned,
    output: additionalReturn,
    run: async ({ platform, subject, input }) => {
      await markReturned(platform, [subject.id], input.on);
      return { documentId: subject.documentId, additionalReturnOn: input.on };
    },
  }),
];
