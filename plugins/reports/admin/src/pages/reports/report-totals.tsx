import { Box, Typography } from '@strapi/design-system';
import { formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { useLanguage, useSay } from '@sanya/strapi-plugin-platform/ui';
import { changeOf, changeText, periodText } from '../../shown';
import type { Report } from '../../types';

/** What all rows come to, and what they came to before. */
export function ReportTotals({ report }: { report: Report }) {
  const say = useSay('reports');
  const language = useLanguage();
  const { columns, comparison, currency, totals } = report;
  const shown = columns.filter(({ key }) => totals[key] !== undefined);
  if (shown.length === 0) return null;
  const text = (value: string | number, type: string): string =>
    type === 'money' ? formatMoney(String(value), currency, { symbol: true }) : Number(value).toLocaleString('en');
  return (
    <Box>
      {comparison && (
        <Box paddingBottom={3}>
          <Typography textColor="neutral600">
            {say('held_against', { period: periodText(comparison.period, language) })}
          </Typography>
        </Box>
      )}
      <Box
        tag="dl"
        style={{ display: 'grid', gap: '12px', gridTemplateColumns: 'repeat(auto-fill, minmax(16rem, 1fr))' }}
      >
        {shown.map(({ key, title, type }) => {
          const value = totals[key] ?? 0;
          const before = comparison?.totals[key];
          // Quantities are decimals, of which nobody asks how they changed.
          const change = before === undefined || type === 'quantity' ? undefined : changeOf(value, before);
          return (
            <Box key={key} background="neutral0" hasRadius shadow="tableShadow" padding={4}>
              <Typography tag="dt" variant="sigma" textColor="neutral600" style={{ textTransform: 'none' }}>
                {title}
              </Typography>
              <Typography tag="dd" variant="beta" style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
                {text(value, type)}
              </Typography>
              {before !== undefined && (
                <Typography tag="dd" variant="pi" textColor="neutral600">
                  {text(before, type)}
                  {change !== undefined && (
                    <>
                      {' · '}
                      <span style={{ whiteSpace: 'nowrap' }}>{changeText(change)}</span>
                    </>
                  )}
                </Typography>
              )}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}
