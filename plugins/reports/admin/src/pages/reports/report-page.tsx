import { lazy, Suspense } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import {
  BackTo,
  Failure,
  Panel,
  type Reading,
  ReadTable,
  useLanguage,
  useSay,
  Waiting,
} from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import { periodText } from '../../shown';
import type { Report } from '../../types';
import { useFilters } from '../../use-filters';
import { ReportActions } from './report-actions';
import { useReportColumns } from './report-columns';
import { ReportFilters } from './report-filters';
import { ReportTotals } from './report-totals';

// The library that draws is large: it comes when there is something to draw.
const ReportPlot = lazy(() => import('./report-plot'));

const PAGE_SIZE = 50;

type Row = Report['rows'][number] & { at: number };

/** The rows of the report as a list of their own, with its paging. */
const rowsOf = ({ data, ...reading }: Reading<Report>): Reading<Row[]> => ({
  ...reading,
  data: data?.rows.map((row, at) => ({ ...row, at })),
  meta: { pagination: data?.pagination },
});

function Figures({ reading }: { reading: Reading<Report> }) {
  const say = useSay('reports');
  const { data: report, error } = reading;
  const columns = useReportColumns(report);
  if (error !== undefined) return <Failure message={error} />;
  if (report === undefined) return <Waiting />;
  return (
    <Flex direction="column" alignItems="stretch" gap={6} aria-busy={reading.loading}>
      <ReportTotals report={report} />
      {report.plot !== null && report.plot.points.length > 0 && (
        <Panel>
          <Suspense fallback={<Waiting />}>
            <ReportPlot title={report.title} currency={report.currency} plot={report.plot} />
          </Suspense>
        </Panel>
      )}
      <Box style={{ overflowX: 'auto' }}>
        <ReadTable<Row>
          reading={rowsOf(reading)}
          columns={columns}
          keyOf={(row) => String(row.at)}
          empty={say('nothing')}
        />
      </Box>
    </Flex>
  );
}

/** One report: what it is narrowed by, its totals, what is drawn of it, its rows. */
export function ReportPage() {
  const { code = '' } = useParams();
  const say = useSay('reports');
  const language = useLanguage();
  const { asked, page, change } = useFilters();
  const { data: offers, error } = useAnswer('GET /reports/reports', {});
  const offer = offers?.find((one) => one.code === code);
  const waits = offer === undefined || (offer.customer === 'required' && asked.customer === undefined);
  const reading = useAnswer(
    'GET /reports/reports/:code',
    waits ? null : { code, body: { ...asked, pagination: { page, pageSize: PAGE_SIZE } } },
  );
  // What was read stays until the next answer is there; another report's figures must not.
  const report = reading.data?.code === code ? reading.data : undefined;
  const title = offer?.title ?? say('title');
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={report && periodText(report.period, language)}
        navigationAction={<BackTo to="/plugins/reports">{say('title')}</BackTo>}
        primaryAction={offer && !waits && <ReportActions code={code} asked={asked} />}
      />
      <Layouts.Content>
        {error !== undefined && <Failure message={error} />}
        {offers !== undefined && offer === undefined && <Failure message={say('unknown')} />}
        {offer && (
          <Flex direction="column" alignItems="stretch" gap={6}>
            <ReportFilters offer={offer} asked={asked} period={report?.period} change={change} />
            {waits ? (
              <Typography textColor="neutral600">{say('choose_customer')}</Typography>
            ) : (
              <Figures reading={{ ...reading, data: report }} />
            )}
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
