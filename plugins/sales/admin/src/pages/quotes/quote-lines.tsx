import { Flex } from '@strapi/design-system';
import { DocumentSums, ReadTable, useApi, useLineColumns, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useLineFacts } from '../../line-shown';
import type { Quote, QuoteLine } from '../../quote-types';

/** What a quote offers, and what it comes to. */
export function QuoteLines({ quote }: { quote: Quote }) {
  const say = useSay('sales');
  const { currency, pricesIncludeTax } = quote;
  const reading = useApi<QuoteLine[]>('/sales/quote-lines', {
    filters: { quote: { documentId: { $eq: quote.documentId } } },
    sort: 'position:asc',
    pagination: { pageSize: 100 },
  });
  const { what, price, amount } = useLineColumns<QuoteLine>(currency, useLineFacts());
  const columns = [...what, ...price, amount(pricesIncludeTax ? 'total' : 'net', say('quote.amount'))];
  return (
    <Flex direction="column" alignItems="stretch">
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(line) => line.documentId}
        empty={say('quote.no_lines')}
      />
      <DocumentSums {...quote} />
    </Flex>
  );
}
