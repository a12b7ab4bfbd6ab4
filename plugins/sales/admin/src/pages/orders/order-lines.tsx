import {
  type Column,
  quantityText,
  type Reading,
  ReadTable,
  TwoLines,
  useLineColumns,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { useLineFacts } from '../../line-shown';
import type { OrderLine } from '../../types';

/** What was ordered, line by line. */
export function OrderLines({ reading, currency }: { reading: Reading<OrderLine[]>; currency: string }) {
  const say = useSay('sales');
  const { what, price, amount, titles } = useLineColumns<OrderLine>(currency, useLineFacts());
  const columns: Column<OrderLine>[] = [
    ...what,
    {
      key: 'delivered',
      title: say('field.delivered'),
      right: true,
      cell: (line) => (
        <TwoLines right first={quantityText(line.delivered)} second={line.goodsFreedAt && say('order.line_credited')} />
      ),
    },
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
    ...price,
    amount('net', titles.net),
    amount('tax', titles.tax),
    amount('total', titles.total),
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
