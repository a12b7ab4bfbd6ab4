import { useState } from 'react';
import { Box, Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { useAnswer, useAsk } from '../../doors';
import { type Column, DateText, ReadTable, StateBadge, Subject, TwoLines, useDo, useMay, useSay } from '../../ui';
import { Pager } from '../jobs/pager';
import type { Run } from './types';

const PAGE = 25;
const STATES = ['waiting', 'done', 'lapsed', 'failed'] as const;

/** What the workflow did, the latest first, and what it could not. */
export function RunList({ id, onDone }: { id: string; onDone: () => void }) {
  const say = useSay('platform');
  const may = useMay();
  const ask = useAsk();
  const [state, setState] = useState<Run['state']>();
  const [before, setBefore] = useState<number>();
  const reading = useAnswer('GET /platform/workflows/:id/runs', { id, body: { limit: PAGE, state, before } });
  const act = useDo(() => {
    reading.reload();
    onDone();
  });
  const columns: Column<Run>[] = [
    { key: 'at', title: say('events.at'), cell: ({ at }) => <DateText at={at} /> },
    { key: 'subject', title: say('events.subject'), cell: (run) => <Subject {...run.subject} /> },
    {
      key: 'state',
      title: say('ui.state'),
      cell: (run) => (
        <TwoLines
          first={<StateBadge state={run.state} label={say(`workflows.run_${run.state}`)} />}
          second={run.state === 'waiting' && run.nextAttemptAt && <DateText at={run.nextAttemptAt} />}
        />
      ),
    },
    {
      key: 'did',
      title: say('workflows.did'),
      wraps: true,
      cell: ({ actions, steps }) => (
        <>
          {actions.map((title, index) => (
            <Typography key={index} tag="div" textColor={index < steps ? 'success600' : 'neutral600'}>
              {`${index < steps ? '✓' : '·'} ${title}`}
            </Typography>
          ))}
        </>
      ),
    },
    {
      key: 'problem',
      title: say('events.error'),
      wraps: true,
      cell: (run) => (
        <Typography
          textColor={run.state === 'failed' ? 'danger600' : 'neutral600'}
          style={{ overflowWrap: 'anywhere' }}
        >
          {run.problem}
        </Typography>
      ),
    },
    {
      key: 'act',
      title: '',
      acts: true,
      right: true,
      cell: (run) =>
        run.state === 'failed' &&
        may('plugin::platform.workflow.retry') && (
          <Button
            size="S"
            variant="secondary"
            startIcon={<ArrowClockwise />}
            onClick={() =>
              void act(
                () => ask('POST /platform/workflow-runs/:id/retry', { id: run.documentId }),
                say('workflows.retried'),
              )
            }
          >
            {say('workflows.retry')}
          </Button>
        ),
    },
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box maxWidth="24rem">
        <SingleSelect
          aria-label={say('ui.state')}
          value={state ?? 'all'}
          onChange={(value) => {
            setState(value === 'all' ? undefined : (value as Run['state']));
            setBefore(undefined);
          }}
        >
          <SingleSelectOption value="all">{say('workflows.run_all')}</SingleSelectOption>
          {STATES.map((one) => (
            <SingleSelectOption key={one} value={one}>
              {say(`workflows.run_${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={({ documentId }) => documentId}
        empty={say('workflows.no_runs')}
      />
      <Pager
        last={reading.data?.at(-1)?.number}
        count={reading.data?.length ?? 0}
        page={PAGE}
        before={before}
        onMove={setBefore}
      />
    </Flex>
  );
}
