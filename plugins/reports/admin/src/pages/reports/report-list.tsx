import { EmptyStateLayout, Flex, Grid } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Failure, LinkTo, Panel, useMay, useSay, Waiting } from '@sanya/strapi-plugin-platform/ui';
import { useAnswer } from '../../doors';
import type { Offer } from '../../types';
import { SIMULATE } from '../simulation/simulation-page';
import { SavedReports } from './saved-reports';

interface Group {
  code: string;
  title: string;
  reports: Offer[];
}

const grouped = (offers: readonly Offer[]): Group[] =>
  offers.reduce<Group[]>((groups, offer) => {
    const known = groups.find((group) => group.code === offer.group.code);
    if (known) known.reports.push(offer);
    else groups.push({ ...offer.group, reports: [offer] });
    return groups;
  }, []);

/** All reports that the reader may see, by group, and those that they saved. */
export function ReportList() {
  const say = useSay('reports');
  const may = useMay();
  const { data, error } = useAnswer('GET /reports/reports', {});
  return (
    <Page.Main>
      <Page.Title>{say('title')}</Page.Title>
      <Layouts.Header title={say('title')} subtitle={say('subtitle')} />
      <Layouts.Content>
        {error !== undefined && <Failure message={error} />}
        {data === undefined && error === undefined && <Waiting />}
        {data?.length === 0 && <EmptyStateLayout content={say('none')} hasRadius shadow="tableShadow" />}
        {data !== undefined && data.length > 0 && (
          <Grid.Root gap={6}>
            {grouped(data).map(({ code, title, reports }) => (
              <Grid.Item key={code} col={4} m={6} xs={12} alignItems="stretch">
                <Panel title={title}>
                  <Flex direction="column" alignItems="flex-start" gap={3}>
                    {reports.map((report) => (
                      <LinkTo key={report.code} to={`/plugins/reports/${report.code}`}>
                        {report.title}
                      </LinkTo>
                    ))}
                  </Flex>
                </Panel>
              </Grid.Item>
            ))}
            {may(SIMULATE) && (
              <Grid.Item col={4} m={6} xs={12} alignItems="stretch">
                <Panel title={say('ahead.title')}>
                  <LinkTo to="/plugins/reports/simulation">{say('ahead.simulation')}</LinkTo>
                </Panel>
              </Grid.Item>
            )}
            {may('plugin::reports.report.save') && (
              <Grid.Item col={4} m={6} xs={12} alignItems="stretch">
                <SavedReports offers={data} />
              </Grid.Item>
            )}
          </Grid.Root>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
