import { formatMoney, formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery } from '@sanya/strapi-plugin-platform/kit';
import { quoteName } from '../../domain/quote';
import type { QuoteLineRow, QuoteRow } from '../../stores/quotes';

/** The mail that brings a quote with its PDF, in its customer's language. */
export function quoteMail(
  quote: QuoteRow,
  lines: readonly QuoteLineRow[],
  reader: { to: string; name: string; until: string },
): NewDelivery {
  const money = (amount: bigint): string => formatMoney(amount, quote.currency);
  return {
    template: 'quote-sent',
    to: reader.to,
    language: quote.language,
    customer: quote.customer,
    data: {
      customer: { name: reader.name },
      quote: {
        ...{ number: quoteName(quote), currency: quote.currency, validUntil: reader.until },
        ...{ net: money(quote.net), tax: money(quote.tax), total: money(quote.total), note: quote.note },
      },
      lines: lines.map((line) => ({
        ...{ description: line.description, quantity: formatQuantity(line.quantity), unit: line.unit },
        ...{ unitPrice: money(line.unitPrice), total: money(line.total) },
      })),
    },
    documents: [{ kind: 'quote', id: quote.id }],
    key: quote.documentId,
  };
}
