import { Flex, Typography } from '@strapi/design-system';
import { type Column, Money, quantityText, type Reading, ReadTable, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { OrderLine } from '../../types';

/** What was ordered, line by line. */
export function OrderLines({ reading, currency }: { reading: Reading<OrderLine[]>; currency: string }) {
  const say = useSay('sales');
  const money = (key: 'unitPrice' | 'discount' | 'net' | 'tax' | 'total', title: string): Column<OrderLine> => ({
    key,
    title: say(`field.${title}`),
    right: true,
    cell: (line) => (key !== 'discount' || line[key] !== '0') && <Money amount={line[key]} currency={currency} />,
  });
  const columns: Column<OrderLine>[] = [
    { key: 'position', title: say('field.position'), cell: (_, index) => index + 1 },
    {
      key: 'description',
      title: say('field.description'),
      cell: (line) => (
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold" style={{ whiteSpace: 'normal' }}>
            {line.description}
          </Typography>
          <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'pre-line' }}>
            {[line.sku, line.per !== 'one_time' && say(`per.${line.per}`), line.details].filter(Boolean).join(' · ')}
          </Typography>
        </Flex>
      ),
    },
    {
      key: 'quantity',
      title: say('field.quantity'),
      right: true,
      cell: (line) => `${quantityText(line.quantity)} ${line.unit ?? ''}`.trim(),
    },
    { key: 'delivered', title: say('field.delivered'), right: true, cell: (line) => quantityText(line.delivered) },
    ...((reading.data ?? []).some((line) => line.returned !== '0')
      ? [
          {
            key: 'returned',
            title: say('field.returned'),
            right: true,
            cell: (line: OrderLine) => quantityText(line.returned),
          },
        ]
      : []),
    money('unitPrice', 'unit_price'),
    money('discount', 'discount'),
    money('net', 'net'),
    money('tax', 'tax'),
    money('total', 'total'),
  ];
  return (
    <ReadTable
      whole
      reading={reading}
      columns={columns}
      keyOf={(line) => line.documentId}
      empty={say('orders.no_lines')}
    />
  );
}
