import { dateIn, formatDate, formatInstant, type Language, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { type DocumentKind, type DocumentModel, footOf, type Tools } from '@sanya/strapi-plugin-platform/kit';
import { QUOTE } from '../content-types/types';
import { isExpired, quoteName } from '../domain/quote';
import type { QuoteState } from '../domain/quote-machine';
import { type QuoteLineRow, type QuoteRow, quotesStore } from '../stores/quotes';
import { documentParties, type ShownParties } from '../use-cases/document-parties';
import { documentLines, documentTotals, type Say } from './document-parts';

interface Facts {
  quote: QuoteRow;
  lines: readonly QuoteLineRow[];
  parties: ShownParties;
  zone: string;
  today: string;
}

/** A page that can no longer be accepted, or not yet, says so across it. */
const MARKED: readonly QuoteState[] = ['draft', 'declined', 'superseded'];

/** The quote in a language, with a place to sign; once accepted it says by whom and when. Pure. */
function quoteModel({ quote, lines, parties, zone, today }: Facts, language: Language, say: Say): DocumentModel {
  const fact = (code: string, value: string | null) => (value ? [{ label: say(code), value }] : []);
  const state = isExpired(quote, today) ? 'expired' : MARKED.includes(quote.state) ? quote.state : undefined;
  const accepted =
    quote.acceptedAt === null
      ? []
      : [
          say(`quote.document_accepted_${quote.answeredVia ?? 'staff'}`, {
            name: quote.answeredBy ?? '',
            at: formatInstant(quote.acceptedAt, zone, language),
          }),
        ];
  return {
    language,
    currency: quote.currency,
    title: say('quote.document_title'),
    marks: [],
    ...(state ? { watermark: say(`quote.state.${state}`) } : {}),
    ...parties,
    facts: [
      ...fact('quote.document_number', quote.number),
      ...fact('quote.document_version', String(quote.version)),
      ...fact('document.date', quote.sentAt && formatDate(dateIn(zone, quote.sentAt), language)),
      ...fact('quote.document_valid_until', quote.validUntil && formatDate(quote.validUntil, language)),
      ...fact('quote.document_delivery', quote.deliveryTime),
      ...fact('order.document_po', quote.poNumber),
      ...fact('order.document_coupon', (quote.coupons ?? []).map(({ code }) => code).join(', ')),
    ],
    lines: documentLines(lines, quote, say),
    totals: documentTotals(quote, say),
    amountInWords: quote.total.toString(),
    notes: [
      ...accepted,
      ...[quote.note, quote.terms].filter((note): note is string => Boolean(note)),
      ...(quote.pricesIncludeTax && quote.tax > 0n ? [say('quote.document_tax_inside')] : []),
    ],
    signatures: [say('quote.document_offered'), say('quote.document_accept')],
  };
}

export const quoteDocuments = ({ strapi, platform }: Tools): readonly DocumentKind[] => [
  {
    kind: 'quote',
    subject: QUOTE,
    foot: footOf('quote', 'sentAt'),
    async load(id, language) {
      const store = quotesStore(platform.rows);
      const [quote] = await store.byIds([id]);
      if (!quote) throw notFound('row.not_found');
      const face = documentParties(strapi);
      // Until it is sent it names both parties as they are now.
      const kept = quote.sentAt === null ? (await face.of([quote.customer])).get(quote.customer) : quote;
      const facts: Facts = {
        ...{ quote, lines: await store.linesOf([id]) },
        parties: face.shown(kept ?? { seller: null, buyer: null }, language),
        zone: platform.clock.zone(),
        today: platform.clock.today(),
      };
      const say: Say = (code, params) => platform.messages.say(language, code, params);
      return { name: quoteName(quote) || say('quote.state.draft'), model: quoteModel(facts, language, say) };
    },
  },
];
