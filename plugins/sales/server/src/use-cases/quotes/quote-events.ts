import type { NewEvent } from '@sanya/strapi-plugin-platform/kit';
import { QUOTE } from '../../content-types/types';
import { quoteName } from '../../domain/quote';
import type { QuoteState } from '../../domain/quote-machine';
import type { QuoteRow } from '../../stores/quotes';

/** `quote.sent` and its like: the quote before and after its move. */
export const quoteEvent = (
  name: string,
  quote: QuoteRow,
  after: Record<string, unknown> & { state: QuoteState },
): NewEvent => ({
  name,
  subject: { type: QUOTE, id: quote.id, documentId: quote.documentId },
  customer: quote.customer,
  before: { state: quote.state },
  after: { number: quoteName(quote) || null, ...after },
});
