import { useState } from 'react';
import { freshKey, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useAsk } from '../../doors';
import { QuoteForm } from './quote-form';
import { NO_TERMS } from './quote-values';

const LIST = '/plugins/sales/quotes';

/** A new quote: once for each opened form. */
export function NewQuote() {
  const say = useSay('sales');
  const ask = useAsk();
  const [key] = useState(freshKey);
  const [before] = useState({ lines: [], coupons: '', terms: NO_TERMS });
  return (
    <QuoteForm
      title={say('quote.new')}
      before={before}
      from={{ to: LIST, label: say('quotes.title') }}
      save={async (customer, body) => {
        const made = await ask('POST /sales/quotes', { body: { customer, ...body }, key });
        return { to: `${LIST}/${made.documentId}`, message: say('quote.saved') };
      }}
    />
  );
}
