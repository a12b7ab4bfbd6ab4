import { lazy, Suspense } from 'react';
import { Flex } from '@strapi/design-system';
import { formatMonth } from '@sanya/strapi-plugin-platform/kernel';
import { type Column, DataTable, Money, Panel, useLanguage, useSay, Waiting } from '@sanya/strapi-plugin-platform/ui';
import type { Plot } from '../../types';
import type { Simulation } from './types';

const ReportPlot = lazy(() => import('../reports/report-plot'));

interface Month {
  month: string;
  values: Record<string, string>;
}

/** Of each month what every figure comes to. */
function monthsOf({ figures }: Simulation): Month[] {
  const months = [...new Set(figures.flatMap((figure) => figure.months.map(({ month }) => month)))].sort();
  return months.map((month) => ({
    month,
    values: Object.fromEntries(
      figures.map((figure) => [figure.name, figure.months.find((one) => one.month === month)?.amount ?? '0']),
    ),
  }));
}

/** What the months come to: drawn, and in figures. */
export function SimulatedMonths({ told }: { told: Simulation }) {
  const say = useSay('reports');
  const language = useLanguage();
  const months = monthsOf(told);
  const plot: Plot = {
    along: 'month',
    of: told.figures.map(({ name, title }) => ({ key: name, title })),
    points: months.map(({ month, values }) => ({ label: month, values })),
    before: [],
  };
  const columns: Column<Month>[] = [
    { key: 'month', title: say('simulation.month'), cell: ({ month }) => formatMonth(month, language) },
    ...told.figures.map(
      ({ name, title }): Column<Month> => ({
        key: name,
        title,
        right: true,
        cell: ({ values }) => <Money amount={values[name] ?? '0'} currency={told.currency} />,
      }),
    ),
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Panel>
        <Suspense fallback={<Waiting />}>
          <ReportPlot title={say('simulation.title')} currency={told.currency} plot={plot} />
        </Suspense>
      </Panel>
      <DataTable rows={months} columns={columns} keyOf={({ month }) => month} empty={say('simulation.nothing')} />
    </Flex>
  );
}
