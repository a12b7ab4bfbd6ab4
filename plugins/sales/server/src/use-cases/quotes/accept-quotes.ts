import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { Shipping } from '../../domain/order';
import { checkSameTax, planAcceptance, type QuoteDoor, quoteName } from '../../domain/quote';
import type { Sale } from '../../domain/sale';
import { type QuoteRow, quotesStore } from '../../stores/quotes';
import { invoicing } from '../invoicing';
import { promisedCoupons } from '../order-coupons';
import { orderParties } from '../order-parties';
import { creditQuestions } from '../order-questions';
import { type PlacedOrder, placeSales } from '../place-orders';
import { draftLine } from '../price-baskets';
import { must } from '../must';
import { type LockedQuote, lockQuotes } from './lock-quotes';
import { quoteEvent } from './quote-events';

export interface AcceptQuote {
  /** Row id. */
  id: number;
  via: QuoteDoor;
  /** Who accepts. */
  name: string;
  poNumber?: string;
  note?: string;
  shipping?: Shipping;
}

export interface AcceptedQuote {
  quote: QuoteRow;
  placed: PlacedOrder;
}

/** What quotes promised, as orders take it: nothing is priced again, each line names its quote. */
async function salesOf({ platform, strapi }: Tools, locked: readonly LockedQuote[]): Promise<Sale[]> {
  const products = await quotesStore(platform.rows).products(
    locked.flatMap(({ lines }) => lines.flatMap(({ product }) => product ?? [])),
  );
  const coupons = await promisedCoupons(
    { platform },
    locked.map(({ quote: { customer, coupons: kept } }) => ({ customer, coupons: kept ?? [] })),
  );
  const sales = locked.map(({ quote, lines }, index): Sale => {
    const { currency, pricesIncludeTax, discount, net, tax, total } = quote;
    return {
      ...{ currency, pricesIncludeTax, discount, net, tax, total },
      coupons: coupons[index] ?? [],
      lines: lines.map((line) => ({
        ...line,
        product: products.get(line.product ?? 0) ?? null,
        options: line.options ?? [],
        derivation: { ...line.derivation, quote: quoteName(quote) },
      })),
    };
  });
  for (const [index, { currency, pricesIncludeTax, lines }] of sales.entries()) {
    const drafts = lines.map((line) => draftLine(line, null));
    const planned = await invoicing(strapi).plan({ currency, pricesIncludeTax, lines: drafts });
    checkSameTax(must(locked[index]).quote, planned);
  }
  return sales;
}

/**
 * Accepts quotes: each becomes its order at the prices it promised, with its stock reserved and its invoice issued, in
 * one transaction or nothing. Whoever comes second (a double click, a new version) finds it answered.
 */
export async function acceptQuotes(tools: Tools, wishes: readonly AcceptQuote[]): Promise<AcceptedQuote[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const locked = await lockQuotes(
      tools,
      wishes.map(({ id }) => id),
    );
    const today = platform.clock.today();
    const states = locked.map(({ quote }, index) =>
      planAcceptance(quote, wishes[index]?.via === 'staff' ? 'staff' : 'customer', today),
    );
    const parties = await orderParties(
      tools,
      locked.map(({ quote }, index) => ({
        customer: quote.customer,
        ...(quote.contact === null ? {} : { contact: quote.contact }),
        poNumber: wishes[index]?.poNumber,
      })),
    );
    const sales = await salesOf(tools, locked);
    const credits = await creditQuestions(
      tools,
      locked.map(({ quote: { customer, total } }) => ({ customer, amount: total })),
    );
    const placed = await placeSales(
      tools,
      locked.map(({ quote }, index) => {
        const { via = 'staff', name: _, id: __, ...terms } = wishes[index] ?? {};
        return {
          ...must(parties[index]),
          wish: { ...terms, source: via, ...(quote.contact === null ? {} : { contact: quote.contact }) },
          sale: must(sales[index]),
          questions: must(credits[index]),
        };
      }),
    );
    const acceptedAt = platform.clock.now();
    const accepted = locked.map(({ quote }, index): QuoteRow => {
      const { name = '', via = 'staff', poNumber } = wishes[index] ?? {};
      return {
        ...quote,
        ...{ state: states[index] ?? quote.state, order: placed[index]?.order.id ?? null, acceptedAt },
        ...{ answeredBy: name, answeredVia: via, poNumber: poNumber ?? null },
      };
    });
    await quotesStore(platform.rows).update(
      accepted.map(({ id, state, order, answeredBy, answeredVia, poNumber }) => ({
        ...{ id, state, order, acceptedAt, answeredBy, answeredVia, poNumber },
      })),
    );
    await platform.events.record(
      accepted.flatMap(({ state, answeredBy: by, answeredVia: via, total, currency }, index) => {
        const { quote } = must(locked[index]);
        const order = placed[index]?.order.number;
        return [
          quoteEvent('quote.accepted', quote, { state: 'accepted', by, via, total, currency }),
          quoteEvent('quote.ordered', { ...quote, state: 'accepted' }, { state, order }),
        ];
      }),
    );
    return accepted.map((quote, index) => ({ quote, placed: must(placed[index]) }));
  });
}
