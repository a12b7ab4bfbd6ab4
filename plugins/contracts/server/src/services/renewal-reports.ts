import type { ReportColumn, ReportDefinition } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, RENEWAL } from '../content-types/types';
import { expiringReport, nonRenewalsReport } from '../stores/reports/renewals';

const KEYS: Record<string, ReportColumn> = {
  month: { key: 'month', type: 'month' },
  customer: { key: 'customer', type: 'text' },
  reason: { key: 'reason', type: 'text' },
};
const keyOf = (by: string): readonly ReportColumn[] => [KEYS[by] ?? { key: by, type: 'text' }];
const count = (key: string): ReportColumn => ({ key, type: 'count' });
const money = (key: string): ReportColumn => ({ key, type: 'money' });

export const renewalReports: readonly ReportDefinition[] = [
  {
    code: 'expiring-contracts',
    group: 'contracts',
    permission: 'report.expiring-contracts',
    of: [CONTRACT, RENEWAL],
    time: 'period',
    customer: 'optional',
    by: ['month', 'customer'],
    columns: (by) => [
      ...keyOf(by),
      ...['contracts', 'undecided', 'renewed', 'declined', 'lapsed'].map(count),
      ...['kept', 'lost'].map(money),
    ],
    plot: (by) => ({ along: by, of: ['kept', 'lost'] }),
    query: expiringReport,
  },
  {
    code: 'non-renewals',
    group: 'contracts',
    permission: 'report.non-renewals',
    of: [CONTRACT, RENEWAL],
    time: 'period',
    customer: 'optional',
    by: ['reason', 'month'],
    columns: (by) => [...keyOf(by), ...['contracts', 'declined', 'lapsed'].map(count), money('lost')],
    plot: (by) => ({ along: by, of: ['lost'] }),
    query: nonRenewalsReport,
  },
];
