import { Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { useAnswer } from '../../doors';
import { type Column, DateText, ReadTable, StateBadge, TwoLines, useSay } from '../../ui';
import { JobActions } from './job-actions';
import type { Job } from './types';
import { Progress } from './progress';

export function JobList() {
  const say = useSay('platform');
  const navigate = useNavigate();
  const reading = useAnswer('GET /platform/jobs', {});

  const columns: Column<Job>[] = [
    {
      key: 'name',
      title: say('jobs.name'),
      cell: (job) => (
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold">{job.title}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {job.name}
          </Typography>
        </Flex>
      ),
    },
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
      cell: ({ runs: [run] }) =>
        run && (
          <TwoLines
            first={<StateBadge state={run.state} label={say(`jobs.state_${run.state}`)} />}
            second={<DateText at={run.finishedAt ?? run.tick} />}
          />
        ),
    },
    { key: 'done', title: say('jobs.processed'), cell: ({ runs: [run] }) => run && <Progress run={run} /> },
    {
      key: 'act',
      title: '',
      acts: true,
      right: true,
      cell: ({ name, runs: [run] }) => <JobActions name={name} run={run} onDone={reading.reload} />,
    },
  ];
  return (
    <ReadTable
      reading={reading}
      columns={columns}
      keyOf={(job) => job.name}
      onOpen={(job) => navigate(`runs/${job.name}`)}
      empty={say('jobs.none')}
    />
  );
}
