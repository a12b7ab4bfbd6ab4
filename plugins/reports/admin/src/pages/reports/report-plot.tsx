import { decimalsOf, formatMoney } from '@sanya/strapi-plugin-platform/kernel';
import { useLanguage, useSay } from '@sanya/strapi-plugin-platform/ui';
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useTheme } from 'styled-components';
import { plotRows } from '../../shown';
import type { Plot } from '../../types';

const HEIGHT = 300;
/** One month alone must not be a wall. */
const WIDEST_BAR = 72;

interface Colours {
  colors: Record<string, string>;
}

export interface ReportPlotProps {
  /** What is drawn, for those who do not see it. */
  title: string;
  currency: string;
  plot: Plot;
}

/** Bars of what is added up, beside those of the period that it is held against. */
export default function ReportPlot({ title, currency, plot }: ReportPlotProps) {
  const say = useSay('reports');
  const language = useLanguage();
  const { colors } = useTheme() as unknown as Colours;
  const strong = [colors.primary600, colors.success500, colors.warning500, colors.secondary500, colors.danger500];
  const pale = [colors.primary200, colors.success200, colors.warning200, colors.secondary200, colors.danger200];
  const decimals = decimalsOf(currency);
  // For the height of a bar alone a float is good enough.
  const height = (minor: string): number => Number(minor) / 10 ** decimals;
  const rows = plotRows(plot, language).map(({ label, values }) => ({
    label,
    ...Object.fromEntries(Object.entries(values).map(([key, minor]) => [key, height(minor)])),
  }));
  const written = (value: unknown): string =>
    formatMoney(BigInt(Math.round(Number(value) * 10 ** decimals)), currency, { symbol: true });
  return (
    <div role="img" aria-label={title} style={{ width: '100%', height: HEIGHT }}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={rows} maxBarSize={WIDEST_BAR} margin={{ top: 8, right: 8, bottom: 8, left: 8 }}>
          <CartesianGrid strokeDasharray="3 3" stroke={colors.neutral200} vertical={false} />
          <XAxis dataKey="label" tick={{ fill: colors.neutral600, fontSize: 12 }} />
          <YAxis
            width={90}
            tick={{ fill: colors.neutral600, fontSize: 12 }}
            tickFormatter={(value: number) => value.toLocaleString('en')}
          />
          <Tooltip
            formatter={written}
            contentStyle={{ background: colors.neutral0, borderColor: colors.neutral200, color: colors.neutral800 }}
          />
          <Legend
            itemSorter={null}
            // The pale colour of a bar is too pale to be read.
            formatter={(name) => <span style={{ color: colors.neutral600 }}>{name}</span>}
          />
          {plot.of.map(({ key, title: name }, index) => (
            <Bar key={key} dataKey={key} name={name} fill={strong[index % strong.length]} isAnimationActive={false} />
          ))}
          {plot.before.length > 0 &&
            plot.of.map(({ key, title: name }, index) => (
              <Bar
                key={`before_${key}`}
                dataKey={`before_${key}`}
                name={say('plot_before', { title: name })}
                fill={pale[index % pale.length]}
                isAnimationActive={false}
              />
            ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
