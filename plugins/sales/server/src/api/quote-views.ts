import { formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import { isExpired, quoteName } from '../domain/quote';
import type { QuoteLineRow, QuoteRow } from '../stores/quotes';

const lineView = (line: QuoteLineRow) => ({
  ...{ id: line.id, documentId: line.documentId, position: line.position, sku: line.sku },
  ...{ description: line.description, details: line.details, kind: line.kind, per: line.per },
  ...{ quantity: formatQuantity(line.quantity), unit: line.unit, options: line.options ?? [] },
  ...{ unitPrice: line.unitPrice, discount: line.discount, discounts: line.derivation.discounts ?? [] },
  ...{ net: line.net, tax: line.tax, total: line.total },
});

/** A quote as the doors answer it; what is only for the office is not in it. */
export const quoteView = (quote: QuoteRow, lines: readonly QuoteLineRow[], today: string) => ({
  ...{ id: quote.id, documentId: quote.documentId, number: quote.number, version: quote.version },
  ...{ name: quoteName(quote), state: quote.state, expired: isExpired(quote, today), currency: quote.currency },
  ...{ pricesIncludeTax: quote.pricesIncludeTax, discount: quote.discount, coupons: quote.coupons ?? [] },
  ...{ net: quote.net, tax: quote.tax, total: quote.total, requestedOn: quote.requestedOn },
  ...{ requestNote: quote.requestNote, validUntil: quote.validUntil, terms: quote.terms, note: quote.note },
  ...{ deliveryTime: quote.deliveryTime, poNumber: quote.poNumber, sentAt: quote.sentAt },
  ...{ acceptedAt: quote.acceptedAt, answeredBy: quote.answeredBy, answeredVia: quote.answeredVia },
  ...{ declinedAt: quote.declinedAt, declineReason: quote.declineReason, supersededAt: quote.supersededAt },
  lines: lines.map(lineView),
});
