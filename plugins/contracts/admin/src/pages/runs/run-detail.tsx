import { useEffect, useState } from 'react';
import { Button, Flex, ProgressBar, Typography } from '@strapi/design-system';
import {
  DateText,
  DetailPage,
  Money,
  Standing,
  TimelinePanel,
  UnreadPage,
  useApi,
  useDetail,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { BillingRun, BillingUndo } from '../../types';
import { RunParked } from './run-parked';
import { RunPeriods } from './run-periods';
import { UndoDialog } from './undo-dialog';
import { UndoHistory } from './undo-history';

const TYPE = 'plugin::contracts.billing-run';
const LOOK_AGAIN_MS = 1500;

function Progress({ done, of, label }: { done: number; of: number; label: string }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingTop={4} role="status">
      <ProgressBar value={of === 0 ? 100 : Math.min(100, Math.floor((done * 100) / of))} />
      <Typography textColor="neutral600">{label}</Typography>
    </Flex>
  );
}

/** A run: what it billed, how far it or its undo has come, and what was undone of it. */
export function RunDetail() {
  const say = useSay('contracts');
  const may = useMay();
  const [undoing, setUndoing] = useState(false);
  const [turn, setTurn] = useState(0);
  const { id, data: run, error, reload } = useDetail<BillingRun>('/contracts/billing-runs');
  const { data: undos, reload: reloadUndos } = useApi<BillingUndo[]>('/contracts/billing-undos', {
    filters: { run: { documentId: { $eq: id } } },
    sort: 'id:desc',
    pagination: { pageSize: 20 },
  });
  const undo = undos?.find(({ state }) => state === 'running');
  const moves = run?.state === 'running' || undo !== undefined;
  useEffect(() => {
    if (!moves) return undefined;
    const timer = setInterval(() => {
      reload();
      reloadUndos();
    }, LOOK_AGAIN_MS);
    return () => {
      clearInterval(timer);
      setTurn((before) => before + 1);
    };
  }, [moves, reload, reloadUndos]);

  const back = { to: '/plugins/contracts/runs', label: say('runs.title') };
  if (!run) return <UnreadPage error={error} back={back} />;
  const isUndoable = run.state === 'finished' && run.periods > 0 && !undo;
  const done = undo ? undo.voided + undo.credited + undo.left : 0;

  return (
    <DetailPage
      title={say('run.title')}
      subtitle={say(`source.${run.source}`)}
      back={back}
      action={
        isUndoable &&
        may('plugin::contracts.billing-run.undo') && (
          <Button variant="danger-light" onClick={() => setUndoing(true)}>
            {say('undo.start')}
          </Button>
        )
      }
    >
      <Standing
        title={say('run.facts')}
        state={run.state}
        label={say(`run_state.${run.state}`)}
        facts={[
          [say('field.as_of'), <DateText key="as-of" at={run.asOf} />],
          [say('field.started_at'), <DateText key="started" at={run.startedAt} />],
          [say('field.finished_at'), run.finishedAt && <DateText at={run.finishedAt} />],
          [say('field.contracts'), String(run.contracts)],
          [say('field.periods'), String(run.periods)],
          [say('field.invoices'), String(run.invoices)],
          [say('field.parked'), String(run.parked)],
          [say('field.total'), <Money key="total" amount={run.total} currency={run.currency} />],
        ]}
      >
        {run.state === 'running' && (
          <Progress
            done={run.contracts + run.parked}
            of={run.due}
            label={say('run.progress', { done: run.contracts + run.parked, due: run.due })}
          />
        )}
        {undo && (
          <Progress done={done} of={undo.invoices} label={say('undo.progress', { done, invoices: undo.invoices })} />
        )}
      </Standing>
      {run.parked > 0 && <RunParked key={`parked-${turn}`} run={run} />}
      {run.state !== 'running' && <RunPeriods key={`periods-${turn}`} run={run} />}
      {(undos ?? []).map((one) => (
        <UndoHistory key={`${one.documentId}-${turn}`} undo={one} />
      ))}
      <TimelinePanel key={`timeline-${turn}`} type={TYPE} id={run.documentId} />
      {undoing && (
        <UndoDialog
          run={run}
          onClose={() => setUndoing(false)}
          onDone={() => {
            setUndoing(false);
            reload();
            reloadUndos();
            setTurn((before) => before + 1);
          }}
        />
      )}
    </DetailPage>
  );
}
