import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import {
  civilDate,
  day,
  defineAction,
  fileAnswer,
  money,
  type Platform,
  type Ref,
} from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CUSTOMER } from '../content-types/types';
import { statementPeriod } from '../domain/customer-statement';
import { statementPaper } from '../services/documents/statement';
import { readStatement } from '../stores/customer-statements';
import { sendStatement } from '../use-cases/send-statement';
import { inLanguage } from './shapes';

const days = { from: civilDate.optional(), to: civilDate.optional() };
const period = inLanguage.extend(days);
const sending = z.strictObject(days);
const sent = z.strictObject({ to: z.string(), from: day, until: day, balance: money });

type Asked = z.output<typeof period>;

async function statementFile(platform: Platform, customer: Ref, { lang, from, to }: Asked, own: 'th' | 'en') {
  const asked = statementPeriod({ from, to }, platform.clock.today());
  const { name, model } = await statementPaper(platform, await readStatement(platform, customer, asked), lang ?? own);
  return { file: { ...(await platform.documents.typeset(name, model)), inline: true } };
}

/** A customer's statement of account as a document, for the customer and for staff. */
export const customerStatementActions = [
  defineAction({
    name: 'ownStatement',
    summary: 'The statement of account of the member’s customer as PDF; from the first of the month to today',
    storefront: { method: 'GET', path: '/account/statement/document', who: 'member', limitPerMinute: 30 },
    graphql: 'none',
    writes: false,
    input: period,
    output: fileAnswer,
    run: async ({ platform, caller, input }) => {
      if (!caller.customer) throw notFound('account.no_customer');
      return statementFile(platform, caller.customer, input, caller.language);
    },
  }),
  defineAction({
    name: 'customerStatement',
    summary: 'The statement of account of a customer as PDF; from the first of the month to today',
    subject: CUSTOMER,
    staff: { method: 'GET', path: '/customers/:id/statement/document', permission: 'account.read' },
    graphql: 'none',
    writes: false,
    input: period,
    output: fileAnswer,
    run: ({ platform, subject, input, caller }) => statementFile(platform, subject, input, caller.language),
  }),
  defineAction({
    name: 'sendCustomerStatement',
    summary: 'Send a customer their statement of account by mail',
    subject: CUSTOMER,
    staff: { method: 'POST', path: '/customers/:id/statement/send', permission: 'account.send' },
    graphql: 'none',
    input: sending,
    output: sent,
    run: ({ platform, subject, input }) =>
      sendStatement(platform, subject, statementPeriod(input, platform.clock.today())),
  }),
] as const;
