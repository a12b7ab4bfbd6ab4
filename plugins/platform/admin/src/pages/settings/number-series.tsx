import { useState } from 'react';
import { Box, Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useAnswer } from '../../doors';
import { type Column, DataTable, Failure, PageFrame, Panel, useLanguage, useMay, useSay, Waiting } from '../../ui';
import { SeriesForm } from './series-form';
import type { Series } from './types';

/** The numbers of documents: how they are written, and which comes next. */
export default function NumberSeriesPage() {
  const say = useSay('platform');
  const language = useLanguage();
  const mayChange = useMay()('plugin::platform.number-series.change');
  const { data, error, reload } = useAnswer('GET /platform/number-series', {});
  const [edited, setEdited] = useState<Series>();
  const codes = [...new Set((data ?? []).map((one) => one.series))];

  const columns: Column<Series>[] = [
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
          <Button size="S" variant="tertiary" onClick={() => setEdited(one)}>
            {say('ui.edit')}
          </Button>
        ),
    },
  ];

  return (
    <Page.Protect permissions={[{ action: 'plugin::platform.number-series.read', subject: null }]}>
      <PageFrame title={say('series.title')} subtitle={say('series.subtitle')}>
        {error !== undefined && <Failure message={error} />}
        {error === undefined && data === undefined && <Waiting />}
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {codes.map((code) => {
            const all = (data ?? []).filter((one) => one.series === code);
            const rows = all.filter((one) => one.branch === null || one.own);
            const following = all.filter((one) => one.branch !== null && !one.own);
            return (
              <Panel key={code} title={rows[0]?.name[language]}>
                <Box overflow="auto">
                  <DataTable
                    columns={columns}
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
                      onChange={(id) => setEdited(following.find((one) => one.branch?.documentId === id))}
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
          })}
        </Flex>
        {edited && (
          <SeriesForm
            series={edited}
            onClose={() => setEdited(undefined)}
            onSaved={() => {
              setEdited(undefined);
              reload();
            }}
          />
        )}
      </PageFrame>
    </Page.Protect>
  );
}
