import { Flex, Typography } from '@strapi/design-system';
import { useParams } from 'react-router-dom';
import { useAnswer } from '../../doors';
import { type Column, DateText, PageFrame, ReadTable, StateBadge, UnreadPage, useSay } from '../../ui';
import { JobActions } from './job-actions';
import { Progress } from './progress';
import type { Run } from './types';

/** The runs of one job: how far each came, in how many steps, and what hindered it. */
export function JobDetail() {
  const say = useSay('platform');
  const { name = '' } = useParams();
  const jobs = useAnswer('GET /platform/jobs', {});
  const runs = useAnswer('GET /platform/jobs/:name/runs', { name });
  const job = jobs.data?.find((one) => one.name === name);

  const back = { to: '/plugins/platform/jobs', label: say('jobs.title') };
  if (!job) return <UnreadPage error={runs.error} back={back} />;
  const columns: Column<Run>[] = [
    { key: 'tick', title: say('jobs.tick'), cell: (run) => <DateText at={run.tick} /> },
    {
      key: 'state',
      title: say('ui.state'),
      cell: (run) => <StateBadge state={run.state} label={say(`jobs.state_${run.state}`)} />,
    },
    { key: 'done', title: say('jobs.processed'), cell: (run) => <Progress run={run} /> },
    { key: 'steps', title: say('jobs.steps'), right: true, cell: (run) => run.steps },
    { key: 'attempts', title: say('events.attempts'), right: true, cell: (run) => run.attempts },
    {
      key: 'ended',
      title: say('jobs.ended'),
      cell: (run) => <DateText at={run.finishedAt ?? run.nextAttemptAt} />,
    },
    {
      key: 'problem',
      title: say('jobs.problem'),
      cell: (run) => (
        <Flex direction="column" alignItems="flex-start">
          <Typography style={{ whiteSpace: 'normal' }}>{run.note}</Typography>
          <Typography textColor="danger600" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
            {run.lastError}
          </Typography>
        </Flex>
      ),
    },
  ];
  return (
    <PageFrame
      title={job.title}
      subtitle={name}
      back={back}
      action={
        <JobActions
          size="M"
          name={name}
          run={runs.data?.[0]}
          onDone={() => {
            runs.reload();
            jobs.reload();
          }}
        />
      }
    >
      <ReadTable reading={runs} columns={columns} keyOf={(run) => run.id} empty={say('jobs.never')} />
    </PageFrame>
  );
}
