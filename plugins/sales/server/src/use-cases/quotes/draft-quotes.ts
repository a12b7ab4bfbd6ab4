import { badInput, conflict, type Language, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTACT, CUSTOMER, QUOTE } from '../../content-types/types';
import type { LineWish } from '../../domain/price-lines';
import { keepWishes, type QuoteFacts } from '../../domain/quote';
import { quotesStore } from '../../stores/quotes';
import { must } from '../must';
import { amountsOf, priceQuotes, quoteLines } from './price-quotes';

/** What staff say of a quote beside its lines. */
export type QuoteTerms = Pick<QuoteFacts, 'validUntil' | 'terms' | 'deliveryTime' | 'note' | 'internalNote'>;

export interface QuoteDraft extends Partial<QuoteTerms> {
  /** Row ids. */
  customer: number;
  contact?: number | null;
  /** Id of the member of staff. */
  salesPerson: number | null;
  lines: readonly LineWish[];
  coupons?: readonly string[];
  /** A member asks for it. */
  request?: { note: string | null };
  /** It was asked for through the web site: row id of what was sent, and its words. */
  submission?: { id: number; note: string | null };
}

interface Parties {
  customer: Ref & { name: string; language: Language; owner: number | null };
}

/** The customers of these drafts; one who is closed is quoted nothing. */
async function partiesOf({ platform }: Tools, drafts: readonly QuoteDraft[]): Promise<Parties[]> {
  const customers = await platform.rows.byIds<Parties['customer'] & { state: string }>(
    CUSTOMER,
    drafts.map(({ customer }) => customer),
    { fields: ['name', 'language', 'owner', 'state'] },
  );
  await checkContacts({ platform }, drafts);
  return drafts.map((draft) => {
    const customer = customers.find(({ id }) => id === draft.customer);
    if (!customer) throw notFound('order.customer_unknown', { field: 'customer' });
    if (customer.state !== 'active') throw conflict('order.customer_closed', { params: { customer: customer.name } });
    return { customer };
  });
}

/** Refuses a contact who is not the customer's. */
export async function checkContacts(
  { platform }: Pick<Tools, 'platform'>,
  named: readonly { customer: number; contact?: number | null }[],
): Promise<void> {
  const ids = named.flatMap(({ contact }) => contact ?? []);
  if (ids.length === 0) return;
  const contacts = await platform.rows.byIds<{ customer: number | null }>(CONTACT, ids, { fields: ['customer'] });
  for (const { customer, contact } of named) {
    if (contact == null) continue;
    if (!contacts.some((row) => row.id === contact && row.customer === customer)) {
      throw notFound('order.contact_unknown', { field: 'contact' });
    }
  }
}

/** Writes drafts of quotes, priced as orders of today would be; a request of a member is such a draft. */
export async function draftQuotes(tools: Tools, drafts: readonly QuoteDraft[]): Promise<Ref[]> {
  const { platform } = tools;
  for (const { request, lines } of drafts) {
    if (request && lines.length === 0 && !request.note) throw badInput('quote.asks_nothing', { field: 'lines' });
  }
  return platform.transaction(async () => {
    const parties = await partiesOf(tools, drafts);
    const sales = await priceQuotes(
      tools,
      drafts.map(({ customer, lines, coupons = [], request, submission }, index) => ({
        ...{ customer, lines, coupons, unpriced: (request ?? submission) !== undefined },
        language: parties[index]?.customer.language ?? 'th',
      })),
    );
    const today = platform.clock.today();
    const facts = drafts.map((draft, index): QuoteFacts => {
      const { customer } = must(parties[index]);
      return {
        ...{ number: null, version: 1, state: 'draft', customer: customer.id, contact: draft.contact ?? null },
        ...{ order: null, salesPerson: draft.salesPerson ?? customer.owner, language: customer.language },
        ...amountsOf(must(sales[index])),
        wishes: keepWishes(draft.lines, draft.coupons ?? []),
        requestedOn: draft.request ? today : null,
        requestNote: (draft.request ?? draft.submission)?.note ?? null,
        submission: draft.submission?.id ?? null,
        ...{ validUntil: draft.validUntil ?? null, terms: draft.terms ?? null, note: draft.note ?? null },
        ...{ deliveryTime: draft.deliveryTime ?? null, internalNote: draft.internalNote ?? null, poNumber: null },
        ...{ seller: null, buyer: null, sentAt: null, acceptedAt: null, answeredBy: null, answeredVia: null },
        ...{ declinedAt: null, declineReason: null, supersededAt: null },
      };
    });
    const store = quotesStore(platform.rows);
    const refs = await store.insert(facts);
    await store.insertLines(refs.flatMap(({ id }, index) => quoteLines(id, must(sales[index]))));
    await platform.events.record(
      refs.map((ref, index) => ({
        name: drafts[index]?.request ? 'quote.requested' : 'quote.drafted',
        subject: { type: QUOTE, ...ref },
        customer: facts[index]?.customer,
        after: { state: 'draft', total: facts[index]?.total, currency: facts[index]?.currency },
      })),
    );
    return refs;
  });
}
