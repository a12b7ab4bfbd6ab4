import { Flex, Typography } from '@strapi/design-system';
import { type Column, Money, ReadTable, Sums, TwoLines, useApi, useSay } from '@sanya/strapi-plugin-platform/ui';
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
  const columns: Column<QuoteLine>[] = [
    { key: 'position', title: say('field.position'), cell: (_, index) => index + 1 },
    {
      key: 'description',
      title: say('field.description'),
      cell: (line) => (
        <TwoLines
          first={
            <Typography fontWeight="semiBold" style={{ whiteSpace: 'normal' }}>
              {line.description}
            </Typography>
          }
          second={
            <span style={{ whiteSpace: 'pre-line' }}>
              {[line.sku, line.per !== 'one_time' && say(`per.${line.per}`), line.details].filter(Boolean).join(' · ')}
            </span>
          }
        />
      ),
    },
    {
      key: 'quantity',
      title: say('field.quantity'),
      right: true,
      cell: (line) => `${line.quantity} ${line.unit ?? ''}`.trim(),
    },
    {
      key: 'price',
      title: say('field.unit_price'),
      right: true,
      cell: (line) => <Money amount={line.unitPrice} currency={currency} />,
    },
    {
      key: 'discount',
      title: say('field.discount'),
      right: true,
      cell: (line) => line.discount !== '0' && <Money amount={line.discount} currency={currency} />,
    },
    {
      key: 'amount',
      title: say('quote.amount'),
      right: true,
      cell: (line) => <Money amount={pricesIncludeTax ? line.total : line.net} currency={currency} />,
    },
  ];
  return (
    <Flex direction="column" alignItems="stretch">
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(line) => line.documentId}
        empty={say('quote.no_lines')}
      />
      <Sums
        rows={[
          [say('field.net'), <Money key="net" amount={quote.net} currency={currency} />],
          [say('field.tax'), <Money key="tax" amount={quote.tax} currency={currency} />],
          [say('field.total'), <Money key="total" amount={quote.total} currency={currency} strong />],
        ]}
      />
    </Flex>
  );
}
