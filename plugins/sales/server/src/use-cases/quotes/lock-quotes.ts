import { badInput, type Language } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTACT, CUSTOMER } from '../../content-types/types';
import { quoteName } from '../../domain/quote';
import { type QuoteLineRow, type QuoteRow, quotesStore } from '../../stores/quotes';

export interface QuoteCustomer extends Ref {
  name: string;
  language: Language;
  email: string | null;
}

export interface LockedQuote {
  quote: QuoteRow;
  lines: QuoteLineRow[];
  customer: QuoteCustomer;
  /** Where its mail goes: to the contact named, else to the customer. */
  mailTo: string | null;
}

/**
 * Quotes with their lines, in the order asked: first their customers are locked in id order, then they. Two who answer
 * one quote at once come one after the other, and the second finds it answered.
 */
export async function lockQuotes({ platform }: Tools, ids: readonly number[]): Promise<LockedQuote[]> {
  const { rows } = platform;
  const store = quotesStore(rows);
  const seen = await store.byIds(ids);
  const customers = await rows.byIds<Omit<QuoteCustomer, keyof Ref>>(
    CUSTOMER,
    seen.map((quote) => quote.customer),
    { fields: ['name', 'language', 'email'], lock: 'wait' },
  );
  const quotes = await store.byIds(ids, 'wait');
  const lines = await store.linesOf(ids);
  const contacts = await rows.byIds<{ email: string | null }>(
    CONTACT,
    quotes.flatMap(({ contact }) => contact ?? []),
    { fields: ['email'] },
  );
  return ids.map((id, index) => {
    const quote = quotes.find((one) => one.id === id);
    const customer = customers.find((one) => one.id === quote?.customer);
    if (!quote || !customer) throw new Error(`There is no quote ${id}`);
    if (ids.indexOf(id) < index) throw badInput('quote.twice', { params: { quote: quoteName(quote) } });
    const contact = contacts.find((one) => one.id === quote.contact);
    return {
      quote,
      customer,
      lines: lines.filter((line) => line.quote === id),
      mailTo: contact?.email ?? customer.email,
    };
  });
}
