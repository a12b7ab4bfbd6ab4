import { formatMonth } from '@sanya/strapi-plugin-platform/kernel';
import { useLanguage, useSay } from '@sanya/strapi-plugin-platform/ui';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useTheme } from 'styled-components';
import type { ExpiringMonth } from './types';

const HEIGHT = 220;
/** One month alone must not be a wall. */
const WIDEST_BAR = 56;

interface Colours {
  colors: Record<string, string>;
}

/** How many terms end in each month, by what became of them. */
export default function ExpiringPlot({ months }: { months: readonly ExpiringMonth[] }) {
  const say = useSay('contracts');
  const language = useLanguage();
  const { colors } = useTheme() as unknown as Colours;
  const parts = [
    ['undecided', colors.warning500],
    ['renewed', colors.success500],
    ['declined', colors.neutral500],
    ['lapsed', colors.danger500],
  ] as const;
  const rows = months.map((month) => ({ ...month, label: formatMonth(month.month, language) }));
  return (
    <div role="img" aria-label={say('renewals.plot')} style={{ width: '100%', height: HEIGHT }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={rows} maxBarSize={WIDEST_BAR} margin={{ top: 8, right: 8, bottom: 8, left: 8 }}>
          <CartesianGrid strokeDasharray="3 3" stroke={colors.neutral200} vertical={false} />
          <XAxis dataKey="label" tick={{ fill: colors.neutral600, fontSize: 12 }} />
          <YAxis width={40} allowDecimals={false} tick={{ fill: colors.neutral600, fontSize: 12 }} />
          <Tooltip
            contentStyle={{ background: colors.neutral0, borderColor: colors.neutral200, color: colors.neutral800 }}
          />
          <Legend itemSorter={null} formatter={(title) => <span style={{ color: colors.neutral600 }}>{title}</span>} />
          {parts.map(([key, fill]) => (
            <Bar
              key={key}
              dataKey={key}
              name={say(`renewals.${key}`)}
              stackId="all"
              fill={fill}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
