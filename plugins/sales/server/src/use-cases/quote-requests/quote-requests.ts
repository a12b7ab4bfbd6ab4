import { badInput, conflict, keepWords, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { PRODUCT } from '../../content-types/types';
import { customerOfRequest, type CustomerWish, wordsOf } from '../../domain/quote-request';
import { quotesStore } from '../../stores/quotes';
import { must } from '../must';
import { draftQuotes, type QuoteDraft } from '../quotes/draft-quotes';
import { type Submission, webForms } from '../web-forms';

export interface RequestedQuote {
  /** Row id. */
  submission: number;
  /** Row id of the customer; absent: the member who sent it, or the one to be made. */
  customer?: number;
  newCustomer?: CustomerWish;
  /** Id of the member of staff. */
  salesPerson: number | null;
}

interface Customers {
  enterCustomers(drafts: readonly (ReturnType<typeof customerOfRequest> & { owner: number | null })[]): Promise<Ref[]>;
}

/**
 * Drafts quotes of what visitors asked for, each once: whoever asks again is given the one that is there. What is sold no
 * longer is said in a note.
 */
export async function quoteRequests(tools: Tools, list: readonly RequestedQuote[]): Promise<Ref[]> {
  const { strapi, platform } = tools;
  const forms = webForms(strapi);
  return platform.transaction(async () => {
    const store = quotesStore(platform.rows);
    const ids = list.map(({ submission }) => submission);
    const submissions = new Map((await forms.lock(ids)).map((row) => [row.id, row]));
    const quoted = new Map((await store.ofSubmissions(ids)).map((quote) => [quote.submission, quote]));
    const fresh = list
      .filter(({ submission }) => !quoted.has(submission))
      .map((one) => {
        const submission = submissions.get(one.submission);
        if (!submission) throw notFound('quote_request.unknown');
        if (submission.purpose !== 'quote_request') throw conflict('quote_request.other_purpose');
        return { ...one, request: submission };
      });
    const customers = await customersOf(fresh);
    const asked = await askedIn(fresh.map(({ request }) => request));
    const drafts = await draftQuotes(
      tools,
      fresh.map(({ request, salesPerson }, index) => ({
        ...{ customer: must(customers[index]), salesPerson, ...must(asked[index]) },
        submission: { id: request.id, note: wordsOf(request.answers) },
      })),
    );
    await forms.settle(
      fresh.map(({ request }, index) => ({ id: request.id, verb: 'handle', customer: customers[index] })),
    );
    return list.map(({ submission }) => {
      const index = fresh.findIndex((one) => one.request.id === submission);
      return must(index < 0 ? quoted.get(submission) : drafts[index]);
    });
  });

  /** Row ids of whom to quote: as staff say, else the member, else a customer made of what was written. */
  async function customersOf(fresh: readonly (RequestedQuote & { request: Submission })[]): Promise<number[]> {
    const known = fresh.map(({ customer, newCustomer, request }) => {
      if (customer === undefined && newCustomer === undefined && request.customer === null) {
        throw badInput('quote_request.whose', { field: 'customer' });
      }
      return newCustomer === undefined ? (customer ?? request.customer) : null;
    });
    const wished = fresh.filter((_, index) => known[index] === null);
    const service = strapi.plugin('crm').service('customers') as Customers;
    const made =
      wished.length === 0
        ? []
        : await service.enterCustomers(
            wished.map(({ request, newCustomer, salesPerson }) => ({
              ...customerOfRequest(request, newCustomer),
              owner: salesPerson,
            })),
          );
    let taken = 0;
    return known.map((customer) => customer ?? must(made[taken++]).id);
  }

  /** What each of them asks for that is sold; what is not is said. */
  async function askedIn(requests: readonly Submission[]): Promise<Pick<QuoteDraft, 'lines' | 'internalNote'>[]> {
    const wishes = requests.map((request) => forms.products(request));
    const products = await platform.rows.byDocumentIds<{ name: string; state: string }>(
      PRODUCT,
      wishes.flat().map(({ product }) => product),
      { fields: ['name', 'state'] },
    );
    const known = new Map(products.map((product) => [product.documentId, product]));
    const isSold = ({ product }: { product: string }): boolean => known.get(product)?.state === 'active';
    return wishes.map((list) => {
      const gone = list
        .filter((wish) => !isSold(wish))
        .map(({ product, quantity }) => `${known.get(product)?.name ?? product} × ${quantity}`)
        .join(', ');
      return {
        lines: list.filter(isSold).map(({ field: _, ...line }) => line),
        internalNote: gone === '' ? null : keepWords('quote_request.not_sold', { products: gone }),
      };
    });
  }
}
