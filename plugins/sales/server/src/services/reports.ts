import type { ReportColumn, ReportDefinition } from '@sanya/strapi-plugin-platform/kit';
import { ORDER, ORDER_LINE, QUOTE } from '../content-types/types';
import { ordersReport } from '../stores/reports/orders';
import { productsSoldReport } from '../stores/reports/products-sold';
import { quotesReport } from '../stores/reports/quotes';

const AMOUNTS: readonly ReportColumn[] = (['discount', 'net', 'tax', 'total'] as const).map((key) => ({
  key,
  type: 'money',
}));

const orders: ReportDefinition = {
  code: 'orders',
  group: 'sales',
  permission: 'report.orders',
  of: [ORDER],
  time: 'period',
  customer: 'optional',
  by: ['state', 'source', 'customer'],
  columns: (by) => [
    by === 'customer' ? { key: by, type: 'text' } : { key: by, type: 'word', words: `report.order_${by}` },
    { key: 'orders', type: 'count' },
    ...AMOUNTS,
    { key: 'expired', type: 'count' },
    { key: 'expired_total', type: 'money' },
  ],
  plot: (by) => ({ along: by, of: ['total'] }),
  query: ordersReport,
};

const productsSold: ReportDefinition = {
  code: 'products-sold',
  group: 'sales',
  permission: 'report.products-sold',
  of: [ORDER, ORDER_LINE],
  time: 'period',
  customer: 'optional',
  by: ['product', 'group'],
  columns: (by) =>
    by === 'group'
      ? [{ key: 'group', type: 'text' }, { key: 'orders', type: 'count', total: false }, ...AMOUNTS]
      : [
          { key: 'product', type: 'text' },
          { key: 'sku', type: 'text' },
          { key: 'group', type: 'text' },
          { key: 'quantity', type: 'quantity', total: false },
          { key: 'unit', type: 'text' },
          { key: 'orders', type: 'count', total: false },
          ...AMOUNTS,
        ],
  plot: (by) => ({ along: by, of: ['net'] }),
  query: productsSoldReport,
};

/** How many of them became orders; of a state all did or none. */
const WON: readonly ReportColumn[] = [
  { key: 'won', type: 'count' },
  { key: 'won_percent', type: 'count', total: false },
];

const quotes: ReportDefinition = {
  code: 'quotes',
  group: 'sales',
  permission: 'report.quotes',
  of: [QUOTE],
  time: 'period',
  customer: 'optional',
  by: ['customer', 'state'],
  columns: (by) => [
    by === 'customer' ? { key: by, type: 'text' } : { key: by, type: 'word', words: 'report.quote_state' },
    { key: 'quotes', type: 'count' },
    ...(by === 'customer' ? WON : []),
    { key: 'net', type: 'money' },
    { key: 'total', type: 'money' },
    ...(by === 'customer' ? [{ key: 'won_total', type: 'money' } as const] : []),
  ],
  plot: (by) => ({ along: by, of: by === 'customer' ? ['total', 'won_total'] : ['total'] }),
  query: quotesReport,
};

/** What sales offers to whoever shows reports. */
export const reports: readonly ReportDefinition[] = [orders, productsSold, quotes];
