import { broken, notFound } from '@sanya/strapi-plugin-platform/kernel';
import {
  type Call,
  defineAction,
  documentFile,
  fileAnswer,
  type Platform,
  rowId,
} from '@sanya/strapi-plugin-platform/kit';
import { CONTACT, CUSTOMER, QUOTE } from '../content-types/types';
import { quotesStore } from '../stores/quotes';
import { changeQuotes } from '../use-cases/quotes/change-quotes';
import { draftQuotes } from '../use-cases/quotes/draft-quotes';
import { duplicateQuotes, reviseQuotes } from '../use-cases/quotes/revise-quotes';
import { sendOrAsk } from '../use-cases/quotes/send-or-ask';
import { quote } from './answers';
import { quoteChangeInput, quoteInput, quoteRequest, sendInput } from './quote-shapes';
import { quoteView } from './quote-views';
import { documentInput, nothing } from './shapes';

export async function viewOf(platform: Platform, id: number | undefined) {
  const store = quotesStore(platform.rows);
  const [quote] = id === undefined ? [] : await store.byIds([id]);
  return quote && quoteView(quote, await store.linesOf([quote.id]), platform.clock.today());
}

/** Row id of a contact that was named; null takes the contact away. */
const contactOf = async (platform: Platform, contact: string | null | undefined) =>
  contact == null
    ? { contact }
    : { contact: await rowId(platform, CONTACT, contact, 'order.contact_unknown', 'contact') };

const salesPersonOf = ({ caller }: Pick<Call<unknown>, 'caller'>): number | null => caller.userId ?? null;

export const quoteActions = [
  defineAction({
    name: 'requestQuote',
    summary: 'Ask for a quote: products with quantities, a note, or both',
    storefront: { method: 'POST', path: '/quotes', who: 'member' },
    input: quoteRequest,
    output: quote,
    status: 201,
    run: async (call) => {
      const { platform, caller, input } = call;
      if (!caller.customer) throw broken('order.no_customer');
      const [made] = await draftQuotes(call, [
        {
          ...{ customer: caller.customer.id, salesPerson: null, lines: input.lines },
          request: { note: input.note ?? null },
        },
      ]);
      return viewOf(platform, made?.id);
    },
  }),
  defineAction({
    name: 'draftQuote',
    summary: 'Draft a quote for a customer, with own prices, discounts and lines of one’s own words',
    staff: { method: 'POST', path: '/quotes', permission: 'quote.edit' },
    input: quoteInput,
    output: quote,
    status: 201,
    run: async (call) => {
      const { platform } = call;
      const { contact, ...input } = call.input;
      const customer = await rowId(platform, CUSTOMER, input.customer, 'order.customer_unknown', 'customer');
      const [made] = await draftQuotes(call, [
        { ...input, ...(await contactOf(platform, contact)), customer, salesPerson: salesPersonOf(call) },
      ]);
      return viewOf(platform, made?.id);
    },
  }),
  defineAction({
    name: 'changeQuote',
    summary: 'Change a draft; its lines are priced anew',
    subject: QUOTE,
    staff: { method: 'PUT', path: '/quotes/:id', permission: 'quote.edit' },
    input: quoteChangeInput,
    output: quote,
    run: async (call) => {
      const { platform, subject } = call;
      const { lines, coupons, contact, ...terms } = call.input;
      const named = contact === undefined ? {} : await contactOf(platform, contact);
      await changeQuotes(call, [{ id: subject.id, lines, coupons, change: { ...terms, ...named } }]);
      return viewOf(platform, subject.id);
    },
  }),
  defineAction({
    name: 'sendQuote',
    summary:
      'Send a draft: it takes its number, is frozen, and goes to the customer by mail with its PDF; above a limit of discount it is asked for',
    subject: QUOTE,
    staff: { method: 'POST', path: '/quotes/:id/send', permission: 'quote.send' },
    input: sendInput,
    output: quote,
    run: async (call) => {
      await sendOrAsk(call, [{ id: call.subject.id, mail: call.input.mail, salesPerson: salesPersonOf(call) }]);
      return viewOf(call.platform, call.subject.id);
    },
  }),
  defineAction({
    name: 'reviseQuote',
    summary: 'Make a new version of a quote that was sent or declined: the one before can be accepted no longer',
    subject: QUOTE,
    staff: { method: 'POST', path: '/quotes/:id/revise', permission: 'quote.edit' },
    input: nothing,
    output: quote,
    status: 201,
    run: async (call) => {
      const [made] = await reviseQuotes(call, [call.subject.id]);
      return viewOf(call.platform, made?.id);
    },
  }),
  defineAction({
    name: 'duplicateQuote',
    summary: 'Draft the same once more, at the prices of today',
    subject: QUOTE,
    staff: { method: 'POST', path: '/quotes/:id/duplicate', permission: 'quote.edit' },
    input: nothing,
    output: quote,
    status: 201,
    run: async (call) => {
      const [made] = await duplicateQuotes(call, { quotes: [call.subject.id], salesPerson: salesPersonOf(call) });
      return viewOf(call.platform, made?.id);
    },
  }),
  defineAction({
    name: 'quoteDocument',
    summary: 'The quote as PDF; staff see a draft as it would be sent',
    subject: QUOTE,
    storefront: { method: 'GET', path: '/quotes/:id/document', who: 'member' },
    staff: { method: 'GET', path: '/quotes/:id/document', permission: 'quote.document' },
    input: documentInput,
    output: fileAnswer,
    writes: false,
    graphql: 'none',
    run: async (call) => {
      const { platform, caller, subject } = call;
      const [quote] = await quotesStore(platform.rows).byIds([subject.id]);
      if (caller.kind !== 'staff' && !quote?.sentAt) throw notFound('row.not_found', { field: 'id' });
      return documentFile(call, 'quote', subject.id);
    },
  }),
];
