import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, Play } from '@strapi/icons';
import { type Column, DateText, ReadTable, StateBadge, useApi, useClient, useDo, useMay, useSay } from '../../ui';
import type { Job, Run } from './types';

const progress = (run: Run): string => (run.total === null ? String(run.processed) : `${run.processed} / ${run.total}`);

export function JobList() {
  const say = useSay('platform');
  const may = useMay();
  const act = useDo();
  const { send } = useClient();
  const reading = useApi<Job[]>('/platform/jobs');

  const columns: Column<Job>[] = [
    { key: 'name', title: say('jobs.name'), cell: (job) => <Typography fontWeight="semiBold">{job.name}</Typography> },
    {
      key: 'next',
      title: say('jobs.next_due'),
      cell: (job) =>
        job.nextDue ? (
          <DateText at={job.nextDue} />
        ) : (
          <Typography textColor="neutral500">{say('jobs.nothing_due')}</Typography>
        ),
    },
    {
      key: 'last',
      title: say('jobs.last_run'),
      cell: ({ runs: [run] }) => run && <DateText at={run.finishedAt ?? run.tick} />,
    },
    {
      key: 'state',
      title: say('ui.state'),
      cell: ({ runs: [run] }) =>
        run && (
          <Flex direction="column" alignItems="flex-start" gap={1}>
            <StateBadge state={run.state} label={say(`jobs.state_${run.state}`)} />
            {run.lastError && (
              <Typography variant="pi" textColor="danger600">
                {run.lastError}
              </Typography>
            )}
          </Flex>
        ),
    },
    { key: 'done', title: say('jobs.processed'), right: true, cell: ({ runs: [run] }) => run && progress(run) },
    { key: 'failed', title: say('jobs.failed'), right: true, cell: ({ runs: [run] }) => run?.failed },
    {
      key: 'act',
      title: '',
      right: true,
      cell: ({ name, runs: [run] }) =>
        may('plugin::platform.job.run') && (
          <Flex gap={2}>
            {run?.state === 'failed' && (
              <Button
                size="S"
                variant="secondary"
                startIcon={<ArrowClockwise />}
                onClick={() => void act(() => send(`/platform/job-runs/${run.id}/retry`)).then(reading.reload)}
              >
                {say('jobs.retry')}
              </Button>
            )}
            <Button
              size="S"
              variant="tertiary"
              startIcon={<Play />}
              onClick={() =>
                void act(() => send(`/platform/jobs/${name}/run`), say('jobs.has_run')).then(reading.reload)
              }
            >
              {say('jobs.run_now')}
            </Button>
          </Flex>
        ),
    },
  ];
  return <ReadTable reading={reading} columns={columns} keyOf={(job) => job.name} empty={say('jobs.none')} />;
}
