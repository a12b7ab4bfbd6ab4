import { Button, Flex } from '@strapi/design-system';
import { ArrowClockwise, Play } from '@strapi/icons';
import { useAsk } from '../../doors';
import { useDo, useMay, useSay } from '../../ui';
import type { Run } from './types';

interface JobActionsProps {
  name: string;
  run: Run | undefined;
  onDone: () => void;
  size?: 'S' | 'M';
}

/** Lets a failed run go on, or the job run at once. */
export function JobActions({ name, run, onDone, size = 'S' }: JobActionsProps) {
  const say = useSay('platform');
  const may = useMay();
  const act = useDo();
  const ask = useAsk();
  if (!may('plugin::platform.job.run')) return null;
  const press = (work: () => Promise<unknown>, done?: string) => (event: { stopPropagation: () => void }) => {
    event.stopPropagation();
    void act(work, done).then(onDone);
  };
  return (
    <Flex gap={2}>
      {run?.state === 'failed' && (
        <Button
          size={size}
          variant="secondary"
          startIcon={<ArrowClockwise />}
          onClick={press(() => ask('POST /platform/job-runs/:id/retry', { id: run.id }))}
        >
          {say('jobs.retry')}
        </Button>
      )}
      <Button
        size={size}
        variant="tertiary"
        startIcon={<Play />}
        onClick={press(() => ask('POST /platform/jobs/:name/run', { name }), say('jobs.has_run'))}
      >
        {say('jobs.run_now')}
      </Button>
    </Flex>
  );
}
