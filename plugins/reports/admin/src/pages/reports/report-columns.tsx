import { Typography } from '@strapi/design-system';
import { type Column, DateText, Money, useLanguage } from '@sanya/strapi-plugin-platform/ui';
import { formatMonth } from '@sanya/strapi-plugin-platform/kernel';
import type { Report } from '../../types';

const RIGHT = new Set(['money', 'count', 'quantity']);

/** The columns of a report as the table shows them, each in its kind. */
export function useReportColumns(report: Report | undefined): Column<Report['rows'][number]>[] {
  const language = useLanguage();
  return (report?.columns ?? []).map(({ key, title, type }) => ({
    key,
    title,
    right: RIGHT.has(type),
    cell: (row) => {
      const value = row[key];
      if (value === null || value === undefined || value === '') return null;
      if (type === 'money') return <Money amount={String(value)} currency={report?.currency} />;
      if (type === 'date') return <DateText at={String(value)} />;
      if (type === 'month') return formatMonth(String(value), language);
      if (type !== 'count') return String(value);
      return (
        <Typography style={{ fontVariantNumeric: 'tabular-nums' }}>{Number(value).toLocaleString('en')}</Typography>
      );
    },
  }));
}
