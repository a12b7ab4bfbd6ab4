import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { QUOTE } from '../../content-types/types';
import { planRevision, type QuoteFacts, quoteName, readWishes } from '../../domain/quote';
import { type QuoteRow, quotesStore } from '../../stores/quotes';
import { draftQuotes } from './draft-quotes';
import { must } from '../must';
import { lockQuotes } from './lock-quotes';
import { quoteEvent } from './quote-events';

/** The next version says at first what the one before says; it is a draft of its own. */
const nextVersion = ({ id: _, documentId: __, ...quote }: QuoteRow): QuoteFacts => ({
  ...quote,
  ...{ version: quote.version + 1, state: 'draft', requestedOn: null, validUntil: null, seller: null, buyer: null },
  ...{ sentAt: null, declinedAt: null, declineReason: null, supersededAt: null, answeredBy: null, answeredVia: null },
});

/**
 * Makes new versions: the one before can no longer be accepted from that moment on, unless it was accepted first. Both
 * lock the customer, so one of them wins.
 */
export async function reviseQuotes(tools: Tools, ids: readonly number[]): Promise<Ref[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const locked = await lockQuotes(tools, ids);
    const store = quotesStore(platform.rows);
    const newest = await store.newest(locked.flatMap(({ quote }) => quote.number ?? []));
    const at = platform.clock.now();
    const old = locked.map(({ quote }) => {
      const state = planRevision(quote, newest.get(quote.number ?? '') ?? quote.version);
      return { id: quote.id, state, supersededAt: state === 'superseded' ? at : null };
    });
    await store.update(old);
    const facts = locked.map(({ quote }) => nextVersion(quote));
    const refs = await store.insert(facts);
    await store.insertLines(
      locked.flatMap(({ lines }, index) =>
        lines.map(({ id: _, documentId: __, ...line }) => ({ ...line, quote: refs[index]?.id ?? 0, sent: false })),
      ),
    );
    await platform.events.record([
      ...old.flatMap(({ state }, index) => {
        const { quote } = must(locked[index]);
        return state === 'superseded' ? [quoteEvent('quote.superseded', quote, { state })] : [];
      }),
      ...refs.map((ref, index) => ({
        name: 'quote.drafted',
        subject: { type: QUOTE, ...ref },
        customer: facts[index]?.customer,
        after: { state: 'draft', number: facts[index] && quoteName(facts[index]), total: facts[index]?.total },
      })),
    ]);
    return refs;
  });
}

/** Drafts the same once more for the same customers, at the prices of today and without a number. */
export async function duplicateQuotes(
  tools: Tools,
  { quotes, salesPerson }: { quotes: readonly number[]; salesPerson: number | null },
): Promise<Ref[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const known = await quotesStore(platform.rows).byIds(quotes);
    const drafts = quotes.flatMap((id) => known.filter((quote) => quote.id === id));
    return draftQuotes(
      tools,
      drafts.map(({ customer, contact, wishes, terms, deliveryTime, note, internalNote }) => ({
        ...{ customer, contact, salesPerson, terms, deliveryTime, note, internalNote },
        ...{ lines: readWishes(wishes), coupons: wishes.coupons },
      })),
    );
  });
}
