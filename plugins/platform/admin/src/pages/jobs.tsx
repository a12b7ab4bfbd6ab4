import { useState } from 'react';
import { Box, Tabs, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useSay } from '../ui';
import { DeadDeliveries } from './jobs/dead-deliveries';
import { Happenings } from './jobs/happenings';
import { JobList } from './jobs/job-list';

const TABS = [
  ['jobs', JobList],
  ['dead', DeadDeliveries],
  ['events', Happenings],
] as const;

/** What the clock starts, what could not be told, and what happened. */
export default function JobsPage() {
  const say = useSay('platform');
  const [tab, setTab] = useState('jobs');
  return (
    <Page.Protect permissions={[{ action: 'plugin::platform.job.read', subject: null }]}>
      <Page.Main>
        <Page.Title>{say('jobs.title')}</Page.Title>
        <Layouts.Header title={say('jobs.title')} subtitle={say('jobs.subtitle')} />
        <Layouts.Content>
          <Tabs.Root value={tab} onValueChange={setTab}>
            <Tabs.List aria-label={say('jobs.title')}>
              {TABS.map(([key]) => (
                <Tabs.Trigger key={key} value={key}>
                  <Typography tag="span">{say(`jobs.tab_${key}`)}</Typography>
                </Tabs.Trigger>
              ))}
            </Tabs.List>
            {TABS.map(([key, Part]) => (
              <Tabs.Content key={key} value={key}>
                <Box padding={6}>{tab === key && <Part />}</Box>
              </Tabs.Content>
            ))}
          </Tabs.Root>
        </Layouts.Content>
      </Page.Main>
    </Page.Protect>
  );
}
