import { Button, Flex } from '@strapi/design-system';
import { ArrowClockwise, Play } from '@strapi/icons';
import { useClient, useDo, useMay, useSay } from '../../ui';
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
  const { send } = useClient();
  if (!may('plugin::platform.job.run')) return null;
  const press = (url: string, done?: string) => (event: { stopPropagation: () => void }) => {
    event.stopPropagation();
    void act(() => send(url), done).then(onDone);
  };
  return (
    <Flex gap={2}>
      {run?.state === 'failed' && (
        <Button
          size={size}
          variant="secondary"
          startIcon={<ArrowClockwise />}
          onClick={press(`/platform/job-runs/${run.id}/retry`)}
        >
          {say('jobs.retry')}
        </Button>
      )}
      <Button
        size={size}
        variant="tertiary"
        startIcon={<Play />}
        onClick={press(`/platform/jobs/${name}/run`, say('jobs.has_run'))}
      >
        {say('jobs.run_now')}
      </Button>
    </Flex>
  );
}
