import { forbidden, type Language } from '@sanya/strapi-plugin-platform/kernel';
import { type Call, defineAction, instant, rowId } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { CUSTOMER, FORM_SUBMISSION, PRODUCT, QUOTE } from '../content-types/types';
import { type Answered, customerOfRequest } from '../domain/quote-request';
import { quoteName } from '../domain/quote';
import { quotesStore } from '../stores/quotes';
import { quoteRequests } from '../use-cases/quote-requests/quote-requests';
import { webForms } from '../use-cases/web-forms';
import { quote } from './answers';
import { viewOf } from './quote-actions';
import { documentId, nothing } from './shapes';

const text = z.string();
const perhaps = text.nullable();
const kinds = z.enum(['person', 'organisation', 'government']);
const line = (most: number) => z.string().trim().max(most);

const quoting = z.strictObject({
  /** Whom to quote; the member who asked, unless told. */
  customer: documentId.optional(),
  /** A new customer of what was written, and of what is said here instead. */
  newCustomer: z
    .strictObject({
      kind: kinds.optional(),
      name: line(200).optional(),
      taxId: line(40).optional(),
      branchCode: line(5).optional(),
    })
    .optional(),
});

const named = z.strictObject({ documentId: text, name: text });

/** What a visitor asked for, as staff who quote it see it. */
const quoteRequest = z
  .strictObject({
    documentId: text,
    state: z.enum(['new', 'handled', 'dismissed']),
    submittedAt: instant,
    language: z.enum(['th', 'en']),
    answers: z.array(z.strictObject({ key: text, kind: text, label: text, value: text })),
    lines: z.array(
      z.strictObject({
        product: text,
        /** Null where there is no such product any more. */
        name: perhaps,
        quantity: text,
        /** False: nobody can order it now. */
        sold: z.boolean(),
      }),
    ),
    customer: named.nullable(),
    quote: named.nullable(),
    /** The customer that would be made of it. */
    proposal: z.strictObject({ kind: kinds, name: text, email: perhaps, phone: perhaps }),
  })
  .meta({ id: 'QuoteRequest' });

interface Labelled extends Answered {
  choice?: Answered['label'];
}

const inLanguage = (label: Answered['label'], language: Language): string =>
  label[language] || label[language === 'th' ? 'en' : 'th'] || '';

const answersFor = (answers: readonly Labelled[], language: Language) =>
  answers.flatMap(({ key, kind, label, value, choice }) => {
    const said = choice ? inLanguage(choice, language) : value === true ? '✓' : value;
    return typeof said === 'string' ? [{ key, kind, label: inLanguage(label, language), value: said }] : [];
  });

async function customerFor({ platform, caller }: Pick<Call<unknown>, 'platform' | 'caller'>, id: number | null) {
  const [row] = id === null ? [] : await platform.rows.byIds<{ name: string }>(CUSTOMER, [id], { fields: ['name'] });
  const seen = row && (await platform.visible.rows(caller, CUSTOMER, [row.documentId])).has(row.documentId);
  return row && seen ? { documentId: row.documentId, name: row.name } : null;
}

async function quoteFor({ platform, caller }: Pick<Call<unknown>, 'platform' | 'caller'>, submission: number) {
  const [row] = await quotesStore(platform.rows).ofSubmissions([submission]);
  const seen = row && (await platform.visible.rows(caller, QUOTE, [row.documentId])).has(row.documentId);
  return row && seen ? { documentId: row.documentId, name: quoteName(row) } : null;
}

/** What visitors ask to be quoted through the web site. */
export const quoteRequestActions = [
  defineAction({
    name: 'readQuoteRequest',
    summary: 'What a visitor of the web site asks to be quoted',
    subject: FORM_SUBMISSION,
    staff: { method: 'GET', path: '/quote-requests/:id', permission: 'quote.edit' },
    input: nothing,
    output: quoteRequest,
    writes: false,
    run: async (call) => {
      const { strapi, platform, caller, subject } = call;
      const forms = webForms(strapi);
      const [request] = await forms.byIds([subject.id]);
      if (!request) return undefined;
      const asked = forms.products(request);
      const products = await platform.rows.byDocumentIds<{ name: string; state: string }>(
        PRODUCT,
        asked.map(({ product }) => product),
        { fields: ['name', 'state'] },
      );
      const known = new Map(products.map((row) => [row.documentId, row]));
      const { kind, name, email, phone } = customerOfRequest(request);
      return {
        ...{ documentId: request.documentId, state: request.state, submittedAt: request.submittedAt },
        language: request.language,
        answers: answersFor(request.answers, caller.language),
        lines: asked.map(({ product, quantity }) => ({
          ...{ product, quantity, name: known.get(product)?.name ?? null },
          sold: known.get(product)?.state === 'active',
        })),
        customer: await customerFor(call, request.customer),
        quote: await quoteFor(call, request.id),
        proposal: { kind, name, email, phone },
      };
    },
  }),
  defineAction({
    name: 'quoteRequest',
    summary: 'Draft the quote that a visitor asked for; asked again, it is the same quote',
    subject: FORM_SUBMISSION,
    staff: { method: 'POST', path: '/quote-requests/:id/quote', permission: 'quote.edit' },
    input: quoting,
    output: quote,
    status: 201,
    run: async (call) => {
      const { platform, caller, subject, input } = call;
      if (input.newCustomer && !caller.can('plugin::crm.customer.create')) {
        throw forbidden('quote_request.no_new_customer', { field: 'newCustomer' });
      }
      const customer =
        input.customer === undefined
          ? undefined
          : await rowId(platform, CUSTOMER, input.customer, 'order.customer_unknown', 'customer');
      const [made] = await quoteRequests(call, [
        {
          ...{ submission: subject.id, customer, newCustomer: input.newCustomer },
          salesPerson: caller.userId ?? null,
        },
      ]);
      return viewOf(platform, made?.id);
    },
  }),
];
