import { differences } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { QUOTE } from '../../content-types/types';
import type { LineWish } from '../../domain/price-lines';
import { checkDraft, keepWishes, type QuoteFacts, readWishes } from '../../domain/quote';
import { type QuoteRow, quotesStore } from '../../stores/quotes';
import { checkContacts, type QuoteTerms } from './draft-quotes';
import { lockQuotes } from './lock-quotes';
import { amountsOf, priceQuotes, quoteLines } from './price-quotes';
import { quoteEvent } from './quote-events';

export interface QuoteChange {
  /** Row id. */
  id: number;
  change: Partial<QuoteTerms & Pick<QuoteFacts, 'contact' | 'salesPerson'>>;
  /** What is named takes the place of what there was, and everything is priced anew as of today. */
  lines?: readonly LineWish[];
  coupons?: readonly string[];
}

/** What of a draft can be changed, all of it: rows of one statement have the same attributes. */
const changeable = (quote: QuoteRow) => ({
  ...{ contact: quote.contact, salesPerson: quote.salesPerson, validUntil: quote.validUntil, terms: quote.terms },
  ...{ deliveryTime: quote.deliveryTime, note: quote.note, internalNote: quote.internalNote, wishes: quote.wishes },
  ...{ currency: quote.currency, pricesIncludeTax: quote.pricesIncludeTax, discount: quote.discount },
  ...{ coupons: quote.coupons, net: quote.net, tax: quote.tax, total: quote.total },
});

/** Changes drafts, all or none; a change that changes nothing leaves no trace. */
export async function changeQuotes(tools: Tools, changes: readonly QuoteChange[]): Promise<void> {
  const { platform } = tools;
  await platform.transaction(async () => {
    const locked = await lockQuotes(
      tools,
      changes.map(({ id }) => id),
    );
    const wanted = locked.map(({ quote, lines: before }, index) => {
      checkDraft(quote);
      const { change = {}, lines, coupons } = changes[index] ?? {};
      const wishes = keepWishes(lines ?? readWishes(quote.wishes), coupons ?? quote.wishes.coupons);
      return { quote, before, change, wishes, priced: lines !== undefined || coupons !== undefined };
    });
    await checkContacts(
      tools,
      wanted.map(({ quote, change }) => ({ customer: quote.customer, contact: change.contact })),
    );
    const priced = wanted.filter((one) => one.priced);
    const sales = await priceQuotes(
      tools,
      priced.map(({ quote: { customer, language }, wishes }) => ({
        ...{ customer, language, lines: readWishes(wishes), coupons: wishes.coupons, unpriced: false },
      })),
    );
    const decided = wanted.map((one) => {
      const sale = sales[priced.indexOf(one)];
      const after: QuoteRow = {
        ...one.quote,
        ...one.change,
        ...(sale ? { wishes: one.wishes, ...amountsOf(sale) } : {}),
      };
      return { ...one, sale, after, changed: differences(changeable(one.quote), changeable(after)) };
    });
    const store = quotesStore(platform.rows);
    await store.removeLines(priced.flatMap(({ before }) => before));
    await store.insertLines(decided.flatMap(({ quote, sale }) => (sale ? quoteLines(quote.id, sale) : [])));
    await store.update(
      decided.flatMap(({ after, changed }) => (changed ? [{ id: after.id, ...changeable(after) }] : [])),
    );
    // What was asked was asked of the quote as it stood.
    await platform.approvals.withdraw(
      QUOTE,
      decided.flatMap(({ quote, changed }) => (changed ? [quote.id] : [])),
    );
    await platform.events.record(
      decided.flatMap(({ quote, changed }): NewEvent[] =>
        changed
          ? [
              {
                ...quoteEvent('quote.changed', quote, { state: quote.state, ...changed.after }),
                before: changed.before,
              },
            ]
          : [],
      ),
    );
  });
}
