import { useState } from 'react';
import { UnreadPage, useApi, useDetail, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { nameOf } from '../../quote-shown';
import type { Quote } from '../../quote-types';
import type { Product } from '../orders/new-order/types';
import { type QuoteBefore, QuoteForm } from './quote-form';
import { linesOf, termsOf } from './quote-values';

/** Reads the draft once: what somebody else writes meanwhile does not change the fields under one's hands. */
export function EditQuote() {
  const say = useSay('sales');
  const { data: quote, error } = useDetail<Quote>('/sales/quotes', { populate: { customer: true, contact: true } });
  const named = [...new Set((quote?.wishes.lines ?? []).flatMap(({ product }) => product ?? []))];
  const products = useApi<Product[]>(named.length > 0 ? '/sales/products' : null, {
    filters: { documentId: { $in: named } },
    populate: { prices: true },
    pagination: { pageSize: 100 },
  });
  const back = { to: '/plugins/sales/quotes', label: say('quotes.title') };
  if (!quote || (named.length > 0 && !products.data)) return <UnreadPage error={error ?? products.error} back={back} />;
  return <Edit quote={quote} products={products.data ?? []} />;
}

function Edit({ quote, products }: { quote: Quote; products: readonly Product[] }) {
  const say = useSay('sales');
  const ask = useAsk();
  const [before] = useState((): QuoteBefore => {
    const known = new Map(products.map((product) => [product.documentId, product]));
    const lines = linesOf(quote.wishes.lines, known);
    return {
      customer: quote.customer ?? undefined,
      ...{ lines, coupons: quote.wishes.coupons.join(', '), terms: termsOf(quote) },
    };
  });
  const page = `/plugins/sales/quotes/${quote.documentId}`;
  return (
    <QuoteForm
      title={say('quote.edit_title')}
      before={before}
      fixed
      from={{ to: page, label: nameOf(quote, say('quote.draft_title')) }}
      save={async (_, body) => {
        await ask('PUT /sales/quotes/:id', { id: quote.documentId, body });
        return { to: page, message: say('quote.saved') };
      }}
    />
  );
}
