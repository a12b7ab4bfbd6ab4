import { Box, Flex, ProgressBar, Typography } from '@strapi/design-system';
import { useSay } from '../../ui';
import type { Run } from './types';

/** How far a run is, and how many of it failed. */
export function Progress({ run }: { run: Run }) {
  const say = useSay('platform');
  const { processed, failed, total } = run;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography style={{ fontVariantNumeric: 'tabular-nums' }}>
        {total === null ? processed : `${processed + failed} / ${total}`}
      </Typography>
      {total !== null && total > 0 && run.state === 'running' && (
        <Box width="10rem">
          <ProgressBar value={Math.round(((processed + failed) / total) * 100)} />
        </Box>
      )}
      {failed > 0 && (
        <Typography variant="pi" textColor="danger600">
          {say('jobs.failed_count', { count: failed })}
        </Typography>
      )}
    </Flex>
  );
}
