import { Box, Tabs, Typography } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import { PageFrame, useMay, useSay } from '../../ui';
import { Examination } from './examination';
import { Happenings } from './happenings';
import { JobList } from './job-list';
import { Ledger } from './ledger';
import { TroubledDeliveries } from './troubled-deliveries';

const TABS = [
  ['jobs', JobList, 'plugin::platform.job.read'],
  ['dead', TroubledDeliveries, 'plugin::platform.event.read'],
  ['events', Happenings, 'plugin::platform.event.read'],
  ['ledger', Ledger, 'plugin::platform.ledger.verify'],
  ['doctor', Examination, 'plugin::platform.doctor.read'],
] as const;

/** The address names the tab, so that back leads back to it. */
export function Overview() {
  const say = useSay('platform');
  const may = useMay();
  const [query, setQuery] = useSearchParams();
  const shown = TABS.filter(([, , permission]) => may(permission));
  const tab = shown.find(([key]) => key === query.get('tab'))?.[0] ?? shown[0]?.[0];
  return (
    <PageFrame title={say('jobs.title')} subtitle={say('jobs.subtitle')}>
      <Tabs.Root value={tab} onValueChange={(value) => setQuery({ tab: value })}>
        <Tabs.List aria-label={say('jobs.title')} style={{ overflowX: 'auto' }}>
          {shown.map(([key]) => (
            <Tabs.Trigger key={key} value={key}>
              <Typography tag="span">{say(`jobs.tab_${key}`)}</Typography>
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {shown.map(([key, Part]) => (
          <Tabs.Content key={key} value={key}>
            <Box padding={4}>{tab === key && <Part />}</Box>
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </PageFrame>
  );
}
