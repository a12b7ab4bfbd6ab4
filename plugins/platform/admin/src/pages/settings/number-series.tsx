import { Link, Route, Routes } from 'react-router-dom';
import { Box, Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useAnswer } from '../../doors';
import { type Column, DataTable, importRoutes, Panel, useLanguage, useMay, useSay } from '../../ui';
import { EditedList } from './edited-list';
import { SeriesForm } from './series-form';
import { SeriesImport, UploadSeries } from './series-imports';
import { StartSeries } from './start-series';
import type { Series } from './types';

interface Edited {
  series: Series;
  what: 'pattern' | 'last';
}

/** The numbers of documents: how they are written, and which comes next. */
function NumberSeries() {
  const say = useSay('platform');
  const language = useLanguage();
  const mayChange = useMay()('plugin::platform.number-series.change');
  const reading = useAnswer('GET /platform/number-series', {});

  const columns = (edit: (edited: Edited) => void): Column<Series>[] => [
    {
      key: 'branch',
      title: say('series.for'),
      cell: (one) => (
        <Typography style={{ whiteSpace: 'normal' }}>
          {one.branch ? `${one.branch.code} ${one.branch.name}` : say('series.company')}
        </Typography>
      ),
    },
    { key: 'pattern', title: say('series.pattern'), cell: (one) => one.pattern },
    { key: 'issued', title: say('series.issued'), right: true, cell: (one) => one.issued },
    {
      key: 'next',
      title: say('series.next'),
      cell: (one) => <Typography fontWeight="semiBold">{one.next}</Typography>,
    },
    {
      key: 'edit',
      title: '',
      right: true,
      cell: (one) =>
        mayChange && (
          <Flex gap={2} justifyContent="flex-end">
            {one.issued === '0' && (
              <Button size="S" variant="tertiary" onClick={() => edit({ series: one, what: 'last' })}>
                {say('series.last')}
              </Button>
            )}
            <Button size="S" variant="tertiary" onClick={() => edit({ series: one, what: 'pattern' })}>
              {say('ui.edit')}
            </Button>
          </Flex>
        ),
    },
  ];

  return (
    <EditedList<Series[], Edited>
      permission="plugin::platform.number-series.read"
      title={say('series.title')}
      subtitle={say('series.subtitle')}
      action={
        mayChange && (
          <Button tag={Link} to="import" variant="secondary">
            {say('series_import.open')}
          </Button>
        )
      }
      reading={reading}
      panels={(all, edit) =>
        [...new Set(all.map((one) => one.series))].map((code) => {
          const own = all.filter((one) => one.series === code);
          const rows = own.filter((one) => one.branch === null || one.own);
          const following = own.filter((one) => one.branch !== null && !one.own);
          return (
            <Panel key={code} title={rows[0]?.name[language]}>
              <Box overflow="auto">
                <DataTable
                  columns={columns(edit)}
                  rows={rows}
                  keyOf={(one) => one.branch?.documentId ?? 'company'}
                  empty=""
                />
              </Box>
              {following.length > 0 && mayChange && (
                <Box paddingTop={4} maxWidth="48rem">
                  <SingleSelect
                    aria-label={say('series.own_for')}
                    placeholder={say('series.following', { count: following.length })}
                    value={null}
                    onChange={(id) => {
                      const series = following.find((one) => one.branch?.documentId === id);
                      if (series) edit({ series, what: 'pattern' });
                    }}
                  >
                    {following.map(({ branch }) => (
                      <SingleSelectOption key={branch?.documentId} value={branch?.documentId ?? ''}>
                        {`${branch?.code} ${branch?.name}`}
                      </SingleSelectOption>
                    ))}
                  </SingleSelect>
                </Box>
              )}
            </Panel>
          );
        })
      }
      form={({ series, what }, end) =>
        what === 'last' ? <StartSeries series={series} {...end} /> : <SeriesForm series={series} {...end} />
      }
    />
  );
}

export default function NumberSeriesPage() {
  return (
    <Routes>
      <Route index element={<NumberSeries />} />
      {importRoutes({
        path: 'import',
        permission: 'plugin::platform.number-series.change',
        upload: <UploadSeries />,
        detail: <SeriesImport />,
      })}
    </Routes>
  );
}
