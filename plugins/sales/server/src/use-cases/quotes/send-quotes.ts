import { broken, formatDate } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, Tools } from '@sanya/strapi-plugin-platform/kit';
import { SETTING } from '../../content-types/types';
import { planSending, quoteName } from '../../domain/quote';
import { type QuoteRow, quotesStore } from '../../stores/quotes';
import { documentParties } from '../document-parties';
import type { SalesSetting } from '../price-baskets';
import { must } from '../must';
import { type LockedQuote, lockQuotes } from './lock-quotes';
import { quoteEvent } from './quote-events';
import { quoteMail } from './quote-mail';

export const QUOTE_SERIES = 'quote';

export interface SendQuote {
  /** Row id. */
  id: number;
  /** False: it is handed over otherwise. */
  mail: boolean;
  /** Id of the member of staff who sends it: theirs to look after where nobody does yet. */
  salesPerson: number | null;
}

/** What becomes of each draft that is sent; refuses what cannot be. */
export async function planSendings(
  { platform }: Tools,
  locked: readonly LockedQuote[],
  wishes: readonly SendQuote[],
): Promise<ReturnType<typeof planSending>[]> {
  const setting = await platform.settings.read<SalesSetting>(SETTING);
  const today = platform.clock.today();
  return locked.map(({ quote, lines, mailTo, customer }, index) => {
    const plan = planSending(quote, lines, {
      ...{ today, validDays: setting.quoteValidDays },
      terms: quote.language === 'en' ? setting.quoteTermsEn || setting.quoteTerms : setting.quoteTerms,
    });
    if (wishes[index]?.mail && !mailTo) throw broken('quote.no_address', { params: { customer: customer.name } });
    return plan;
  });
}

/**
 * Sends drafts: each takes its number, the first time, and both parties, its lines and its prices are frozen; the mail
 * brings the PDF. All of them or none.
 */
export async function sendQuotes(tools: Tools, wishes: readonly SendQuote[]): Promise<QuoteRow[]> {
  const { platform, strapi } = tools;
  return platform.transaction(async () => {
    const locked = await lockQuotes(
      tools,
      wishes.map(({ id }) => id),
    );
    const plans = await planSendings(tools, locked, wishes);
    const today = platform.clock.today();
    const parties = await documentParties(strapi).of(locked.map(({ quote }) => quote.customer));
    const first = locked.filter(({ quote }) => quote.number === null);
    const taken = await platform.numbers.take(first.map(() => ({ series: QUOTE_SERIES, branch: null, date: today })));
    const numbers = new Map(first.map(({ quote }, index) => [quote.id, taken[index] ?? null]));
    const sentAt = platform.clock.now();
    const sent = locked.map(({ quote }, index): QuoteRow => {
      const { seller, buyer } = parties.get(quote.customer) ?? { seller: null, buyer: null };
      const number = quote.number ?? numbers.get(quote.id) ?? null;
      const salesPerson = quote.salesPerson ?? wishes[index]?.salesPerson ?? null;
      return { ...quote, ...plans[index], number, salesPerson, seller, buyer, sentAt };
    });
    const store = quotesStore(platform.rows);
    await store.sealLines(locked.flatMap(({ lines }) => lines));
    await store.update(
      sent.map(({ id, number, state, salesPerson, validUntil, terms, seller, buyer }) => ({
        ...{ id, number, state, salesPerson, validUntil, terms, seller, buyer, sentAt },
      })),
    );
    await platform.events.record(
      sent.map(({ number, version, state, total, currency, validUntil }, index) => {
        const { quote, mailTo } = must(locked[index]);
        return quoteEvent('quote.sent', quote, {
          ...{ state, number: quoteName({ number, version }), total, currency, validUntil },
          to: wishes[index]?.mail ? mailTo : null,
        });
      }),
    );
    await platform.mail.queue(
      sent.flatMap((quote, index): NewDelivery[] => {
        const { lines, customer, mailTo } = must(locked[index]);
        if (!wishes[index]?.mail || !mailTo) return [];
        const until = quote.validUntil ? formatDate(quote.validUntil, quote.language) : '';
        return [quoteMail(quote, lines, { to: mailTo, name: customer.name, until })];
      }),
    );
    return sent;
  });
}
