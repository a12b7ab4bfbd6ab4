import { defineAction, type Platform, rowId } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CUSTOMER, DEPOSIT, INVOICE } from '../content-types/types';
import { depositViews } from '../services/deposit-views';
import { askDeposits } from '../use-cases/ask-deposits';
import { applyDeposit, forfeitDeposit, releaseDeposit, returnDeposit } from '../use-cases/use-deposits';
import { depositAnswer, depositRelease, depositReturn, depositUse, depositWish } from './deposit-shapes';
import { because, nothing } from './shapes';

const view = async (platform: Platform, id: number) => (await depositViews(platform, 'id', [id]))[0];
const invoiceId = (platform: Platform, invoice: string): Promise<number> =>
  rowId(platform, INVOICE, invoice, 'allocation.invoice_unknown', 'invoice');

export const depositActions = [
  defineAction({
    name: 'askDeposit',
    summary: 'Ask for a deposit by an invoice of its own: an advance for named goods or work, or a security',
    staff: { method: 'POST', path: '/deposits', permission: 'deposit.ask' },
    graphql: 'none',
    input: depositWish,
    output: depositAnswer,
    status: 201,
    run: async ({ platform, input }) => {
      const customer = await rowId(platform, CUSTOMER, input.customer, 'payment.customer_unknown', 'customer');
      const [ref] = await askDeposits(platform, [{ ...input, customer }]);
      return view(platform, ref?.id ?? 0);
    },
  }),
  defineAction({
    name: 'depositStanding',
    summary: 'How a deposit stands: what came in, what is laid on which invoice, what is held',
    subject: DEPOSIT,
    staff: { method: 'GET', path: '/deposits/:id/standing', permission: 'account.read' },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: depositAnswer,
    run: ({ platform, subject }) => view(platform, subject.id),
  }),
  defineAction({
    name: 'customerDeposits',
    summary: 'The deposits of a customer with how each of them stands',
    subject: CUSTOMER,
    staff: { method: 'GET', path: '/customers/:id/deposits', permission: 'account.read' },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: z.array(depositAnswer),
    run: ({ platform, subject }) => depositViews(platform, 'customer', [subject.id]),
  }),
  defineAction({
    name: 'applyDeposit',
    summary: 'Lay a deposit on a final invoice: as much as there is and fits, or an amount',
    subject: DEPOSIT,
    staff: { method: 'POST', path: '/deposits/:id/apply', permission: 'deposit.use' },
    graphql: 'none',
    input: depositUse,
    output: depositAnswer,
    run: async ({ platform, subject, input: { invoice, amount } }) => {
      await applyDeposit(platform, { deposit: subject.id, invoice: await invoiceId(platform, invoice), amount });
      return view(platform, subject.id);
    },
  }),
  defineAction({
    name: 'releaseDeposit',
    summary: 'Take an advance off a final invoice again',
    subject: DEPOSIT,
    staff: { method: 'POST', path: '/deposits/:id/release', permission: 'deposit.use' },
    graphql: 'none',
    input: depositRelease,
    output: depositAnswer,
    run: async ({ platform, subject, input: { invoice, reason } }) => {
      await releaseDeposit(platform, { deposit: subject.id, invoice: await invoiceId(platform, invoice), reason });
      return view(platform, subject.id);
    },
  }),
  defineAction({
    name: 'returnDeposit',
    summary: 'Give back what is left of a deposit, or keep it as the customer’s credit, by a credit note',
    subject: DEPOSIT,
    staff: { method: 'POST', path: '/deposits/:id/return', permission: 'deposit.end' },
    graphql: 'none',
    input: depositReturn,
    output: depositAnswer,
    run: async ({ platform, subject, input }) => {
      await returnDeposit(platform, { ...input, deposit: subject.id });
      return view(platform, subject.id);
    },
  }),
  defineAction({
    name: 'forfeitDeposit',
    summary: 'Keep what is left of a deposit: a security becomes income on an invoice',
    subject: DEPOSIT,
    staff: { method: 'POST', path: '/deposits/:id/forfeit', permission: 'deposit.end' },
    graphql: 'none',
    input: because,
    output: depositAnswer,
    run: async ({ platform, subject, input }) => {
      await forfeitDeposit(platform, { deposit: subject.id, reason: input.reason });
      return view(platform, subject.id);
    },
  }),
];
